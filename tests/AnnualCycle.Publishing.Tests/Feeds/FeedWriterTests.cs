using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using AnnualCycle.Testing.Oracles;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Feeds;

public sealed class FeedWriterTests
{
    private static readonly Instant Monday = SmallService.Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task There_is_a_calendar_for_each_collaboration_group_and_person(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);

        Assert.Equal(
            ["nord True", "nord/beredning True", "nord/styrgrupp True", "person:anna@nord.example False",
                "person:bo@nord.example False", "syd False", "syd/rad False"],
            (await service.FeedsAsync()).Select(feed => $"{feed.Id} {feed.IsPublic}"));
        Assert.Equal(7, (await service.FeedsAsync()).Select(feed => feed.Version).Distinct().Count());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_calendar_whose_bytes_did_not_change_keeps_its_validators(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = await service.FeedsAsync();
        var moved = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/styrgrupp");
        await service.EditAsync(2027, Monday, (edit, plan) => edit.Move(plan, moved.Id, new LocalDate(2027, 6, 8)));

        await service.PublishAsync(Monday);

        var after = await service.FeedsAsync();
        var changed = before.Zip(after).Where(pair => pair.First.ETag != pair.Second.ETag).ToList();
        Assert.Equal(["nord", "nord/styrgrupp", "person:anna@nord.example"], changed.Select(pair => pair.Second.Id));
        Assert.All(changed, pair => Assert.Equal(Monday, pair.Second.LastModified));
        Assert.True(changed.Min(pair => pair.Second.Version) > before.Max(feed => feed.Version));
        Assert.All(before.Zip(after).Except(changed), pair => Assert.Equal(
            (pair.First.ETag, pair.First.LastModified, pair.First.Version),
            (pair.Second.ETag, pair.Second.LastModified, pair.Second.Version)));
        Assert.Equal(0, await service.WriteFeedsAsync(Monday + Duration.FromHours(1)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_program_that_writes_otherwise_makes_every_calendar_anew(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var right = await service.FeedAsync("nord");
        await service.Database.ChangeAsync(async context =>
        {
            foreach (var feed in await context.Feeds.Where(feed => feed.Id != "syd").ToListAsync())
            {
                (feed.Content, feed.Format) = ("X-OLD:1\r\n"u8.ToArray(), FeedWriter.Format - 1);
                feed.ETag = RenderedFeed.ETagOf(feed.Content);
            }

            return 0;
        });

        Assert.Equal(6, await service.WriteFeedsAsync(Monday));

        var again = await service.FeedAsync("nord");
        Assert.Equal(right.Content, again.Content);
        Assert.Equal((FeedWriter.Format, Monday), (again.Format, again.LastModified));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_joint_meeting_reaches_the_calendars_of_both_collaborations_and_leaves_both(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var joint = await JoinAsync(service, ["nord/styrgrupp", "syd/rad"]);
        await service.PublishAsync(Monday);

        foreach (var id in (string[])["nord", "nord/styrgrupp", "syd", "syd/rad", "person:anna@nord.example"])
        {
            Assert.Equal("1", (await service.FeedAsync(id)).Events()[joint.Uid]["SEQUENCE"]);
        }

        await JoinAsync(service, ["nord/styrgrupp"]);
        await service.PublishAsync(Monday + Duration.FromDays(1));
        Assert.Contains(joint.Uid, (await service.FeedAsync("nord")).Events().Keys);
        Assert.DoesNotContain(joint.Uid, (await service.FeedAsync("syd/rad")).Events().Keys);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Every_stored_calendar_is_read_back_by_four_programs_as_it_was_published(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var called = (await service.InForceAsync()).Meetings[0];
        await service.EditAsync(2027, Monday, (edit, plan) =>
            edit.Cancel(plan, called.Id, SwedishTime.DayOf(Monday), "Sjukdom; \"flera\", borta"));
        await service.PublishAsync(Monday, PlanState.Adopted);
        await using var context = service.Database.Open();
        var plans = (await new PlanBook(context).AllInForceAsync(default)).Select(plan => plan.Plan).ToList();

        foreach (var (id, owns) in Owned)
        {
            var rows = CalendarOracle.Ordered(plans.SelectMany(plan => Rows(plan, owns)));
            var feed = await service.FeedAsync(id);
            Assert.All(CalendarOracle.All, oracle => Assert.Equal(rows, oracle.Read(feed.Content)));
        }
    }

    private static IReadOnlyList<(string Id, Func<string, bool> Owns)> Owned =>
    [
        ("nord", id => id.StartsWith("nord/", StringComparison.Ordinal)),
        ("syd/rad", id => id == "syd/rad"),
        ("person:bo@nord.example", id => id == "nord/beredning"),
    ];

    private static IEnumerable<CalendarRow> Rows(Plan plan, Func<string, bool> owns) => plan.Meetings
        .Where(meeting => meeting.Groups.Any(owns)).Select(meeting => CalendarRow.Meeting(
            meeting.Uid, At(meeting.Date, meeting.Start), At(meeting.Date, meeting.End),
            (meeting.IsCancelled ? "INSTÄLLT: " : "") + meeting.Title,
            meeting.Status switch
            {
                MeetingStatus.Cancelled => "CANCELLED", MeetingStatus.Adopted => "CONFIRMED", _ => "TENTATIVE",
            }))
        .Concat(plan.Deadlines.Where(deadline => deadline.Due is not null && owns(deadline.Group))
            .Select(deadline => CalendarRow.AllDay(deadline.Uid, deadline.Due!.Value.ToDateOnly(),
                deadline.Due.Value.ToDateOnly(), $"Sista dag: {deadline.Title}",
                deadline.Condition is null ? "CONFIRMED" : "TENTATIVE")));

    private static DateTimeOffset At(LocalDate date, LocalTime time)
    {
        var local = (date + time).ToDateTimeUnspecified();
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm").GetUtcOffset(local));
    }

    private static Task<PlannedMeeting> JoinAsync(SmallService service, IReadOnlyList<string> groups) =>
        service.Database.ChangeAsync(async context =>
        {
            var plan = (await new PlanBook(context).InForceAsync("nord", 2027, default))!;
            var joint = plan.Plan.Meetings.First(own => own.Groups[0] == "nord/styrgrupp") with { Groups = groups };
            var text = new PlanDraftText("nord", "plan", "Anna", "gemensamt", plan.Inputs);
            await new PlanBook(context).SaveDraftAsync(text, plan.Plan with
            {
                Meetings = [.. plan.Plan.Meetings.Select(own => own.Uid == joint.Uid ? joint : own)],
            }, Monday, default);
            return joint;
        });
}
