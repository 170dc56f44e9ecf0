using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Storage.Busy;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Holidays;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Network;

/// <summary>
/// Everything that the network's years are planned from: charters and people as stored, calendars and dates as filed.
/// </summary>
public sealed record NetworkInput(
    IReadOnlyList<Collaboration> Collaborations, WorkCalendar Calendar, IReadOnlyList<Membership> People, string UidHost)
{
    public IReadOnlyList<GivenDate> Given { get; init; } = [];

    public IReadOnlyList<BusyDay> Busy { get; init; } = [];

    /// <summary>Rooms that have a calendar.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>What conveners have said yes to.</summary>
    public IReadOnlyList<HolidayMeeting> HolidayMeetings { get; init; } = [];

    /// <summary>Prints of all of it, to know when a plan is to be looked at again.</summary>
    public required PlanInputs Prints { get; init; }

    /// <summary>A year that is planned from tomorrow if it runs already.</summary>
    public YearInput Year(int year, LocalDate today) => new(year, Collaborations, Calendar)
    {
        People = People, Given = Given, Busy = Busy, Rooms = Rooms, HolidayMeetings = HolidayMeetings, Today = today, UidHost = UidHost,
        From = today.Year == year ? today.PlusDays(1) : null,
    };

    /// <summary>Null when a file has mistakes: nothing is planned from half of the truth.</summary>
    public static async Task<NetworkInput?> ReadAsync(
        AnnualCycleContext context, NetworkFiles files, ICollection<Mistake> mistakes, CancellationToken cancel)
    {
        var charters = await InForceAsync(context, cancel);
        var people = await context.Memberships.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        var host = await context.Identity.Select(identity => identity.UidHost).SingleAsync(cancel);
        var collaborations = Read(charters, mistakes);
        var calendar = WorkCalendar.Read((files.Sweden.File, files.Sweden.Text),
            (files.SchoolBreaks.File, files.SchoolBreaks.Text), mistakes);
        IReadOnlyList<Membership> members = [.. people.Select(row => row.Membership)];
        IReadOnlyList<GivenDate> given = [.. files.Dates.SelectMany(file =>
            GivenDates.Read(file.File, file.Text, collaborations, mistakes))];
        IReadOnlyList<BusyCalendar> calendars = [.. files.BusyCalendars.SelectMany(file =>
            BusyCalendars.Read(file.File, file.Text, mistakes))];
        IReadOnlyList<BusyDay> busy =
        [
            .. files.Busy.SelectMany(file => BusyDays.Read(file.File, file.Text, mistakes)),
            .. await FetchedAsync(context, [.. calendars, .. OfOutlook(members)], cancel),
            .. await RoundBusy.ReadAsync(context, cancel),
        ];
        var holidays = await HolidayAnswers.ReadAsync(context, cancel);
        IReadOnlyList<string> rooms = [.. calendars.Select(own => own.Who).Where(who => !who.Contains('@')).Distinct()];
        return calendar is null || mistakes.Count > 0 ? null
            : new NetworkInput(collaborations, calendar, members, host)
            {
                Given = given, Busy = busy, Prints = PrintsOf(charters, members, files, [.. busy.Select(Text), .. rooms]).With("holidays", holidays),
                Rooms = rooms, HolidayMeetings = holidays,
            };
    }

    /// <summary>The collaborations as their charters in force say, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<Collaboration>> CharteredAsync(
        AnnualCycleContext context, ICollection<Mistake> mistakes, CancellationToken cancel) =>
        Read(await InForceAsync(context, cancel), mistakes);

    private static async Task<IReadOnlyList<CharterVersion>> InForceAsync(
        AnnualCycleContext context, CancellationToken cancel) =>
        await context.Charters.AsNoTracking().Where(version => version.State == CharterState.InForce)
            .OrderBy(version => version.Collaboration).ToListAsync(cancel);

    private static IReadOnlyList<Collaboration> Read(
        IReadOnlyList<CharterVersion> charters, ICollection<Mistake> mistakes)
    {
        var readings = charters.Select(version =>
            CharterReader.Read($"{version.Collaboration}.yaml", version.Content)).ToList();
        foreach (var mistake in readings.SelectMany(reading => reading.Mistakes))
        {
            mistakes.Add(mistake);
        }

        return [.. readings.Select(reading => reading.Collaboration).OfType<Collaboration>()];
    }

    // Everybody whose Outlook is asked, whether a list names them or not.
    private static IEnumerable<BusyCalendar> OfOutlook(IReadOnlyList<Membership> members) => members.Select(own => own.Email)
        .Distinct().Select(email => new BusyCalendar(email, StoredBusyCalendar.OutlookPrefix + email, 0));

    private static async Task<IEnumerable<BusyDay>> FetchedAsync(
        AnnualCycleContext context, IReadOnlyList<BusyCalendar> calendars, CancellationToken cancel)
    {
        var stored = calendars.Count == 0 ? [] : await context.BusyCalendars.AsNoTracking()
            .ToDictionaryAsync(calendar => calendar.Id, cancel);
        return calendars.SelectMany(calendar =>
            stored.GetValueOrDefault(StoredBusyCalendar.IdOf(calendar.Source))?.BusyOf(calendar.Who) ?? []);
    }

    private static string Text(BusyDay busy) => $"{busy.Who} {StoredBusyCalendar.Written([busy])}";

    private static PlanInputs PrintsOf(IReadOnlyList<CharterVersion> charters, IReadOnlyList<Membership> people,
        NetworkFiles files, IReadOnlyList<string> busy)
    {
        var prints = charters.ToDictionary(
            version => $"charter:{version.Collaboration}", version => Print.Of(version.Content));
        prints["calendars"] = Print.Of(files.Sweden.Text, files.SchoolBreaks.Text);
        prints["people"] = Print.Of(people.Select(PlanText.Write));
        prints["dates"] = Print.Of(files.Dates.Select(file => file.Text));
        prints["busy"] = Print.Of(busy);
        return new PlanInputs(prints);
    }
}
