using AnnualCycle.Storage;
using Microsoft.Data.Sqlite;

namespace AnnualCycle.Testing.Databases;

/// <summary>An empty database of a test's own, on the engine that the test asks for; gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TestDatabase(Database database) => Database = database;

    public Database Database { get; private set; }

    /// <summary>Where an installation of the service with this database has its own files.</summary>
    public string Folder => _folder.Path;

    /// <summary>Both engines, as rows of a theory.</summary>
    public static IEnumerable<object[]> Both => [[Provider.Sqlite], [Provider.PostgreSql]];

    /// <summary>Without any table.</summary>
    public static async Task<TestDatabase> EmptyAsync(Provider provider)
    {
        var test = new TestDatabase(null!);
        test.Database = provider == Provider.Sqlite
            ? Database.Sqlite(test._folder.File("annualcycle.db"))
            : Database.PostgreSql(await PostgresServer.NewDatabaseAsync());
        return test;
    }

    /// <summary>With this version's schema.</summary>
    public static async Task<TestDatabase> CreateAsync(Provider provider)
    {
        var test = await EmptyAsync(provider);
        await test.Database.PrepareAsync();
        return test;
    }

    public async ValueTask DisposeAsync()
    {
        if (Database.Provider == Provider.PostgreSql)
        {
            await PostgresServer.DropAsync(Database.ConnectionString);
        }

        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
