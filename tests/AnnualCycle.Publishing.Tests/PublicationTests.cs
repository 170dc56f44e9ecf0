using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests;

public sealed class PublicationTests
{
    private static readonly Instant Start = SmallService.Start;
    private static readonly Instant Monday = Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_moved_meeting_is_a_revision_and_the_only_entry_that_calendars_see_change(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var moved = (await service.InForceAsync()).Meetings[0];
        var before = (await service.FeedAsync("nord")).Stamps();
        await service.EditAsync(2027, Monday, (edit, plan) => edit.Move(plan, moved.Id, new LocalDate(2027, 6, 8)));
        Assert.Equal(before, (await service.FeedAsync("nord")).Stamps());

        var published = await service.PublishAsync(Monday);

        Assert.Equal((2, moved.Date), (published!.Number, published.Before!.Meetings[0].Date));
        Assert.Equal(["1 Superseded", "2 Proposed"], await service.RevisionsAsync());
        var feed = await service.FeedAsync("nord");
        var after = feed.Stamps();
        Assert.Equal([moved.Uid], after.Where(own => before[own.Key] != own.Value).Select(own => own.Key));
        Assert.StartsWith("1 20261123T110000Z 20261122T110000Z", after[moved.Uid], StringComparison.Ordinal);
        Assert.Equal("20270608T070000Z", feed.Events()[moved.Uid]["DTSTART"]);
        Assert.Equal(before.Count, after.Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_published_is_kept_as_it_was(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var first = await service.InForceAsync();
        await service.EditAsync(2027, Monday, (edit, plan) =>
            edit.Move(plan, first.Meetings[0].Id, new LocalDate(2027, 6, 8)));
        await service.PublishAsync(Monday);
        await service.PublishAsync(Monday, PlanState.Adopted);

        Assert.Equal(["1 Superseded", "2 Superseded", "3 Adopted"], await service.RevisionsAsync());
        await using var context = service.Database.Open();
        var kept = await context.Plans.SingleAsync(plan =>
            plan.Collaboration == "nord" && plan.Year == 2027 && plan.Number == 1);
        Assert.Equal(PlanJson.Write(first), PlanJson.Write(kept.Plan));
        Assert.Equal(["propose", "move", "publish", "publish"], await context.Audit
            .Where(line => line.Collaboration == "nord" && line.At >= Start && line.Action != "import"
                && line.Action != "plan" && !line.Subject.Contains("2026"))
            .OrderBy(line => line.Id).Select(line => line.Action).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_to_publish_is_an_answer_and_changes_nothing(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);

        Assert.Null(await service.PublishAsync(Monday, collaboration: "ost"));
        Assert.Null(await service.PublishAsync(Monday, year: 2031));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_draft_is_in_no_calendar_before_it_is_published(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = await service.FeedsAsync();
        await service.EditAsync(2027, Monday, (edit, plan) =>
            edit.Add(plan, "nord/styrgrupp", new LocalDate(2027, 9, 14), new LocalTime(13, 0), title: "Extra"));

        Assert.Equal(0, await service.WriteFeedsAsync(Monday));
        Assert.Equal(before.Select(feed => feed.ETag), (await service.FeedsAsync()).Select(feed => feed.ETag));

        await service.PublishAsync(Monday);
        Assert.Contains(
            "SUMMARY:Extra\r\n", (await service.FeedAsync("nord/styrgrupp")).Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_adopted_year_is_confirmed_and_each_of_its_meetings_says_so_once(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = (await service.FeedAsync("nord/beredning")).Events();
        Assert.All(before.Values, meeting => Assert.Equal("TENTATIVE", meeting["STATUS"]));

        await service.PublishAsync(Monday, PlanState.Adopted);
        await service.PublishAsync(Monday + Duration.FromDays(1), PlanState.Adopted);

        var after = (await service.FeedAsync("nord/beredning")).Events();
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(after.Values.Where(own => own["DTSTART"].StartsWith("2027", StringComparison.Ordinal)), meeting =>
            Assert.Equal(("CONFIRMED", "1", "20261123T110000Z"),
                (meeting["STATUS"], meeting["SEQUENCE"], meeting["LAST-MODIFIED"])));
        Assert.DoesNotContain("ännu inte fastställt", string.Concat(after.Values
            .Where(own => own["DTSTART"].StartsWith("2027", StringComparison.Ordinal))
            .Select(own => own["DESCRIPTION"])), StringComparison.Ordinal);
        Assert.Equal("0", (await service.FeedAsync("nord")).Events().Values
            .Single(own => own["SUMMARY"].StartsWith("Sista dag", StringComparison.Ordinal)
                && own["DTSTART"].StartsWith("2027", StringComparison.Ordinal))["SEQUENCE"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_clock_that_was_set_back_does_not_make_calendars_older(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var moved = (await service.InForceAsync()).Meetings[0];
        await service.EditAsync(2027, Start, (edit, plan) => edit.Move(plan, moved.Id, new LocalDate(2027, 6, 8)));

        await service.PublishAsync(Start - Duration.FromHours(2));
        var published = await service.FeedAsync("nord");
        Assert.Equal(Start, published.LastModified);
        Assert.Equal("20261122T110000Z", published.Events()[moved.Uid]["LAST-MODIFIED"]);

        service.List = SmallFiles.People.Replace("Anna Ek", "Anna Alm", StringComparison.Ordinal);
        await service.InputAsync(Start);
        Assert.Equal(1, await service.WriteFeedsAsync(Start - Duration.FromHours(2)));
        Assert.Equal(Start, (await service.FeedAsync("person:anna@nord.example")).LastModified);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_publication_that_breaks_leaves_plan_entries_and_calendars_as_they_were(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var moved = (await service.InForceAsync()).Meetings[0];
        await service.EditAsync(2027, Monday, (edit, plan) => edit.Move(plan, moved.Id, new LocalDate(2027, 6, 8)));
        var before = await service.FeedsAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => service.Database.ChangeAsync<int>(async context =>
        {
            var order = new PublishOrder("nord", 2027, PlanState.Proposed, "Anna", "publish");
            Assert.Single(await service.Publisher.PublishAsync(context, [order], Monday, default));
            await context.SaveChangesAsync();
            throw new TimeoutException();
        }));

        Assert.Equal(["1 Proposed", "Draft"], await service.RevisionsAsync());
        Assert.Equal(before.Select(feed => (feed.ETag, feed.Version)),
            (await service.FeedsAsync()).Select(feed => (feed.ETag, feed.Version)));
        Assert.Equal(2, (await service.PublishAsync(Monday))!.Number);
        Assert.Equal("1", (await service.FeedAsync("nord")).Events()[moved.Uid]["SEQUENCE"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_duty_that_is_overdue_the_next_year_too_is_one_entry_and_keeps_its_numbers(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var duty = (await service.InForceAsync()).Deadlines.First(own => own.Due is not null) with
        {
            Id = "nord/plikt", Uid = "plikt@nord.example", Due = new LocalDate(2026, 12, 1),
        };
        await OweAsync(service, 2026, duty);
        await service.PublishAsync(Monday, year: 2026);
        await OweAsync(service, 2027, duty with { Condition = "försenad" });

        await service.PublishAsync(Monday + Duration.FromDays(1));
        await service.PublishAsync(Monday + Duration.FromDays(2), year: 2026);

        var entry = (await service.FeedAsync("nord")).Events()[duty.Uid];
        Assert.Equal(("0", "20261123T110000Z", "CONFIRMED"),
            (entry["SEQUENCE"], entry["LAST-MODIFIED"], entry["STATUS"]));
    }

    private static Task OweAsync(SmallService service, int year, PlannedDeadline duty) =>
        service.Database.ChangeAsync(async context =>
        {
            var plan = (await new PlanBook(context).InForceAsync("nord", year, default))!;
            var owing = plan.Plan with { Deadlines = [.. plan.Plan.Deadlines, duty] };
            var text = new PlanDraftText("nord", "plan", "Anna", "en plikt till", plan.Inputs);
            return await new PlanBook(context).SaveDraftAsync(text, owing, Start, default);
        });
}
