using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Horizon;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Horizon;

public sealed class HorizonTests
{
    private static readonly Instant Start = SmallService.Start;
    private static readonly Instant Monday = Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_first_start_proposes_the_rest_of_this_year_and_the_next_in_one_change(Provider provider)
    {
        await using var service = await SmallService.NewAsync(provider);

        var august = Instant.FromUtc(2026, 8, 20, 11, 0);

        var drafted = await service.KeepAsync(august);

        Assert.Equal([("nord", 2026), ("syd", 2026), ("nord", 2027), ("syd", 2027)],
            drafted.Select(own => (own.Collaboration, own.Year)));
        foreach (var (id, year) in drafted.Select(own => (own.Collaboration, own.Year)))
        {
            Assert.Equal(["1 Proposed"], await service.RevisionsAsync(year, id));
        }

        var rest = (await service.InForceAsync(2026)).Meetings;
        Assert.NotEmpty(rest);
        Assert.All(rest, own => Assert.True(own.Date > SwedishTime.DayOf(august)));
        await using var context = service.Database.Open();
        Assert.Equal([august], await context.Plans.Select(plan => plan.Published!.Value).Distinct().ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task When_nothing_is_due_nothing_is_written(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = await AllAsync(service);

        Assert.Empty(await service.KeepAsync(Monday));
        Assert.Empty(await service.KeepAsync(Monday + Duration.FromDays(1)));

        Assert.Equal(before, await AllAsync(service));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_list_of_people_that_moves_nothing_is_noted_and_not_asked_again(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        service.List = SmallFiles.People + "\nsyd,rad,ledamot,Cecilia Ask,cecilia@syd.example";

        Assert.Empty(await service.KeepAsync(Monday));

        var seen = (await service.InputAsync(Monday)).Prints;
        await using var context = service.Database.Open();
        Assert.All(await new PlanBook(context).AllInForceAsync(default), plan =>
            Assert.Empty(seen.ChangedSince(plan.Inputs)));
        var before = await AllAsync(service);
        Assert.Empty(await service.KeepAsync(Monday));
        Assert.Equal(before, await AllAsync(service));
        Assert.NotEmpty((await service.FeedAsync("person:cecilia@syd.example")).Events());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_new_charter_file_gets_drafts_and_the_others_stand(Provider provider)
    {
        await using var service = await SmallService.NewAsync(provider);
        service.Charters.Remove("syd");
        await service.KeepAsync(Start);
        service.Charters["syd"] = SmallFiles.Syd;

        var drafted = await service.KeepAsync(Monday);

        Assert.Equal([("syd", 2026), ("syd", 2027)], drafted.Select(own => (own.Collaboration, own.Year)));
        Assert.All(drafted, own => Assert.Equal("Bokningstiden har börjat och året saknade plan.", own.Reason));
        Assert.Equal(["Draft"], await service.RevisionsAsync(2027, "syd"));
        Assert.Equal(["1 Proposed"], await service.RevisionsAsync());
        Assert.DoesNotContain("syd", (await service.FeedsAsync()).Select(feed => feed.Id));
        Assert.Empty(await service.KeepAsync(Monday));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_next_year_is_drafted_when_its_booking_begins_and_not_before(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);

        Assert.DoesNotContain(await service.KeepAsync(Instant.FromUtc(2027, 8, 31, 12, 0)), own => own.Year == 2028);
        var drafted = await service.KeepAsync(Instant.FromUtc(2027, 8, 31, 22, 30));

        Assert.Equal([("nord", 2028), ("syd", 2028)],
            drafted.Where(own => own.Year == 2028).Select(own => (own.Collaboration, own.Year)));
        Assert.Equal(["Draft"], await service.RevisionsAsync(2028));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_year_that_somebody_asks_for_early_is_drafted_for_the_collaboration_that_was_asked_for(
        Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var input = await service.InputAsync(Monday);
        var keeper = new HorizonKeeper(service.Database, service.Publisher, HorizonYears.Default);

        var drafted = await keeper.PlanAsync(input, "nord", 2028, "Anna", Monday, default);

        Assert.Equal([("nord", 2028)], drafted!.Select(own => (own.Collaboration, own.Year)));
        Assert.Equal("Året saknade plan och efterfrågades.", drafted![0].Reason);
        Assert.Equal([("syd", 2028)], (await keeper.PlanAsync(input, "syd", 2028, "Anna", Monday, default))!
            .Select(own => (own.Collaboration, own.Year)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_year_that_somebody_changes_while_it_is_planned_is_planned_once_more(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        service.Charters["nord"] = SmallFiles.Nord.Replace("två gånger", "tre gånger", StringComparison.Ordinal);
        var input = await service.InputAsync(Monday);
        var keeper = new HorizonKeeper(service.Database, service.Publisher, HorizonYears.Default);
        NetworkInput meanwhile() => input with
        {
            Collaborations = new ReadOnce<Collaboration>(input.Collaborations, () =>
                service.Database.ChangeAsync(context =>
                Task.FromResult(context.Audit.Add(new AuditEntry
                {
                    At = Monday, Who = "Anna", Action = "move", Collaboration = "nord", Subject = "2027", Text = "",
                }).Entity)).GetAwaiter().GetResult()),
        };

        Assert.Null(await keeper.PlanAsync(meanwhile(), "nord", 2028, "Anna", Monday, default));
        Assert.Equal([], await service.RevisionsAsync(2028));
        Assert.NotEmpty((await keeper.KeepAsync(meanwhile(), "tjänsten", Monday, default))!);
        Assert.Equal(["1 Proposed", "Draft"], await service.RevisionsAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_year_whose_draft_was_thrown_away_is_drafted_again_when_something_new_has_happened(
        Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var september = Instant.FromUtc(2027, 9, 1, 12, 0);
        await service.KeepAsync(september);
        await service.Database.ChangeAsync(async context =>
        {
            foreach (var draft in await context.Plans.Where(plan => plan.State == PlanState.Draft).ToListAsync())
            {
                draft.State = PlanState.Discarded;
            }

            return 0;
        });

        Assert.DoesNotContain(await service.KeepAsync(september + Duration.FromDays(1)), own => own.Year == 2028);
        service.Charters["nord"] = SmallFiles.Nord.Replace("två gånger", "tre gånger", StringComparison.Ordinal);
        Assert.Contains(await service.KeepAsync(september + Duration.FromDays(2)), own => own.Year == 2028);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_changed_since_somebody_looked_at_it_is_not_published(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await service.EditAsync(2027, Monday, (edit, plan) => edit.Lock(plan, "nord/styrgrupp/ordinarie/2027-1"));
        var looked = await LastEntryAsync(service);
        await service.EditAsync(2027, Monday, (edit, plan) => edit.Lock(plan, "nord/styrgrupp/ordinarie/2027-2"));
        var order = new PublishOrder("nord", 2027, PlanState.Proposed, "Anna", "publish") { LookedAt = looked };

        Assert.Null(await service.Publisher.PublishAsync(order, Monday));
        Assert.Equal(["1 Proposed", "Draft"], await service.RevisionsAsync());

        var again = await LastEntryAsync(service);
        // Another collaboration's change is nothing that was looked at.
        await service.EditAsync(2027, Monday, (edit, plan) => edit.Lock(plan, "syd/rad/ordinarie/2027-1"));
        Assert.NotNull(await service.Publisher.PublishAsync(order with { LookedAt = again }, Monday));
    }

    private static async Task<long> LastEntryAsync(SmallService service)
    {
        await using var context = service.Database.Open();
        return await new PlanBook(context).LastEntryAsync(default, "nord");
    }

    private static async Task<string> AllAsync(SmallService service)
    {
        await using var context = service.Database.Open();
        var plans = await context.Plans.OrderBy(plan => plan.Id)
            .Select(plan => $"{plan.Id} {plan.State} {plan.Number}").ToListAsync();
        var feeds = (await service.FeedsAsync()).Select(feed => $"{feed.Id} {feed.ETag} {feed.Version}");
        var audit = await context.Audit.CountAsync();
        return string.Join('\n', plans.Concat(feeds).Append($"{audit}"));
    }
}
