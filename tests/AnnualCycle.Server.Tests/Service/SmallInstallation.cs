using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.Service;

/// <summary>A calendar as a subscriber got it.</summary>
internal sealed record ServedFeed(string ETag, string LastModified, string Text);

/// <summary>
/// An installation of the built program, from outside: a folder of small charters, a data folder and a database.
/// </summary>
internal sealed class SmallInstallation : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestDatabase _database;
    private readonly string? _data;

    private SmallInstallation(TestDatabase database, string? data) => (_database, _data) = (database, data);

    public Database Database => _database.Database;

    /// <summary>Where the administrator stands.</summary>
    public string Folder => _folder.Path;

    public string Data => _data ?? _database.Folder;

    /// <summary>Settings in the environment, beside the database's.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public string FeedKeyFile => Path.Combine(Data, "feed.key");

    /// <summary>With nothing but its configuration: the database is empty and the data folder is not there.</summary>
    public static async Task<SmallInstallation> CreateAsync(Provider provider)
    {
        var installation = new SmallInstallation(await TestDatabase.EmptyAsync(provider), null);
        var config = Directory.CreateDirectory(Path.Combine(installation.Folder, "config")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "config", "calendars")))
        {
            installation.Write($"config/calendars/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file));
        }

        installation.Write("config/charters/nord.yaml", SmallCharters.Nord());
        installation.Write("config/charters/sluten.yaml", SmallCharters.Closed);
        installation.Write("config/people/people.csv", SmallCharters.People);
        return installation;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Writes a file whole, as an editor does: nobody reads half of it.</summary>
    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file) + "~", text);
        File.Move(PathOf(file) + "~", PathOf(file), overwrite: true);
    }

    public AnnualCycleProgram Program() => new() { Folder = Folder, Variables = Variables() };

    /// <summary>Runs a command to its end.</summary>
    public Task<ProgramAnswer> RunAsync(params string[] command) => Program().Run([.. command, "--data", Data]);

    /// <summary>A command that has to go well; its standard output.</summary>
    public async Task<string> DoAsync(params string[] command)
    {
        var answer = await RunAsync(command);
        Assert.True(answer.ExitCode == 0, $"{string.Join(' ', command)}: {answer}");
        return answer.Output;
    }

    /// <summary>Starts the service at a port of its own.</summary>
    /// <param name="data">Another data folder than the installation's: a second node's.</param>
    public RunningService Start(string? data = null, AnnualCycleProgram? program = null) =>
        new((program ?? Program()).Start("serve", "--urls", "http://127.0.0.1:0", "--data", data ?? Data));

    /// <summary>Starts the service and waits until it serves.</summary>
    public async Task<RunningService> StartedAsync(string? data = null)
    {
        var service = Start(data);
        await service.ServesAsync();
        return service;
    }

    /// <summary>Every calendar that there is, by its id, those of persons too, as they are handed out.</summary>
    public async Task<IReadOnlyDictionary<string, ServedFeed>> FeedsAsync(RunningService service)
    {
        await using var context = Database.Open();
        var stored = await context.Feeds.AsNoTracking()
            .Select(feed => new { feed.Id, feed.IsPublic, feed.Generation }).ToListAsync();
        var key = FeedKey.Open(FeedKeyFile);
        var feeds = new SortedDictionary<string, ServedFeed>(StringComparer.Ordinal);
        foreach (var feed in stored)
        {
            feeds[feed.Id] = await service.FeedAsync(feed.IsPublic
                ? $"/feeds/{feed.Id}.ics" : $"/feeds/p/{key.TokenOf(feed.Id, feed.Generation)}/arshjul.ics");
        }

        return feeds;
    }

    public async Task<T> AskAsync<T>(Func<AnnualCycleContext, Task<T>> question)
    {
        await using var context = Database.Open();
        return await question(context);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(Settings);
        if (Database.Provider == Provider.PostgreSql)
        {
            variables["AnnualCycle__Database"] = Database.ConnectionString;
        }

        return variables;
    }
}
