using System.Net.Sockets;
using AnnualCycle.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AnnualCycle.Storage;

/// <summary>What an administrator is told when the database cannot do its work; nothing was written then.</summary>
/// <param name="Text">In Swedish, with what to do about it.</param>
/// <param name="Retryable">True when the same thing may work a moment later.</param>
public sealed record DatabaseTrouble(string Text, bool Retryable)
{
    /// <summary>Null when the error is not the database's, and a programmer has to look at it.</summary>
    public static DatabaseTrouble? Of(Exception error) => error switch
    {
        DatabaseIsNewer newer => new($"{newer.Message} Använd den versionen, eller läs in en säkerhetskopia.", false),
        SqliteException sqlite => Of(sqlite),
        PostgresException refused => new($"PostgreSQL säger nej: {refused.MessageText}", refused.IsTransient),
        NpgsqlException or SocketException =>
            new("PostgreSQL svarar inte. Är servern igång, och stämmer inställningen Database?", true),
        DbUpdateException { InnerException: { } inner } => Of(inner),
        InvalidOperationException { InnerException: NpgsqlException inner } => Of(inner),
        _ => null,
    };

    // Numbers from https://www.sqlite.org/rescode.html
    private static DatabaseTrouble? Of(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => new("Databasen är låst av ett annat program. Försök igen när det är klart.", true),
        8 => new("Databasen går bara att läsa. Får tjänsten skriva i datamappen?", false),
        10 => new($"Databasen kunde inte skrivas eller läsas (disken svarade fel, {error.SqliteExtendedErrorCode}). "
            + "Är disken full?", true),
        11 or 26 => new("Databasfilen är skadad eller ingen databas. Läs in en säkerhetskopia.", false),
        13 => new("Disken är full. Inget gick förlorat; gör plats och försök igen.", true),
        14 => new("Databasfilen går inte att öppna. Finns datamappen, och får tjänsten läsa och skriva i den?", false),
        _ => null,
    };
}
