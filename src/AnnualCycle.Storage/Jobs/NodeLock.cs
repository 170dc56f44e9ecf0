using Npgsql;

namespace AnnualCycle.Storage.Jobs;

/// <summary>
/// A lock that one of the nodes on a PostgreSQL holds. It is a connection of its own, outside the pool: when the process
/// dies, so does the connection, and with it the lock.
/// </summary>
internal static class NodeLock
{
    /// <summary>Waits until nobody else has it; whoever disposes of the connection lets it go.</summary>
    /// <param name="name">What the lock is for.</param>
    public static async Task<NpgsqlConnection> TakeAsync(Database database, string name, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = false, CommandTimeout = 0, KeepAlive = 10,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtext($1))", connection);
            command.Parameters.AddWithValue(name);
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            // Who stops waiting must not come to hold the lock through a connection that nobody closes.
            await connection.DisposeAsync();
            throw;
        }
    }
}
