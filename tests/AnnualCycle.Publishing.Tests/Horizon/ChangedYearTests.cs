using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Horizon;

public sealed class ChangedYearTests
{
    private static readonly Instant Start = SmallService.Start;
    private static readonly Instant Monday = Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_changed_charter_is_a_draft_that_says_why_and_what_and_is_asked_once(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = await service.InForceAsync();
        service.Charters["nord"] = SmallFiles.Nord.Replace(
            "två gånger per år, line: 12", "tre gånger per år, line: 12", StringComparison.Ordinal);

        var drafted = await service.KeepAsync(Monday);

        var year = drafted.Single(own => own.Year == 2027);
        Assert.Equal("nord", year.Collaboration);
        var lines = year.Reason.Split('\n');
        Assert.Equal("Uppdragsbeskrivningen för Nord är ändrad.", lines[0]);
        Assert.Equal("Beredningen: ”två gånger per år” är nu ”tre gånger per år”.", lines[1]);
        Assert.Contains("1 ny", lines[2], StringComparison.Ordinal);
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

        var year = Assert.Single(
            await service.KeepAsync(Monday), own => own is { Collaboration: "nord", Year: 2027 });

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
        service.Charters["nord"] = SmallFiles.Nord.Replace("två gånger", "fyra gånger", StringComparison.Ordinal);

        Assert.Contains(await service.KeepAsync(summer), own => own is { Collaboration: "nord", Year: 2027 });

        await using var context = service.Database.Open();
        var draft = (await new PlanBook(context).DraftAsync("nord", 2027, default))!.Plan;
        var past = before.Meetings.Where(own => own.Date < new LocalDate(2027, 7, 1)).ToList();
        Assert.NotEmpty(past);
        Assert.Equal(past.Select(own => (own.Uid, own.Date, own.Start)),
            draft.Meetings.Where(own => own.Date <= new LocalDate(2027, 7, 1))
                .Select(own => (own.Uid, own.Date, own.Start)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_person_who_comes_to_both_ends_of_a_day_gets_a_draft_that_parts_them(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var north = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        var south = (await service.InForceAsync(2027, "syd")).Meetings[0];
        await service.EditAsync(2027, Start, (edit, plan) => edit.Move(plan, north.Id, south.Date, south.Start));
        await service.PublishAsync(Start);
        service.List = SmallFiles.People + "\nsyd,rad,ledamot,Bo Alm,bo@nord.example";

        var drafted = await service.KeepAsync(Monday);

        var year = Assert.Single(drafted, own => own is { Collaboration: "syd", Year: 2027 });
        Assert.StartsWith("Listan över personer är ändrad.\n1 flyttas", year.Reason, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_seat_that_the_charter_adds_reaches_its_holders_calendar(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        service.Charters["nord"] = SmallFiles.Nord.Replace(
            "ordforande, utredare]", "ordforande, utredare, kommunikator]", StringComparison.Ordinal);
        service.List = SmallFiles.People + "\nnord,beredning,kommunikator,Dag Ek,dag@nord.example";

        Assert.Contains(await service.KeepAsync(Monday), own => own is { Collaboration: "nord", Year: 2027 });
        await service.PublishAsync(Monday);

        Assert.NotEmpty((await service.FeedAsync("person:dag@nord.example")).Events());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_person_did_in_a_draft_is_still_told_when_the_year_is_planned_again(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var moved = (await service.InForceAsync()).Meetings[0];
        await service.EditAsync(2027, Start, (edit, plan) => edit.Move(plan, moved.Id, new LocalDate(2027, 6, 8)));
        service.Charters["nord"] = SmallFiles.Nord.Replace(
            "Besluta", "Besluta och följa upp", StringComparison.Ordinal);

        await service.KeepAsync(Monday);

        await using var context = service.Database.Open();
        var draft = (await new PlanBook(context).DraftAsync("nord", 2027, default))!;
        Assert.StartsWith("Anna flyttar\nUppdragsbeskrivningen för Nord är ändrad.\n", draft.Reason,
            StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2027, 6, 8), draft.Plan.Meetings.Single(own => own.Uid == moved.Uid).Date);
        // The log has what happened when, each thing once.
        Assert.Equal(["Anna flyttar"], context.Audit.Where(entry => entry.Text.Contains("Anna flyttar"))
            .Select(entry => entry.Text));
    }

    private static void Close(SmallService service, params LocalDate[] days) => service.Closed = string.Concat(
        days.Select(day => $"  - {{ name: flytt, year: {day.Year}, from: {day:uuuu-MM-dd}, to: {day:uuuu-MM-dd} }}\n"));
}
