using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Testing;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.Service;

public sealed class TwoNodesTests
{
    [Fact]
    public async Task Two_nodes_do_each_nights_work_once_and_one_goes_on_when_the_other_is_cut_off()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.PostgreSql);
        installation.Settings["AnnualCycle__NightlyWork"] = "0/2 * * * * ?";
        using var second = new TemporaryFolder();
        await using var one = await installation.StartedAsync();
        File.Copy(installation.FeedKeyFile, second.File("feed.key"));
        await using var other = await installation.StartedAsync(second.Path);

        await ChangeAsync(installation, "fem gånger per år", 1);
        await ChangeAsync(installation, "sex gånger per år", 2);
        await one.KillAsync();
        await ChangeAsync(installation, "sju gånger per år", 3);
        await using var back = await installation.StartedAsync();
        await ChangeAsync(installation, "åtta gånger per år", 4);

        var year = await installation.AskAsync(context => context.Plans.MaxAsync(plan => plan.Year));
        await installation.DoAsync("publish", "--collaboration", "nord", "--year", $"{year}", "--yes");
        await Patience.UntilAsync(
            async () => (await other.FeedAsync("/feeds/nord.ics")).Text.Contains("SEQUENCE", StringComparison.Ordinal)
                && (await installation.FeedsAsync(other)).SequenceEqual(await installation.FeedsAsync(back)),
            () => $"the same calendars at both nodes. {back.Program} {other.Program}");
        Assert.Equal(8, Count(await back.FeedAsync("/feeds/nord/styrgrupp.ics"), year));
        Assert.Equal((0, 0), (await back.StopAsync(), await other.StopAsync()));
        await AssertOnceAsync(installation, changes: 4);
    }

    // A night has taken the change in, and a later night, or the same, has drafted the years anew.
    private static async Task ChangeAsync(SmallInstallation installation, string times, int changes)
    {
        installation.Write("config/charters/nord.yaml", SmallCharters.Nord(times));
        await Patience.UntilAsync(
            async () => Drafts(await LogAsync(installation)).Any(draft => draft.Import == changes + 1),
            () => $"a draft after change {changes}");
    }

    private static async Task AssertOnceAsync(SmallInstallation installation, int changes)
    {
        var log = await LogAsync(installation);
        Assert.Equal(1 + changes, log.Count(line => line.Action == "import"));
        var drafts = Drafts(log).ToList();
        Assert.Equal(drafts.Distinct(), drafts);
        var runs = await installation.AskAsync(context => context.JobRuns.AsNoTracking().ToListAsync());
        Assert.True(runs.Select(run => run.Node).Distinct().Count() >= 2, "both nodes had their nights");
        Assert.Equal(runs.Count, runs.Select(run => run.Scheduled).Distinct().Count());
    }

    private static Task<List<AuditEntry>> LogAsync(SmallInstallation installation) =>
        installation.AskAsync(context => context.Audit.AsNoTracking()
            .Where(entry => entry.Collaboration == "nord").OrderBy(entry => entry.Id).ToListAsync());

    /// <summary>Years that were drafted because the charter changed, and after how many imports.</summary>
    private static IEnumerable<(int Import, string Year)> Drafts(IReadOnlyList<AuditEntry> log) => log
        .Where(entry => entry.Action == "plan" && entry.Text.Contains("är ändrad", StringComparison.Ordinal))
        .Select(draft => (log.Count(entry => entry.Action == "import" && entry.Id < draft.Id), draft.Subject));

    private static int Count(ServedFeed feed, int year) => feed.Text.Split("\r\n").Count(line =>
        line.StartsWith($"DTSTART:{year}", StringComparison.Ordinal));
}
