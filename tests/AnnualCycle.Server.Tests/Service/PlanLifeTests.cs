using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.Service;

public sealed class PlanLifeTests
{
    private static readonly string[] Nord = ["--collaboration", "nord"];

    [Theory, InlineData(Provider.PostgreSql)]
    public async Task A_year_is_adopted_moved_in_and_cancelled_in_before_the_eyes_of_those_who_subscribe(
        Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        await using var service = await installation.StartedAsync();
        var proposed = await installation.FeedsAsync(service);
        var year = await installation.AskAsync(context => context.Plans.MaxAsync(plan => plan.Year));
        string[] ofYear = [.. Nord, "--year", $"{year}"];

        await installation.DoAsync(["adopt", $"{year}", .. Nord]);
        var adopted = await ChangedAsync(installation, service, proposed);
        Assert.Contains("STATUS:CONFIRMED", adopted["nord"].Text, StringComparison.Ordinal);
        Assert.Equal(proposed["sluten"], adopted["sluten"]);
        Assert.Equal(proposed["person:bo.berg@nord.example"], adopted["person:bo.berg@nord.example"]);

        var meeting = (await MeetingsAsync(installation, year)).First(one => one.Groups.Contains("nord/styrgrupp"));
        var day = meeting.Date.PlusDays(7);
        await installation.DoAsync("move", meeting.Id, $"{day:uuuu-MM-dd}", "13:00");
        Assert.Contains("Inget är publicerat", await installation.DoAsync(["publish", .. ofYear, "--preview"]),
            StringComparison.Ordinal);
        Assert.Equal(adopted, await installation.FeedsAsync(service));
        await installation.DoAsync(["publish", .. ofYear, "--yes", "--hold"]);
        var moved = await ChangedAsync(installation, service, adopted);
        AssertMoved(adopted["nord/styrgrupp"], moved["nord/styrgrupp"], meeting.Uid);
        foreach (var untouched in new[] { "nord/arbetsgrupp", "sluten", "sluten/rad", "person:bo.berg@nord.example" })
        {
            Assert.Equal(adopted[untouched], moved[untouched]);
        }

        await installation.DoAsync("unlock", meeting.Id);
        await installation.DoAsync("lock", meeting.Id);
        Assert.StartsWith("Redan låst: ", await installation.DoAsync("lock", meeting.Id), StringComparison.Ordinal);
        await installation.DoAsync(["discard", $"{year}", .. Nord]);
        await installation.DoAsync("cancel", meeting.Uid, "--reason", "Sjukdom");
        await installation.DoAsync("add", "nord/styrgrupp", $"{day:uuuu-MM-dd}", "15:00", "--title", "Extra möte");
        await installation.DoAsync(["publish", .. ofYear, "--yes"]);
        var last = await ChangedAsync(installation, service, moved);
        var cancelled = EventOf(last["nord/styrgrupp"], meeting.Uid);
        Assert.Contains("STATUS:CANCELLED", cancelled, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:INSTÄLLT: ", cancelled, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Extra möte", last["nord/styrgrupp"].Text, StringComparison.Ordinal);

        await installation.DoAsync(["propose", $"{year + 1}", .. Nord]);
        Assert.Matches($"{year}-..-.. [0-9:]+  {meeting.Id}  inställt", await installation.DoAsync("plans", "--meetings"));
        Assert.Contains($"{year + 1}  föreslagen", await installation.DoAsync("plans"), StringComparison.Ordinal);
        await AssertLoggedAsync(installation);
        if (provider == Provider.Sqlite)
        {
            // What is typed wrongly is refused before the engine matters.
            await RefuseWrongInputAsync(installation, service, meeting.Id, year);
        }
    }

