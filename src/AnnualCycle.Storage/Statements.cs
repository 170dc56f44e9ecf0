using System.Data;
using System.Data.Common;
using NodaTime;

namespace AnnualCycle.Storage;

/// <summary>A statement in SQL that both engines understand.</summary>
/// <param name="Values">Text, numbers and instants; null stands for no instant.</param>
internal sealed record Statement(string Sql, params (string Name, object? Value)[] Values);

/// <summary>Statements on one open connection, kept ready to be asked again.</summary>
internal sealed class Statements(DbConnection connection) : IAsyncDisposable
{
    /// <summary>Seconds; the connection itself may wait for ever, as for a lock.</summary>
    private const int Patience = 30;

    private readonly Dictionary<string, DbCommand> _ready = new(StringComparer.Ordinal);

    /// <summary>Does all of them or none; how many rows each has changed.</summary>
    public Task<IReadOnlyList<int>> DoAsync(IReadOnlyList<Statement> statements, CancellationToken cancel) =>
        connection.CanCreateBatch ? AtOnceAsync(statements, cancel) : OneByOneAsync(statements, cancel);

    public async Task<IReadOnlyList<T>> ReadAsync<T>(
        Statement statement, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await using var rows = await Ready(statement, null).ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel))
        {
            found.Add(read(rows));
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _ready.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    // One way to the server and back, however many there are; a batch is a transaction by itself.
    private async Task<IReadOnlyList<int>> AtOnceAsync(IReadOnlyList<Statement> statements, CancellationToken cancel)
    {
        await using var batch = connection.CreateBatch();
        batch.Timeout = Patience;
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Sql;
            Fill(command.Parameters, command.CreateParameter, statement);
            batch.BatchCommands.Add(command);
        }

        // Each statement is made ready once on a connection; here it is only found again.
        await batch.PrepareAsync(cancel);
        await batch.ExecuteNonQueryAsync(cancel);
        return [.. batch.BatchCommands.Select(command => command.RecordsAffected)];
    }

    private async Task<IReadOnlyList<int>> OneByOneAsync(IReadOnlyList<Statement> statements, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var changed = new List<int>();
        foreach (var statement in statements)
        {
            changed.Add(await Ready(statement, transaction).ExecuteNonQueryAsync(cancel));
        }

        await transaction.CommitAsync(cancel);
        return changed;
    }

    private DbCommand Ready(Statement statement, DbTransaction? transaction)
    {
        if (!_ready.TryGetValue(statement.Sql, out var command))
        {
            command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (statement.Sql, Patience);
            _ready[statement.Sql] = command;
        }

        command.Transaction = transaction;
        command.Parameters.Clear();
        Fill(command.Parameters, command.CreateParameter, statement);
        return command;
    }

    private static void Fill(DbParameterCollection parameters, Func<DbParameter> create, Statement statement)
    {
        foreach (var (name, value) in statement.Values)
        {
            var parameter = create();
            parameter.ParameterName = name;
            if (value is null or Instant)
            {
                parameter.DbType = DbType.DateTime;
            }

            parameter.Value = value is Instant instant ? InstantColumn.Of(instant) : value ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }
}
