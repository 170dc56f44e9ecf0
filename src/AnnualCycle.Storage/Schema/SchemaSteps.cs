using System.Data.Common;
using System.Reflection;

namespace AnnualCycle.Storage.Schema;

/// <summary>
/// Brings a database to this version's schema: numbered SQL files, applied in order, each once, one process at a time.
/// </summary>
internal static class SchemaSteps
{
    /// <summary>The lock that PostgreSQL's processes agree on; any number that stays.</summary>
    private const long LockKey = 7_305_114;

    /// <exception cref="DatabaseIsNewer">A later version of the service has been here.</exception>
    public static async Task ApplyAsync(DbConnection connection, Provider provider, CancellationToken cancel)
    {
        // SQLite's lock is a writing transaction around all steps; PostgreSQL's is taken for the transaction.
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (provider == Provider.PostgreSql)
        {
            await RunAsync(connection, transaction, $"select pg_advisory_xact_lock({LockKey})", cancel);
        }

        await RunAsync(connection, transaction, "create table if not exists schema_step (number integer primary key)",
            cancel);
        var applied = await AppliedAsync(connection, transaction, cancel);
        var steps = StepsOf(provider);
        if (applied > steps.Count)
        {
            throw new DatabaseIsNewer(applied, steps.Count);
        }

        for (var number = applied + 1; number <= steps.Count; number++)
        {
            await RunAsync(connection, transaction, steps[number - 1], cancel);
            await RunAsync(connection, transaction, $"insert into schema_step (number) values ({number})", cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>The SQL of every step, the first one first; a missing number is a programmer's mistake.</summary>
    public static IReadOnlyList<string> StepsOf(Provider provider)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Schema/{(provider == Provider.Sqlite ? "Sqlite" : "PostgreSql")}/";
        var count = assembly.GetManifestResourceNames().Count(name => name.StartsWith(folder, StringComparison.Ordinal));
        return [.. Enumerable.Range(1, count).Select(number => Text(assembly, $"{folder}{number:D4}.sql"))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The steps of the schema have a gap: {name}"));
        return reader.ReadToEnd();
    }

    private static async Task<int> AppliedAsync(
        DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select coalesce(max(number), 0) from schema_step";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel),
            System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task RunAsync(
        DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>The database was last used by a later version of the service, whose schema this one does not know.</summary>
public sealed class DatabaseIsNewer(int found, int known)
    : Exception($"Databasen är från en nyare version (steg {found}, den här versionen kan {known}).");
