using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.Service;

public sealed class FirstStartTests
{
    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, InlineData(Provider.Sqlite)]
    public async Task An_empty_folder_becomes_two_proposed_years_that_outlive_a_stop_and_a_power_cut(Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        IReadOnlyDictionary<string, ServedFeed> first;
        await using (var service = await installation.StartedAsync())
        {
            first = await installation.FeedsAsync(service);
            await service.Program.SaysAsync("Arbetsgrupp Nord");
            Assert.All(Announced(service), address => Assert.Contains(address, first.Keys));
            Assert.Equal(["nord", "nord/styrgrupp", "nord/arbetsgrupp"], Announced(service));
            Assert.Equal(0, await service.StopAsync());
        }

        Assert.Equal(["nord", "nord/arbetsgrupp", "nord/styrgrupp", "person:anna.ask@nord.example",
            "person:bo.berg@nord.example", "sluten", "sluten/rad"], first.Keys);
        Assert.Contains("STATUS:TENTATIVE", first["nord"].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("STATUS:CONFIRMED", first["nord"].Text, StringComparison.Ordinal);
        await AssertProposedAsync(installation);

        await using (var service = await installation.StartedAsync())
        {
            Assert.Equal(first, await installation.FeedsAsync(service));
            await service.KillAsync();
        }

        await using var last = await installation.StartedAsync();
        Assert.Equal(first, await installation.FeedsAsync(last));
        Assert.DoesNotContain("Första starten", last.Program.Errors, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_first_start_that_is_cut_off_again_and_again_ends_as_one_that_was_not(Provider provider)
    {
        await using var undisturbed = await SmallInstallation.CreateAsync(provider);
        await using var cutOff = await SmallInstallation.CreateAsync(provider);
        var whole = undisturbed.Start();
        foreach (var instant in Instants(cutOff))
        {
            await using var service = cutOff.Start();
            await Patience.UntilAsync(() => instant(service), () => $"the instant to kill at. {service.Program}");
            await service.KillAsync();
        }

        await using (whole)
        await using (var service = await cutOff.StartedAsync())
        {
            await whole.ServesAsync();
            // Another key is another service with UIDs of its own; all else is the same year.
            Assert.Equal(await YearAsync(undisturbed, whole), await YearAsync(cutOff, service));
            await AssertProposedAsync(cutOff);
            Assert.Single(Directory.GetFiles(cutOff.Data, "feed.key*"));
        }
    }

    [Fact]
    public async Task The_five_charters_are_served_after_the_first_command_a_user_types()
    {
        using var folder = new TemporaryFolder();
        var program = new AnnualCycleProgram { Folder = folder.Path };
        await using var service = new RunningService(program.Start("--urls", "http://127.0.0.1:0", "--config",
            Path.Combine(Repository.Root, "config")));
        await service.ServesAsync();
        await service.Program.SaysAsync("/feeds/sodra-alvsborg/");

        var feeds = await Task.WhenAll(Announced(service).Select(id => service.FeedAsync($"/feeds/{id}.ics")));
        Assert.True(feeds.Length > 30, $"{feeds.Length} feeds. {service.Program}");
        Assert.Equal(0, await service.StopAsync());
    }

    // After the key, while planning, and when the one change that has it all was just made.
    private static IEnumerable<Func<RunningService, Task<bool>>> Instants(SmallInstallation installation) =>
    [
        _ => Task.FromResult(File.Exists(installation.FeedKeyFile)),
        async service => service.Program.Errors.Contains("Första starten", StringComparison.Ordinal)
            && await HasAsync(installation, "charter_version"),
        _ => HasAsync(installation, "plan_revision"),
    ];

    private static async Task<bool> HasAsync(SmallInstallation installation, string table) =>
        await installation.Database.AskAsync($"select 1 from {table} limit 1", default) is not null;

    private static IEnumerable<string> Announced(RunningService service) => service.Program.Output
        .Where(line => line.Contains("/feeds/", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf("/feeds/", StringComparison.Ordinal) + "/feeds/".Length)..^".ics".Length]);

    private static async Task<IEnumerable<string>> YearAsync(SmallInstallation installation, RunningService service) =>
        (await installation.FeedsAsync(service)).SelectMany(feed => feed.Value.Text.Split("\r\n")
            .Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal)
                || line.StartsWith("SUMMARY", StringComparison.Ordinal))
            .Select(line => $"{feed.Key} {line}"));

    private static async Task AssertProposedAsync(SmallInstallation installation)
    {
        var plans = await installation.AskAsync(context => context.Plans.AsNoTracking()
            .OrderBy(plan => plan.Collaboration).ThenBy(plan => plan.Year).ToListAsync());
        Assert.All(plans, plan => Assert.Equal((PlanState.Proposed, 1), (plan.State, plan.Number)));
        Assert.Equal(["nord", "nord", "sluten", "sluten"], plans.Select(plan => plan.Collaboration));
        Assert.Equal(plans[0].Year + 1, plans[1].Year);
    }
}
