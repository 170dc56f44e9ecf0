// Long because each cause of a draft has its test here, beside the ones it could be mistaken for.
using System.Collections;
using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Horizon;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
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
    public async Task A_changed_charter_is_a_draft_that_says_why_and_what_and_is_asked_once(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = await service.InForceAsync();
        service.Charters["nord"] = SmallService.Nord.Replace(
            "två gånger per år, line: 12", "tre gånger per år, line: 12", StringComparison.Ordinal);

        var drafted = await service.KeepAsync(Monday);

        var year = drafted.Single(own => own.Year == 2027);
        Assert.Equal("nord", year.Collaboration);
        var lines = year.Reason.Split('\n');
        Assert.Equal("Uppdragsbeskrivningen för Nord är ändrad.", lines[0]);
        Assert.Contains("1 ny", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Nytt: Nord Beredningen", StringComparison.Ordinal));
        Assert.Equal(["1 Proposed", "Draft"], await service.RevisionsAsync());
        Assert.Equal(["1 Proposed"], await service.RevisionsAsync(2027, "syd"));
        Assert.Equal(PlanJson.Write(before), PlanJson.Write(await service.InForceAsync()));
        Assert.Empty(await service.KeepAsync(Monday));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_day_that_closes_moves_what_stands_on_it_and_the_draft_says_so(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/styrgrupp");
        Close(service, meeting.Date);

        var year = Assert.Single(await service.KeepAsync(Monday), own => own.Collaboration == "nord" && own.Year == 2027);

        Assert.StartsWith("Helgdagar, lov eller stängda dagar är ändrade.\n1 flyttas", year.Reason,
            StringComparison.Ordinal);
        Assert.Contains("\nFlyttas: Nord Styrgruppen ", year.Reason, StringComparison.Ordinal);
        Assert.Equal(meeting.Date, (await service.InForceAsync()).Meetings.Single(own => own.Uid == meeting.Uid).Date);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Adopted_and_locked_meetings_stand_though_their_day_closes(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var locked = (await service.InForceAsync(2027, "syd")).Meetings[0];
        await service.EditAsync(2027, Start, (edit, plan) => edit.Lock(plan, locked.Id));
        await service.PublishAsync(Start, collaboration: "syd");
        await service.PublishAsync(Start, PlanState.Adopted);
        var adopted = (await service.InForceAsync()).Meetings[0];
        Close(service, locked.Date, adopted.Date);

        var drafted = await service.KeepAsync(Monday);

        Assert.All(drafted, own => Assert.DoesNotContain("Flyttas", own.Reason, StringComparison.Ordinal));
        await using var context = service.Database.Open();
        var working = await new PlanBook(context).WorkingAsync(2027, default);
        var meetings = working.SelectMany(plan => plan.Plan.Meetings).ToDictionary(own => own.Uid);
        Assert.Equal((locked.Date, adopted.Date), (meetings[locked.Uid].Date, meetings[adopted.Uid].Date));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_has_been_held_stays_when_the_running_year_is_planned_again(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = await service.InForceAsync();
        var summer = Instant.FromUtc(2027, 7, 1, 10, 0);
        service.Charters["nord"] = SmallService.Nord.Replace("två gånger", "fyra gånger", StringComparison.Ordinal);

        Assert.Contains(await service.KeepAsync(summer), own => own is { Collaboration: "nord", Year: 2027 });

        await using var context = service.Database.Open();
        var draft = (await new PlanBook(context).DraftAsync("nord", 2027, default))!.Plan;
        var past = before.Meetings.Where(own => own.Date < new LocalDate(2027, 7, 1)).ToList();
        Assert.NotEmpty(past);
        Assert.Equal(past.Select(own => (own.Uid, own.Date, own.Start)),
            draft.Meetings.Where(own => own.Date <= new LocalDate(2027, 7, 1)).Select(own => (own.Uid, own.Date, own.Start)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_list_of_people_that_moves_nothing_is_noted_and_not_asked_again(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        service.List = SmallService.People + "\nsyd,rad,ledamot,Cecilia Ask,cecilia@syd.example";

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
    public async Task A_person_who_comes_to_both_ends_of_a_day_gets_a_draft_that_parts_them(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var north = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        var south = (await service.InForceAsync(2027, "syd")).Meetings[0];
        await service.EditAsync(2027, Start, (edit, plan) => edit.Move(plan, north.Id, south.Date, south.Start));
        await service.PublishAsync(Start);
        service.List = SmallService.People + "\nsyd,rad,ledamot,Bo Alm,bo@nord.example";

        var drafted = await service.KeepAsync(Monday);

        var year = Assert.Single(drafted, own => own is { Collaboration: "syd", Year: 2027 });
        Assert.StartsWith("Listan över personer är ändrad.\n1 flyttas", year.Reason, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_seat_that_the_charter_adds_reaches_its_holders_calendar(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        service.Charters["nord"] = SmallService.Nord.Replace(
            "ordforande, utredare]", "ordforande, utredare, kommunikator]", StringComparison.Ordinal);
        service.List = SmallService.People + "\nnord,beredning,kommunikator,Dag Ek,dag@nord.example";

        Assert.Contains(await service.KeepAsync(Monday), own => own is { Collaboration: "nord", Year: 2027 });
        await service.PublishAsync(Monday);

        Assert.NotEmpty((await service.FeedAsync("person:dag@nord.example")).Events());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_new_charter_file_gets_drafts_and_the_others_stand(Provider provider)
    {
        await using var service = await SmallService.NewAsync(provider);
        service.Charters.Remove("syd");
        await service.KeepAsync(Start);
        service.Charters["syd"] = SmallService.Syd;

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

        Assert.Equal([("nord", 2028)], drafted.Select(own => (own.Collaboration, own.Year)));
        Assert.Equal("Året saknade plan och efterfrågades.", drafted[0].Reason);
        Assert.Equal([("syd", 2028)], (await keeper.PlanAsync(input, "syd", 2028, "Anna", Monday, default))
            .Select(own => (own.Collaboration, own.Year)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_person_did_in_a_draft_is_still_told_when_the_year_is_planned_again(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var moved = (await service.InForceAsync()).Meetings[0];
        await service.EditAsync(2027, Start, (edit, plan) => edit.Move(plan, moved.Id, new LocalDate(2027, 6, 8)));
        service.Charters["nord"] = SmallService.Nord.Replace("Besluta", "Besluta och följa upp", StringComparison.Ordinal);

        await service.KeepAsync(Monday);

        await using var context = service.Database.Open();
        var draft = (await new PlanBook(context).DraftAsync("nord", 2027, default))!;
        Assert.StartsWith("Anna flyttar\nUppdragsbeskrivningen för Nord är ändrad.\n", draft.Reason,
            StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2027, 6, 8), draft.Plan.Meetings.Single(own => own.Uid == moved.Uid).Date);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_stale_is_written_when_somebody_changes_a_plan_meanwhile(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        service.Charters["nord"] = SmallService.Nord.Replace("två gånger", "tre gånger", StringComparison.Ordinal);
        var input = await service.InputAsync(Monday);
        var keeper = new HorizonKeeper(service.Database, service.Publisher, HorizonYears.Default);
        var meanwhile = input with
        {
            Collaborations = new ReadOnce<Collaboration>(input.Collaborations, () => service.Database.ChangeAsync(context =>
                Task.FromResult(context.Audit.Add(new AuditEntry
                {
                    At = Monday, Who = "Anna", Action = "move", Collaboration = "nord", Subject = "2027", Text = "",
                }).Entity)).GetAwaiter().GetResult()),
        };

        Assert.Empty(await keeper.KeepAsync(meanwhile, "tjänsten", Monday, default));
        Assert.Equal(["1 Proposed"], await service.RevisionsAsync());
        Assert.NotEmpty(await service.KeepAsync(Monday));
    }

    private static void Close(SmallService service, params LocalDate[] days) => service.Closed = string.Concat(
        days.Select(day => $"  - {{ name: flytt, year: {day.Year}, from: {day:uuuu-MM-dd}, to: {day:uuuu-MM-dd} }}\n"));

    private static async Task<string> AllAsync(SmallService service)
    {
        await using var context = service.Database.Open();
        var plans = await context.Plans.OrderBy(plan => plan.Id)
            .Select(plan => $"{plan.Id} {plan.State} {plan.Number}").ToListAsync();
        var feeds = (await service.FeedsAsync()).Select(feed => $"{feed.Id} {feed.ETag} {feed.Version}");
        var audit = await context.Audit.CountAsync();
        return string.Join('\n', plans.Concat(feeds).Append($"{audit}"));
    }

    /// <summary>A list during whose first reading something else happens.</summary>
    private sealed class ReadOnce<T>(IReadOnlyList<T> list, Action meanwhile) : IReadOnlyList<T>
    {
        private bool _isRead;

        public int Count => list.Count;

        public T this[int index] => list[index];

        public IEnumerator<T> GetEnumerator()
        {
            if (!_isRead)
            {
                _isRead = true;
                meanwhile();
            }

            return list.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
