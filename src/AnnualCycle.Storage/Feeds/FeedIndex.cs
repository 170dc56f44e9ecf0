using System.Data.Common;
using NodaTime;

namespace AnnualCycle.Storage.Feeds;

/// <summary>A feed's address and validators, without its content.</summary>
/// <param name="TokenHash">Null for a public feed.</param>
/// <param name="ETag">Null for an address that must never answer again.</param>
public sealed record IndexedFeed(string Id, string? TokenHash, string? ETag, Instant LastModified, long Version);

/// <summary>
/// Reads which feeds there are and which have changed. Written in SQL, not through the model: it is asked each second,
/// and at start before anything else, when every calendar that polls is waiting.
/// </summary>
public static class FeedIndex
{
    private const string Newer = """
        select id, token_hash, etag, last_modified, version from feed where version > @version
        union all
        select feed, token_hash, null, revoked, version from revoked_token where version > @version
        """;

    /// <summary>Every feed and every revoked address that is newer than a version, in no order.</summary>
    public static async Task<IReadOnlyList<IndexedFeed>> NewerAsync(
        DbConnection connection, long version, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Newer;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("version", version);
        command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var feeds = new List<IndexedFeed>();
        while (await rows.ReadAsync(cancel))
        {
            feeds.Add(Read(rows));
        }

        return feeds;
    }

    /// <summary>A feed's bytes; null when there is no such feed.</summary>
    public static async Task<byte[]?> ContentAsync(DbConnection connection, string id, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select content from feed where id = @id";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("id", id);
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(cancel) as byte[];
    }

    private static IndexedFeed Read(DbDataReader row) => new(
        row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2),
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(row.GetDateTime(3), DateTimeKind.Utc)), row.GetInt64(4));
}
