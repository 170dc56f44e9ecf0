using AnnualCycle.Planning.Demands;
using AnnualCycle.Publishing.Busy;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Busy;
using AnnualCycle.Testing.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Busy;

public sealed class BusyCalendarKeeperTests
{
    private static readonly Instant Start = SmallService.Start;
    private static readonly Instant Monday = Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_persons_own_calendar_moves_the_meeting_that_it_collides_with_and_keeps_no_word_of_it(
        Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await using var site = await CalendarSite.StartAsync();
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/styrgrupp");
        site.Answer = context => context.Response.WriteAsync(Taken(meeting.Date));
        var listed = List(service, site);

        Assert.Null((await KeepAsync(service, listed, Monday)).Single().Trouble);
        var drafted = await service.KeepAsync(Monday);

        var year = drafted.Single(own => own is { Collaboration: "nord", Year: 2027 });
        Assert.StartsWith("Tider då personer är upptagna är ändrade.\n", year.Reason, StringComparison.Ordinal);
        Assert.Contains("\nFlyttas: Nord Styrgruppen ", year.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemligt", await StoredAsync(service), StringComparison.Ordinal);
        Assert.Empty(await KeepTwiceAsync(service, listed));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_source_that_is_away_changes_nothing_and_its_age_is_known(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await using var site = await CalendarSite.StartAsync();
        var listed = List(service, site);
        await KeepAsync(service, listed, Start);
        var before = (await service.InputAsync(Start)).Busy;
        Assert.Equal([new BusyDay("anna@nord.example", new LocalDate(2027, 3, 2), new(9, 0), new(10, 0))], before);

        site.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        var away = (await KeepAsync(service, listed, Start + Duration.FromDays(3))).Single();

        Assert.Equal(("svarar med HTTP 503", Start, Start + Duration.FromDays(3)),
            (away.Trouble, away.Fetched!.Value, away.Tried));
        Assert.Equal(before, (await service.InputAsync(Monday)).Busy);

        site.Answer = context => context.Response.WriteAsync(CalendarSite.Calendar);
        var back = (await KeepAsync(service, listed, Start + Duration.FromDays(4))).Single();
        Assert.Equal((null, Start + Duration.FromDays(4)), (back.Trouble, back.Fetched!.Value));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_not_changed_is_asked_for_whole_only_when_a_new_year_comes_into_sight(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await using var site = await CalendarSite.StartAsync();
        List<string> asked = [];
        site.Answer = context =>
        {
            asked.Add(context.Request.Headers.IfNoneMatch.ToString());
            context.Response.Headers.ETag = "\"ett\"";
            context.Response.StatusCode = asked[^1].Length > 0 ? 304 : 200;
            return asked[^1].Length > 0 ? Task.CompletedTask : context.Response.WriteAsync(CalendarSite.Calendar);
        };
        var listed = List(service, site);

        foreach (var day in new[] { Start, Monday, Start + Duration.FromDays(60) })
        {
            var row = (await KeepAsync(service, listed, day)).Single();
            Assert.Equal((null, day), (row.Trouble, row.Fetched!.Value));
        }

        Assert.Equal(["", "\"ett\"", ""], asked);
        Assert.Single((await service.InputAsync(Monday)).Busy);
        await KeepAsync(service, [], Start + Duration.FromDays(61));
        Assert.Equal("", await StoredAsync(service));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_calendar_may_be_a_file_beside_the_list(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        using var folder = new AnnualCycle.Testing.TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("anna.ics"), CalendarSite.Calendar);
        service.Calendars = "who,calendar\nAnna@nord.example,anna.ics\nbo@nord.example,borta.ics";
        var calendars = BusyCalendars.Read("", service.Calendars, []);

        var standing = await KeepAsync(
            service, [.. calendars.Select(one => new ListedCalendar(folder.File("calendars.csv"), one))], Start);

        Assert.Equal([null, "finns inte"], standing.Select(one => one.Trouble));
        Assert.Equal("anna@nord.example", Assert.Single((await service.InputAsync(Monday)).Busy).Who);
    }

    private static string Taken(LocalDate day) => CalendarSite.Calendar
        .Replace("DTSTART:20270302T080000Z", $"DTSTART;VALUE=DATE:{day:uuuuMMdd}", StringComparison.Ordinal)
        .Replace("DTEND:20270302T090000Z", $"DTEND;VALUE=DATE:{day.PlusDays(1):uuuuMMdd}", StringComparison.Ordinal);

    private static IReadOnlyList<ListedCalendar> List(SmallService service, CalendarSite site)
    {
        service.Calendars = $"who,calendar\nanna@nord.example,{site.Address}";
        return [.. BusyCalendars.Read("", service.Calendars, []).Select(one => new ListedCalendar("calendars.csv", one))];
    }

    private static async Task<IReadOnlyList<AnnualCycle.Publishing.Horizon.DraftedYear>> KeepTwiceAsync(
        SmallService service, IReadOnlyList<ListedCalendar> listed)
    {
        await KeepAsync(service, listed, Monday + Duration.FromDays(1));
        return await service.KeepAsync(Monday + Duration.FromDays(1));
    }

    private static async Task<IReadOnlyList<StoredBusyCalendar>> KeepAsync(
        SmallService service, IReadOnlyList<ListedCalendar> listed, Instant now)
    {
#pragma warning disable RS0030 // The clock only says when it has been waited for too long.
        using var fetch = new CalendarFetch(new FetchLimits { OwnHosts = ["127.0.0.1"] }, TimeProvider.System);
#pragma warning restore RS0030
        return await new BusyCalendarKeeper(service.Database, fetch).KeepAsync(listed, now, default);
    }

    private static async Task<string> StoredAsync(SmallService service)
    {
        await using var context = service.Database.Open();
        return string.Join('\n', (await context.BusyCalendars.ToListAsync()).Select(one => $"{one.Id} {one.Times}"));
    }
}
