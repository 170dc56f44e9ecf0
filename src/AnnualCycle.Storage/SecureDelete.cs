using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AnnualCycle.Storage;

/// <summary>
/// Overwrites what is deleted in SQLite's file with zeros, so that an erased person is not left between the lines. Asked
/// for on each connection, as the file does not keep it (https://www.sqlite.org/pragma.html#pragma_secure_delete).
/// </summary>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => On(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        On(connection);
        return Task.CompletedTask;
    }

    /// <summary>Nothing on another engine. It only sets a flag in this process, so there is nothing to wait for.</summary>
    public static void On(DbConnection connection)
    {
        if (connection is SqliteConnection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "pragma secure_delete = on";
            command.ExecuteNonQuery();
        }
    }
}
