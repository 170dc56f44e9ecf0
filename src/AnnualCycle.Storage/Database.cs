using System.Data.Common;
using AnnualCycle.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace AnnualCycle.Storage;

/// <summary>Which database engine keeps the service's memory.</summary>
public enum Provider
{
    Sqlite, PostgreSql,
}

/// <summary>The service's memory: embedded SQLite in a folder, or PostgreSQL where several nodes share it.</summary>
public sealed class Database
{
    /// <summary>The lock that every change is made under; one number, as all changes wait for each other.</summary>
    private const long ChangeLock = 7_305_115;

    private readonly DbContextOptions<AnnualCycleContext> _options;

    private Database(Provider provider, string connection)
    {
        (Provider, ConnectionString) = (provider, connection);
        var options = new DbContextOptionsBuilder<AnnualCycleContext>();
        _options = (provider == Provider.Sqlite
            ? options.UseSqlite(connection).AddInterceptors(new SecureDelete())
            : UsePostgreSql(options, connection)).Options;
    }

    public Provider Provider { get; }

    public string ConnectionString { get; }

    /// <param name="file">Made when it is not there; its folder must be.</param>
    public static Database Sqlite(string file) => new(Provider.Sqlite, new SqliteConnectionStringBuilder
    {
        // Seconds that a change waits for another process's, before it gives up in words.
        DataSource = file, DefaultTimeout = 10,
    }.ToString());

    /// <param name="connection">As Npgsql writes it: <c>Host=…;Database=…;Username=…</c>.</param>
    public static Database PostgreSql(string connection) => new(Provider.PostgreSql, connection);

    /// <summary>Brings the schema to this version.</summary>
    /// <exception cref="DatabaseIsNewer">A later version of the service has been here.</exception>
    public async Task PrepareAsync(CancellationToken cancel = default)
    {
        await using var connection = await ConnectAsync(cancel);
        if (Provider == Provider.Sqlite)
        {
            // Readers go on while somebody writes.
            await using var wal = connection.CreateCommand();
            wal.CommandText = "pragma journal_mode = wal";
            await wal.ExecuteNonQueryAsync(cancel);
        }

        await SchemaSteps.ApplyAsync(connection, Provider, cancel);
    }

    /// <summary>An open connection for SQL of one's own; the caller disposes of it.</summary>
    public async Task<DbConnection> ConnectAsync(CancellationToken cancel)
    {
        var connection = Provider == Provider.Sqlite
            ? new SqliteConnection(ConnectionString) : PostgreSqlConnection(ConnectionString);
        await connection.OpenAsync(cancel);
        SecureDelete.On(connection);
        return connection;
    }

    /// <summary>
    /// Lets what was deleted leave the disk: on SQLite it lies in the log of changes until that is emptied. PostgreSQL does
    /// so by itself in time (vacuum).
    /// </summary>
    public async Task ForgetAsync(CancellationToken cancel)
    {
        if (Provider == Provider.Sqlite)
        {
            await AskAsync("pragma wal_checkpoint(truncate)", cancel);
        }
    }

    /// <summary>The first value that a question in SQL is answered with; null when there is none.</summary>
    public async Task<object?> AskAsync(string sql, CancellationToken cancel)
    {
        await using var connection = await ConnectAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var answer = await command.ExecuteScalarAsync(cancel);
        return answer is DBNull ? null : answer;
    }

    /// <summary>For reading, or for one change of one row; the caller disposes of it.</summary>
    public AnnualCycleContext Open() => new(_options);

    /// <summary>
    /// Makes a change whole or not at all, after every other process's: what it reads is still so when it is written.
    /// </summary>
    public Task<T> ChangeAsync<T>(Func<AnnualCycleContext, Task<T>> work, CancellationToken cancel = default) =>
        RunAsync(work, isKept: true, cancel);

    /// <summary>Makes a change to see what it does, and undoes it.</summary>
    public Task<T> RehearseAsync<T>(Func<AnnualCycleContext, Task<T>> work, CancellationToken cancel) =>
        RunAsync(work, isKept: false, cancel);

    private async Task<T> RunAsync<T>(
        Func<AnnualCycleContext, Task<T>> work, bool isKept, CancellationToken cancel)
    {
        await using var context = Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        // What is undone need not wait for others, nor others for it.
        if (isKept && Provider == Provider.PostgreSql)
        {
            await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({ChangeLock})", cancel);
        }

        var result = await work(context);
        if (isKept)
        {
            await context.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    /// <summary>
    /// The instant that a change is to be dated: <paramref name="now"/>, but never before what is already written. A
    /// clock that was set back must not make calendars believe that nothing is new; a night that rewrote feeds left no
    /// line in the log, so the feeds are asked too.
    /// </summary>
    public static async Task<Instant> NotBeforeAsync(AnnualCycleContext context, Instant now, CancellationToken cancel)
    {
        var logged = await context.Audit.OrderByDescending(entry => entry.Id)
            .Select(entry => (Instant?)entry.At).FirstOrDefaultAsync(cancel);
        var shown = await context.Feeds.OrderByDescending(feed => feed.Version)
            .Select(feed => (Instant?)feed.LastModified).FirstOrDefaultAsync(cancel);
        return new[] { now, logged ?? now, shown ?? now }.Max();
    }

    // Methods of their own, so that who runs on SQLite never loads what speaks to PostgreSQL.
    private static DbContextOptionsBuilder<AnnualCycleContext> UsePostgreSql(
        DbContextOptionsBuilder<AnnualCycleContext> options, string connection) => options.UseNpgsql(connection);

    private static DbConnection PostgreSqlConnection(string connection) => new NpgsqlConnection(connection);
}
