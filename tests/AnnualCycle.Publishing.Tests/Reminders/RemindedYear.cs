using AnnualCycle.Calendars;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Reminders;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Duties;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Reminders;

/// <summary>A small collaboration's adopted year in which everything falls due that can, with a clock in the test's hand.</summary>
internal sealed class RemindedYear : IAsyncDisposable
{
    public const string Anna = "anna@ost.example", Bo = "bo@ost.example", Cia = "cia@ost.example", Dag = "dag@ost.example",
        Eva = "eva@ost.example", Fia = "fia@ost.example";

    private RemindedYear(SmallService service, int year, NetworkInput input) => (Service, Year, Calendar) = (service, year, input.Calendar);

    public SmallService Service { get; }

    public int Year { get; }

    public WorkCalendar Calendar { get; }

    /// <summary>Planned and adopted on the second of January of the year.</summary>
    public static async Task<RemindedYear> AdoptedAsync(Provider provider, int year)
    {
        var service = await SmallService.NewAsync(provider);
        service.Charters.Clear();
        service.Charters["ost"] = Charter(year);
        service.List = People;
        var start = At(new LocalDate(year, 1, 2), 12);
        var input = await service.InputAsync(start);
        await service.KeepAsync(start);
        await service.PublishAsync(start, PlanState.Adopted, year, "ost");
        // The first start proposes next year too; nobody has settled it yet.
        return new RemindedYear(service, year, input);
    }

    public static Instant At(LocalDate day, int hour) => SwedishTime.At(day + new LocalTime(hour, 0));

    public Task<IReadOnlyList<Delivery>> KeepAsync(Instant now) => KeepAsync(now, default);

    public Task<IReadOnlyList<Delivery>> KeepAsync(Instant now, CancellationToken cancel) => Service.Database.ChangeAsync(context =>
        new ReminderKeeper(context, Service.Key, SmallService.Post, Calendar).KeepAsync(now, cancel), cancel);

    /// <summary>Somebody marks what has this in its title as done.</summary>
    public async Task SettleAsync(string title, Instant now, HandedInState state = HandedInState.Done) =>
        await new DutyDesk(Service.Database, Service.Key).SettleAsync(await FindAsync(title, now), new SettledWord(state, Eva), now, default);

    public async Task<DutyItem> FindAsync(string title, Instant now)
    {
        await using var context = Service.Database.Open();
        var guests = await GuestList.ReadAsync(context, default);
        var book = await DutyBook.ReadAsync(context, guests.Collaborations, SwedishTime.DayOf(now), default);
        return book.All.Single(item => item.Deadline.Title.Contains(title, StringComparison.Ordinal));
    }

    public Task ChooseAsync(string email, ReminderPace pace) => Service.Database.ChangeAsync(context =>
    {
        context.PersonChoices.Add(new PersonChoice
        {
            Email = email, Language = PersonChoice.Swedish, IsFeedClosed = false, Reminders = pace,
        });
        return Task.FromResult(true);
    });

    public Task MuteAsync(string email, string kind, Instant now) => Service.Database.ChangeAsync(context =>
    {
        context.MutedMails.Add(new MutedMail { Email = email, Kind = kind, Since = now });
        return Task.FromResult(true);
    });

    public async Task<IReadOnlyList<Reminder>> LogAsync()
    {
        await using var context = Service.Database.Open();
        return [.. (await context.Reminders.AsNoTracking().ToListAsync()).OrderBy(own => own.At).ThenBy(own => own.Email)
            .ThenBy(own => own.Title, StringComparer.Ordinal).ThenBy(own => own.Day)];
    }

    /// <summary>UIDs of meetings that somebody holds an invite for.</summary>
    public async Task<IReadOnlySet<string>> InvitedAsync()
    {
        await using var context = Service.Database.Open();
        return await context.Invitations.Where(own => own.State == Storage.Invitations.InvitationState.Live)
            .Select(own => own.Uid).ToHashSetAsync();
    }

    public Task<Plan> PlanAsync() => Service.InForceAsync(Year, "ost");

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private static string Charter(int year) => $$"""
        collaboration: Öst
        municipalities: [Ale]
        invitations: { adopted: summary }
        charter:
          document: Uppdrag
          revisions: [{ id: rev, title: Nästa revidering, date: {{year}}-06-01, when: Nästa revidering }]
        groups:
          - id: styr
            name: Styrgruppen
            convener: { holder: Processledaren, when: processledaren kallar }
            secretary: { holder: Sekreteraren, when: sekreteraren skriver }
            seats: [processledare, ordförande, vice-ordförande, sekreterare]
            meeting: { usual: { weekday: torsdag, start: "09:00" } }
            meetings: [{ id: o, when: fyra gånger per år }]
            agenda: [{ text: Läget }]
            reports:
              - { id: brister, title: Brister, when: kvartalsvis, due: senast 3 veckor efter kvartalets slut, from: Sekreteraren }
              - { id: arsrapport, title: Årsrapport, when: årligen, handledAt: { group: styr, meeting: first } }
            chair: { when: under två år, alternates: [kommun, region], since: {{year - 2}}-09-01, holds: kommun }
          - id: tema
            name: Temagruppen
            parents: [styr]
            seats: [ordförande]
            work: { papers: nej, call: nej, notes: nej }
            meetings: [{ id: v, when: Mitten av april }]
            reports:
              - { id: termin, title: Terminsrapport, when: en gång per termin, due: senast 2 veckor efter terminens slut }
              - { id: tema, title: Temats årsrapport, when: årligen, feeds: styr/arsrapport }
              - { id: plan, title: Handlingsplan, when: Tar fram en handlingsplan }
        agreements:
          - { id: avtal, from: {{year - 3}}-01-01, to: {{year + 1}}-09-30, notice: { when: Senast tolv månader innan avtalstiden löper ut },
              renewal: { when: förlängs det med två år i taget } }
        """;

    private static string People => """
        collaboration,group,seat,name,email,organisation,municipality,required,from,to
        ost,styr,processledare,Anna Ek,anna@ost.example,Öst,,,,
        ost,styr,ordförande,Bo Alm,bo@ost.example,Ale kommun,Ale,,,
        ost,styr,vice-ordförande,Cia Ask,cia@ost.example,Regionen,,,,
        ost,styr,sekreterare,Dag Lind,dag@ost.example,Öst,,,,
        ost,tema,ordförande,Fia Sälg,fia@ost.example,Ale kommun,Ale,,,
        """;
}
