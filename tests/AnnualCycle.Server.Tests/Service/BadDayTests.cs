using AnnualCycle.Storage;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.Service;

public sealed class BadDayTests
{
    [Fact]
    public async Task Another_program_that_locks_the_database_keeps_nobody_from_their_calendar()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        await using var service = await installation.StartedAsync();
        var feeds = await installation.FeedsAsync(service);
        await using (var other = installation.Database.Open())
        await using (await other.Database.BeginTransactionAsync())
        {
            var command = installation.RunAsync("propose", "2028", "--collaboration", "nord");
            var second = await installation.RunAsync("serve", "--urls", "http://127.0.0.1:0");
            Assert.Equal(feeds, await installation.FeedsAsync(service));
            Assert.Equal(1, second.ExitCode);
            Assert.Contains("en annan tjänst använder redan datamappen", second.Errors, StringComparison.Ordinal);
            var answer = await command;
            Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
            Assert.Equal("Databasen är låst av ett annat program. Försök igen när det är klart.\n", answer.Errors);
        }

        Assert.Equal(feeds, await installation.FeedsAsync(service));
    }

    [Theory, InlineData(Provider.Sqlite)]
    public async Task A_broken_file_is_told_with_its_line_and_the_others_are_taken_in_at_the_start_and_at_night(
        Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        installation.Settings["AnnualCycle__NightlyWork"] = "0/2 * * * * ?";
        installation.Write("config/charters/syd.yaml", SmallCharters.Syd.Replace("två gånger", "tvåå gångr"));
        await using var service = await installation.StartedAsync();
        await service.Program.WarnsAsync("config/charters/syd.yaml:7: frasen ”tvåå gångr per år”");
        var feeds = await installation.FeedsAsync(service);
        Assert.Contains("nord", feeds.Keys);
        Assert.DoesNotContain("syd", feeds.Keys);

        installation.Write("config/charters/nord.yaml", SmallCharters.Nord("fyra gångr per år"));
        installation.Write("config/charters/syd.yaml", SmallCharters.Syd);
        await service.Program.WarnsAsync("config/charters/nord.yaml:9: frasen ”fyra gångr per år”");
        await Patience.UntilAsync(() => installation.AskAsync(context => context.Plans.AnyAsync(plan =>
            plan.Collaboration == "syd")), () => $"a draft for Syd. {service.Program}");
        Assert.False(await installation.AskAsync(context => context.Charters.AnyAsync(charter =>
            charter.Collaboration == "nord" && charter.Number > 1)));

        installation.Write("config/calendars/sweden.yaml", "nonsense: true\n");
        await service.Program.WarnsAsync("config/calendars/sweden.yaml:1:");
        Assert.Equal(feeds, await installation.FeedsAsync(service));
        await service.StopAsync();
        await using var again = await installation.StartedAsync();
        Assert.Equal(feeds, await installation.FeedsAsync(again));
    }

    [Fact]
    public async Task A_service_that_cannot_start_says_why_and_leaves_everything_as_it_was()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        IReadOnlyDictionary<string, ServedFeed> feeds;
        await using (var service = await installation.StartedAsync())
        {
            feeds = await installation.FeedsAsync(service);
            using var elsewhere = new TemporaryFolder();
            await RefusedAsync(installation, "Porten är upptagen",
                ["--data", elsewhere.Path, "--urls", $"{service.Address}"]);
            await service.StopAsync();
        }

        await RefusedAsync(installation, "går inte att lyssna på", ["--data", installation.Data, "--urls", "arshjul"]);
        await RefusedAsync(installation, "datamappen går inte att använda", ["--data", "/proc/data"]);
        await RefusedAsync(installation, "datamappen går inte att använda",
            ["--data", installation.PathOf("config/people/people.csv")]);
        var key = await File.ReadAllTextAsync(installation.FeedKeyFile);
        File.Delete(installation.FeedKeyFile);
        await RefusedAsync(installation, "nyckeln är en annan än den", ["--data", installation.Data]);
        await File.WriteAllTextAsync(installation.FeedKeyFile, "nyckel");
        await RefusedAsync(installation, "filen är ingen nyckel", ["--data", installation.Data]);
        await File.WriteAllTextAsync(installation.FeedKeyFile, key);
        await NewerAsync(installation, "insert into schema_step (number) values (900)");
        await RefusedAsync(installation, "Databasen är från en nyare version", ["--data", installation.Data]);
        await NewerAsync(installation, "delete from schema_step where number = 900");

        await using var last = await installation.StartedAsync();
        Assert.Equal(feeds, await installation.FeedsAsync(last));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_makes_no_calendar_older()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        IReadOnlyDictionary<string, ServedFeed> feeds;
        await using (var service = await installation.StartedAsync())
        {
            feeds = await installation.FeedsAsync(service);
            await service.StopAsync();
        }

        // A clock that ran ahead wrote other feeds one night; this day's are not written yet.
        await installation.AskAsync(context => context.Database.ExecuteSqlRawAsync(
            "update feed set last_modified = '2090-01-01 00:00:00', etag = '\"old\"'; delete from job_run"));
        await using var late = await installation.StartedAsync();
        await Patience.UntilAsync(
            async () => (await installation.FeedsAsync(late)).All(feed =>
                feed.Value.ETag == feeds[feed.Key].ETag && feed.Value.LastModified.Length > 0),
            () => $"feeds written anew. {late.Program}");
        Assert.All((await installation.FeedsAsync(late)).Values,
            feed => Assert.EndsWith("01 Jan 2090 00:00:00 GMT", feed.LastModified, StringComparison.Ordinal));
    }

    private static Task<int> NewerAsync(SmallInstallation installation, string sql) =>
        installation.AskAsync(context => context.Database.ExecuteSqlRawAsync(sql));

    private static async Task RefusedAsync(SmallInstallation installation, string words, string[] arguments)
    {
        var answer = await installation.Program().Run(["serve", .. arguments]);
        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Contains(words, answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Errors, StringComparison.Ordinal);
    }
}
