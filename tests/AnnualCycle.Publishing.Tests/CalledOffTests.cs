using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using NodaTime;

namespace AnnualCycle.Publishing.Tests;

public sealed class CalledOffTests
{
    private static readonly Instant Start = SmallService.Start;
    private static readonly Instant Monday = Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_meeting_that_is_no_longer_planned_is_called_off_in_sight_for_thirty_days(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var gone = (await service.InForceAsync()).Meetings.Last(own => own.Groups[0] == "nord/styrgrupp");
        await RemoveAsync(service, gone);

        await service.PublishAsync(Monday);

        var entry = (await service.FeedAsync("nord/styrgrupp")).Events()[gone.Uid];
        Assert.Equal(($"INSTÄLLT: {gone.Title}", "CANCELLED", "1", "TRANSPARENT"),
            (entry["SUMMARY"], entry["STATUS"], entry["SEQUENCE"], entry["TRANSP"]));
        Assert.Contains("planeras inte längre", entry["DESCRIPTION"], StringComparison.Ordinal);
        await service.WriteFeedsAsync(Monday + Duration.FromDays(30));
        Assert.Contains(gone.Uid, (await service.FeedAsync("nord/styrgrupp")).Events().Keys);
        await service.WriteFeedsAsync(Monday + Duration.FromDays(31));
        Assert.DoesNotContain(gone.Uid, (await service.FeedAsync("nord/styrgrupp")).Events().Keys);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_meeting_that_has_been_held_is_not_called_off_when_a_later_plan_lacks_it(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var held = (await service.InForceAsync()).Meetings[0];
        await RemoveAsync(service, held);
        var evening = (held.Date + new LocalTime(20, 0)).InUtc().ToInstant();

        await service.PublishAsync(evening);

        var kept = (await service.InForceAsync()).Meetings.Single(own => own.Uid == held.Uid);
        Assert.Equal((held.Status, held.Date), (kept.Status, kept.Date));
        Assert.Equal("0", (await service.FeedAsync("nord")).Events()[held.Uid]["SEQUENCE"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_called_off_meeting_keeps_its_day_and_reason_in_the_revisions_that_follow(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var gone = (await service.InForceAsync()).Meetings[^1];
        await RemoveAsync(service, gone);
        await service.PublishAsync(Monday);

        await service.PublishAsync(Monday + Duration.FromDays(3), PlanState.Adopted);

        var kept = (await service.InForceAsync()).Meetings.Single(own => own.Uid == gone.Uid);
        Assert.Equal((MeetingStatus.Cancelled, new LocalDate(2026, 11, 23)), (kept.Status, kept.CancelledOn));
        Assert.Equal("1", (await service.FeedAsync("nord")).Events()[gone.Uid]["SEQUENCE"]);
    }

    private static Task RemoveAsync(SmallService service, PlannedMeeting gone) =>
        service.Database.ChangeAsync(async context =>
        {
            var plan = (await new PlanBook(context).InForceAsync("nord", 2027, default))!;
            var without = plan.Plan with { Meetings = [.. plan.Plan.Meetings.Where(own => own.Uid != gone.Uid)] };
            var text = new PlanDraftText("nord", "plan", "Anna", "färre", plan.Inputs);
            return await new PlanBook(context).SaveDraftAsync(text, without, Start, default);
        });
}
