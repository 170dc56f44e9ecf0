using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>Makes the planning problem of a year from charters, calendars, people and given dates.</summary>
public sealed class YearCompiler(YearInput input)
{
    /// <summary>Minutes between two meetings of one person.</summary>
    private const int TravelBuffer = 15;

    /// <summary>
    /// Points for a meeting off the group's usual weekday and start: more than a taste, less than a school break.
    /// </summary>
    private const int ChosenUsual = 12, KeptUsual = 24;

    /// <summary>A group whose charter names no seats has people all the same, who do not like to be moved.</summary>
    private const int LeastInvited = 10;

    private readonly LocalDate _first = input.Days.Start;

    /// <summary>The series that the charters demand, before anything is known about where they stand.</summary>
    public SeriesNetwork Network() => SeriesNetwork.Of(input);

    /// <summary>The problem; the same input gives the same problem in the same order.</summary>
    public CompiledYear Compile() => Compile(Network());

    /// <summary>The problem of these series, which may stand somewhere already.</summary>
    public CompiledYear Compile(SeriesNetwork network)
    {
        var calendars = new AudienceCalendars(input.Calendar, input.Year);
        var indices = network.Series.Select(calendars.IndexOf).ToList();
        var busy = input.Busy.Where(day => input.Days.Contains(day.Date))
            .ToLookup(day => day.Who, ToBusyTime, StringComparer.OrdinalIgnoreCase);
        var classes = PersonClasses.Of(
            Attendees.Of(input.Collaborations, input.People, input.Days).All, Rooms.Of(input), network.Series, busy);
        var planning = calendars.Planning;
        var chains = network.Series.Select((series, index) =>
            ToChain(series, indices[index], planning[indices[index]], classes.Needed(index), classes.Invitees[index]));
        var problem = new PlanningProblem
        {
            Name = $"{input.Year}",
            Year = input.Year,
            Days = input.Days.Length,
            FirstWeekday = (int)_first.DayOfWeek - 1,
            Buffer = TravelBuffer,
            Weights = new Weights(),
            Calendars = planning,
            Resources = classes.Resources,
            Chains = [.. chains],
            Links = ToLinks(network),
        };
        return new CompiledYear(problem, network, calendars.Days, classes.Who);
    }

    private BusyTime ToBusyTime(BusyDay day) => new(DayOf(day.Date), Minute(day.Start), Minute(day.End));

    private Chain ToChain(
        MeetingSeries series, int calendar, PlanningCalendar days, IReadOnlyList<int> resources, int invitees)
    {
        var form = series.Form;
        var isGiven = series.Kind == SeriesKind.Given;
        return new Chain
        {
            Id = series.Id,
            Group = series.Owners[0].Id,
            Calendar = calendar,
            Stack = series.Kind == SeriesKind.Preparatory ? null : StackOf(series.Owners[0]),
            Invitees = series.Standing.Count > 0 ? Math.Max(LeastInvited, invitees) : invitees,
            Resources = resources,
            Duration = isGiven ? series.Given.Max(date => Minute(date.End) - Minute(date.Start)) : form.Minutes,
            Starts = [.. form.Starts.Select((start, index) => new AllowedStart(Minute(start), 2 * index))],
            WeekdayCost = WeekdayTaste.Of(form),
            Gap = AsItStands(Rhythm.Of(series, days), series),
            StabilityDay = 6,
            StabilityTime = 2,
            Occurrences = [.. series.Meetings.Select((meeting, place) =>
                ToOccurrence(series, meeting, place, Rhythm.Anchor(series, place, days)))],
            Usual = isGiven ? null : UsualOf(series),
        };
    }

    // What already stands closer than a new year's rhythm would allow is not driven apart by that alone.
    private static GapLaw AsItStands(GapLaw gap, MeetingSeries series)
    {
        var dates = series.Standing.OfType<Standing>().Select(standing => standing.Date).Order().ToList();
        var least = dates.Zip(dates.Skip(1), NodaTime.Period.DaysBetween).DefaultIfEmpty(gap.Min).Min();
        return gap with { Min = Math.Min(gap.Min, Math.Max(1, least)) };
    }

    // Neutral by default: bodies are stacked morning and afternoon on purpose. Avoided when the collaboration says so.
    private int? StackOf(Group owner)
    {
        var index = input.Collaborations.ToList().FindIndex(collaboration => collaboration.Groups.Contains(owner));
        return input.Collaborations[index].SameDayAvoided ? null : index;
    }

    // A day that people already keep weighs more than one that the planner chose for them.
    private static UsualSlot? UsualOf(MeetingSeries series)
    {
        var (weekday, start) = (series.Form.UsualWeekday, series.Form.UsualStart);
        var isKept = weekday is not null || start is not null;
        return isKept || series.Meetings.Count > 1
            ? new UsualSlot(weekday is { } day ? (int)day - 1 : null,
                start is { } time ? Minute(time) : null,
                isKept ? KeptUsual : ChosenUsual)
            : null;
    }

    private Occurrence ToOccurrence(MeetingSeries series, DemandedMeeting meeting, int place, int? anchor) => new()
    {
        Id = $"{series.Id}.{place}",
        From = DayOf(meeting.Window.Start),
        To = DayOf(meeting.Window.End),
        Ideal = meeting.Ideal is { } ideal ? DayOf(ideal) : anchor,
        Tolerance = meeting.Ideal is null ? Rhythm.AnchorTolerance : 2,
        Weight = meeting.Ideal is not null ? 8 : anchor is null ? 0 : 1,
        SkipMedium = meeting.Need == Need.Demanded ? 1 : 0,
        SkipSoft = meeting.Need == Need.Demanded ? 0 : series.Kind == SeriesKind.Preparatory ? 80 : 150,
        PinFree = StandingAt(series, place) is { IsFixed: true } pinned ? SlotOf(pinned.Date, pinned.Start)
            : series.Given.Count > 0 ? SlotOf(series.Given[place].Date, series.Given[place].Start) : null,
        Published = StandingAt(series, place) is { IsFixed: false } standing
            ? SlotOf(standing.Date, standing.Start)
            : null,
    };

    private static Standing? StandingAt(MeetingSeries series, int place) =>
        series.Standing.Count > 0 ? series.Standing[place] : null;

    private Slot SlotOf(LocalDate date, LocalTime start) => new(DayOf(date), Minute(start));

    private static IReadOnlyList<Link> ToLinks(SeriesNetwork network)
    {
        var chains = network.Series.Select((series, index) => (series.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index);
        return [.. network.Links.Select(link => new Link(
            new OccurrenceAt(chains[link.Earlier.Series], link.Earlier.Place),
            new OccurrenceAt(chains[link.Later.Series], link.Later.Place),
            link.Lead.Min, link.Lead.Max, link.Lead.Ideal, Weight: 3))];
    }

    private int DayOf(LocalDate date) => NodaTime.Period.DaysBetween(_first, date);

    private static int Minute(LocalTime time) => time.Hour * 60 + time.Minute;
}
