using System.Diagnostics;
using Npgsql;

namespace AnnualCycle.Testing.Databases;

/// <summary>
/// The PostgreSQL that the tests run on: the one that tests/run.sh has started, else one that is started here and
/// ends with the tests.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<string> Server = new(() =>
        Environment.GetEnvironmentVariable("ANNUALCYCLE_TEST_POSTGRES") ?? StartOwn());

    private static int _made;

    /// <summary>An empty database; the answer is how to connect to it.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
        await RunAsync($"create database {name}");
        return new NpgsqlConnectionStringBuilder(Server.Value) { Database = name, MaxPoolSize = 10 }.ToString();
    }

    /// <summary>Also when somebody is still connected.</summary>
    public static async Task DropAsync(string connection)
    {
        await using (var closing = new NpgsqlConnection(connection))
        {
            NpgsqlConnection.ClearPool(closing);
        }

        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        await RunAsync($"drop database if exists {name} with (force)");
    }

    /// <summary>As the server's administrator, outside every database of a test.</summary>
    public static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string StartOwn()
    {
        var folder = Directory.CreateTempSubdirectory("annualcycle-pg-");
        if (!OperatingSystem.IsWindows())
        {
            // The server's own user must be able to walk through it.
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_101_101);
        }

        var data = Path.Combine(folder.FullName, "server");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Script("stop", data);
            folder.Delete(recursive: true);
        };
        return Script("start", data).Trim();
    }

    private static string Script(string action, string folder)
    {
        var script = Path.Combine(Repository.Root, "tests", "postgres.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, action, folder])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{script} {action} failed");
    }
}
