using AnnualCycle.Plans;
using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Server.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    private const string Path = "/feeds/nord/styrgrupp.ics";

    [Fact]
    public async Task A_subscriber_sees_a_meeting_move_and_sees_it_called_off()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        await using var service = await installation.StartedAsync();
        using var subscriber = await Subscriber.ToAsync(await AddressAsync(service));
        var (year, meeting, others) = await NextYearAsync(installation);

        Assert.Equal(Shown([.. others, Line(meeting.Date, meeting.Start)]), await subscriber.SeesAsync(year));

        // A meeting that a person moves stands where it was put, whatever day that is.
        var (day, time) = (meeting.Date.PlusDays(1), new LocalTime(14, 30));
        await installation.DoAsync("move", meeting.Id, $"{day:uuuu-MM-dd}", "14:30");
        Assert.Equal(Shown([.. others, Line(meeting.Date, meeting.Start)]), await subscriber.SeesAsync(year));
        await PublishAsync(installation, service, year);
        Assert.Equal(Shown([.. others, Line(day, time)]), await subscriber.SeesAsync(year));

        await installation.DoAsync("cancel", meeting.Id, "--reason", "Sjukdom");
        await PublishAsync(installation, service, year);
        Assert.Equal(Shown([.. others, Line(day, time, "INSTÄLLT: ")]), await subscriber.SeesAsync(year));
    }

    private static async Task<string> AddressAsync(RunningService service)
    {
        var said = await service.Program.SaysAsync("Årshjulet finns på ");
        return said[said.IndexOf("http", StringComparison.Ordinal)..] + Path;
    }

    // The service looks for publications each second.
    private static async Task PublishAsync(SmallInstallation installation, RunningService service, int year)
    {
        var before = (await service.FeedAsync(Path)).ETag;
        await installation.DoAsync("publish", "--collaboration", "nord", "--year", $"{year}", "--yes");
        await Patience.UntilAsync(async () => (await service.FeedAsync(Path)).ETag != before, () => "the new calendar");
    }

    private static async Task<(int Year, PlannedMeeting Meeting, IReadOnlyList<string> Others)> NextYearAsync(
        SmallInstallation installation)
    {
        var plans = await installation.AskAsync(context => new PlanBook(context).AllInForceAsync(default));
        var plan = plans.Where(plan => plan.Collaboration == "nord").MaxBy(plan => plan.Year)!.Plan;
        var own = plan.Meetings.Where(meeting => meeting.Groups.Contains("nord/styrgrupp")).ToList();
        var others = own.Where(other => other != own[1]).Select(other => Line(other.Date, other.Start));
        return (plan.Year, own[1], [.. others]);
    }

    private static string Line(LocalDate day, LocalTime time, string before = "") =>
        $"{day:uuuu-MM-dd} {time:HH:mm} {before}Styrgrupp Nord";

    private static IEnumerable<string> Shown(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);
}