    private static async Task RefuseWrongInputAsync(
        SmallInstallation installation, RunningService service, string meeting, int year)
    {
        var (feeds, lines) = (await installation.FeedsAsync(service), await LinesAsync(installation));
        (string[] Command, string Advice)[] wrong =
        [
            (["move", "nord/styrgrupp/ordinari/2099-1", $"{year}-05-04"], "2099"),
            (["lock", "STYRGRUPP"], "Menade du nord/styrgrupp/"),
            (["move", meeting, "i-morgon"], "Skriv åååå-mm-dd"),
            (["adopt", $"{year}", "--collaboration", "nrod"], "Menade du ”nord”"),
            (["adopt", $"{year}", .. Nord], "är redan fastställt"),
            (["publish", .. Nord, "--yes"], "Inget utkast väntar"),
            (["discard", $"{year}", .. Nord], "Inget utkast väntar"),
            (["propose", $"{year + 50}", .. Nord], "kan inte planeras"),
            (["cancel", meeting], "--reason"),
        ];
        foreach (var pair in wrong.Chunk(2))
        {
            var answers = await Task.WhenAll(pair.Select(one => installation.RunAsync(one.Command)));
            Assert.All(answers, answer => Assert.Equal((1, ""), (answer.ExitCode, answer.Output)));
            Assert.All(answers.Zip(pair), one =>
                Assert.Contains(one.Second.Advice, one.First.Errors, StringComparison.Ordinal));
        }

        Assert.Equal(feeds, await installation.FeedsAsync(service));
        Assert.Equal(lines, await LinesAsync(installation));
    }

    // Within seconds, as the service looks each second.
    private static async Task<IReadOnlyDictionary<string, ServedFeed>> ChangedAsync(
        SmallInstallation installation, RunningService service, IReadOnlyDictionary<string, ServedFeed> before)
    {
        await Patience.UntilAsync(
            async () => await service.FeedAsync("/feeds/nord.ics") != before["nord"]
                && await service.FeedAsync("/feeds/nord/styrgrupp.ics") != before["nord/styrgrupp"],
            () => $"a changed calendar. {service.Program}");
        return await installation.FeedsAsync(service);
    }

    private static void AssertMoved(ServedFeed before, ServedFeed after, string uid)
    {
        Assert.NotEqual(before.ETag, after.ETag);
        Assert.Equal(Sequence(EventOf(before, uid)) + 1, Sequence(EventOf(after, uid)));
        Assert.Equal(Uids(before), Uids(after));
    }

    private static async Task AssertLoggedAsync(SmallInstallation installation)
    {
        var log = await installation.AskAsync(context => context.Audit.AsNoTracking()
            .OrderBy(entry => entry.Id).ToListAsync());
        var byHand = log.Where(entry => entry.Who == $"{Environment.UserName} (kommandoraden)").ToList();
        Assert.Equal(["adopt", "move", "publish", "unlock", "lock", "discard", "cancel", "add", "publish", "plan",
            "propose"], byHand.Select(entry => entry.Action));
        Assert.Equal(log.Select(entry => entry.At).Order(), log.Select(entry => entry.At));
    }

    private static Task<int> LinesAsync(SmallInstallation installation) =>
        installation.AskAsync(context => context.Audit.CountAsync());

    private static async Task<IReadOnlyList<PlannedMeeting>> MeetingsAsync(SmallInstallation installation, int year) =>
        (await installation.AskAsync(context =>
            new PlanBook(context).InForceAsync("nord", year, CancellationToken.None)))!.Plan.Meetings;

    private static string EventOf(ServedFeed feed, string uid) => feed.Text
        .Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Single(text => text.Contains($"UID:{uid}", StringComparison.Ordinal));

    private static int Sequence(string calendarEvent) => calendarEvent.Split("\r\n")
        .Where(line => line.StartsWith("SEQUENCE:", StringComparison.Ordinal))
        .Select(line => int.Parse(line["SEQUENCE:".Length..], System.Globalization.CultureInfo.InvariantCulture))
        .SingleOrDefault();

    private static IEnumerable<string> Uids(ServedFeed feed) => feed.Text
        .Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
