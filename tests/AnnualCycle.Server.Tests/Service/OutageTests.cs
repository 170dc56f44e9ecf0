using System.Net;
using AnnualCycle.Storage;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Npgsql;

namespace AnnualCycle.Server.Tests.Service;

public sealed class OutageTests
{
    [Fact]
    public async Task A_PostgreSQL_that_goes_away_and_comes_back_is_waited_for_while_calendars_in_memory_are_served()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.PostgreSql);
        IReadOnlyDictionary<string, ServedFeed> feeds;
        await using (var first = await installation.StartedAsync())
        {
            feeds = await installation.FeedsAsync(first);
            await first.StopAsync();
        }

        await using var service = await installation.StartedAsync();
        Assert.Equal(feeds["nord"], await service.FeedAsync("/feeds/nord.ics"));
        await AllowAsync(installation, false);
        // The one that looks each second, and no other: it is what says so when all is well again.
        await service.Program.WarnsAsync("WindowDressing");
        Assert.Equal(feeds["nord"], await service.FeedAsync("/feeds/nord.ics"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await service.StatusAsync("/feeds/nord/styrgrupp.ics"));
        var refused = await installation.RunAsync("plans");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("PostgreSQL s", refused.Errors, StringComparison.Ordinal);
        Assert.Single(refused.Errors.TrimEnd().Split('\n'));

        await AllowAsync(installation, true);
        await service.Program.WarnsAsync("Databasen svarar igen.");
        Assert.Equal(feeds, await installation.FeedsAsync(service));
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task A_PostgreSQL_that_does_not_answer_at_the_start_is_told_in_one_line()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        installation.Settings["AnnualCycle__Database"] = "Host=127.0.0.1;Port=1;Database=nord;Username=nord";

        var answer = await installation.RunAsync("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Equal("PostgreSQL svarar inte. Är servern igång, och stämmer inställningen Database?\n", answer.Errors);
    }

    [Fact]
    public async Task A_disk_that_is_full_stops_a_publication_whole_and_no_calendar_changes()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        await using var service = await installation.StartedAsync();
        var feeds = await installation.FeedsAsync(service);

        // No file may grow past 8 kB: the log of changes, which SQLite writes beside the database, cannot be written.
        var full = new AnnualCycleProgram
        {
            Folder = installation.Folder, Wrapper = ["bash", "-c", "ulimit -f 8; trap '' XFSZ; exec \"$0\" \"$@\""],
            // Else the runtime maps its own code from a file that is larger than that.
            Variables = new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        var year = await installation.AskAsync(context => Task.FromResult(context.Plans.Max(plan => plan.Year)));
        var answer = await full.Run("adopt", $"{year}", "--collaboration", "nord", "--data", installation.Data);

        Assert.True(answer.ExitCode == 1, $"{answer}");
        Assert.Contains("full", answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(feeds, await installation.FeedsAsync(service));
        await installation.DoAsync("adopt", $"{year}", "--collaboration", "nord");
    }

    // Nobody may connect, and who is connected is put out: as when the server is gone, for this database alone.
    private static async Task AllowAsync(SmallInstallation installation, bool allow)
    {
        NpgsqlConnection.ClearAllPools();
        var name = new NpgsqlConnectionStringBuilder(installation.Database.ConnectionString).Database;
        await PostgresServer.RunAsync($"alter database {name} with allow_connections {(allow ? "true" : "false")}");
        if (!allow)
        {
            await PostgresServer.RunAsync(
                $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        }
    }
}
