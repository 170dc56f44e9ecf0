namespace AnnualCycle.Planning;

// Over 60 lines because these arrays are the layout that the inner loops of the search run on; each is filled once,
// here.

/// <summary>
/// A chain laid out for the search: its open days as positions, its costs as arrays, its ties to others.
/// </summary>
internal sealed class Series
{
    /// <summary>A cost that means "cannot". Two of them still fit in an int.</summary>
    public const int Never = 1 << 29;

    private const int SteepestSpacing = 1 << 26;

    public Series(PlanningProblem problem, int index)
    {
        var chain = problem.Chains[index];
        var calendar = problem.Calendars[chain.Calendar];
        (Index, Chain, Count) = (index, chain, chain.Occurrences.Count);
        Day = [.. Enumerable.Range(0, problem.Days).Where(calendar.IsOpen)];
        Clock = OpenDayClock.Of(calendar);
        Resources = [.. chain.Resources];
        (Duration, Stack) = (chain.Duration, chain.Stack ?? -1);
        Starts = [.. chain.Starts.Select(start => start.Start)];
        Taste = [.. Day.SelectMany(day => chain.Starts.Select(start => Tasted(problem, calendar, chain, day, start)))];
        LastBefore = [.. Day.Select((day, p) => LastPositionUpTo(day - Math.Max(1, chain.Gap.Min)))];
        Spacing = [.. Enumerable.Range(0, 2 * Day.Length + 2).Select(i => SpacingFor(i - Day.Length - 1))];
        BackwardSpacing = [.. Enumerable.Range(0, Day.Length + 1).Select(j => SpacingFor(Day.Length - j))];
        Occurrences = [.. chain.Occurrences.Select((occurrence, i) => new SeriesOccurrence(problem, this, occurrence))];
        Habits = UsualChoice.Candidates(chain);
        HasFixed = Occurrences.Any(occurrence => occurrence.Fixed is not null);
        HasFree = Occurrences.Any(occurrence => occurrence.Fixed is null);
        OwnWeekMayRepeat = chain.Gap.Min < 7 || HasFixed;
    }

    public int Index { get; }
    public Chain Chain { get; }
    public int Count { get; }

    /// <summary>By position: the day. A position is also the open-day clock's reading on that day.</summary>
    public int[] Day { get; }

    /// <summary>By day: open days before it, which is the position of the day if it is open.</summary>
    public int[] Clock { get; }

    public int[] Starts { get; }
    public int[] Resources { get; }
    public int Duration { get; }

    /// <summary>-1 counts alone.</summary>
    public int Stack { get; }

    /// <summary>
    /// By position and start: calendar, weekday and start cost; <see cref="Never"/> when somebody is busy.
    /// </summary>
    public int[] Taste { get; }

    /// <summary>By position: the last position that keeps the least gap, -1 for none.</summary>
    public int[] LastBefore { get; }

    /// <summary>
    /// By j = number of positions less the distance: the cost of that many open days between two meetings.
    /// </summary>
    public int[] BackwardSpacing { get; }

    public SeriesOccurrence[] Occurrences { get; }

    /// <summary>Usual weekdays and starts to choose between; empty without a habit.</summary>
    public IReadOnlyList<UsualSlot> Habits { get; }

    public bool HasFixed { get; }
    public bool HasFree { get; }

    /// <summary>
    /// Whether two own meetings may share a week, so that their joint load on it must be counted afterwards.
    /// </summary>
    public bool OwnWeekMayRepeat { get; }

    public List<Tie> Ties { get; } = [];

    /// <summary>Chains that share people with this one or are tied to it.</summary>
    public int[] Neighbours { get; set; } = [];

    private int[] Spacing { get; }

    public bool SpacingIsFree => Chain.Gap.Weight == 0;

    /// <summary>Position of an open day, -1 for a closed one.</summary>
    public int PositionOf(int day) => Clock[day] < Clock[day + 1] ? Clock[day] : -1;

    /// <summary>
    /// Cost of so many open days between two meetings in a row; below 0 only between a person's own choices.
    /// </summary>
    public int SpacingBetween(int openDays) => Spacing[openDays + Day.Length + 1];

    public int LastPositionUpTo(int day) => day < 0 ? -1 : Clock[Math.Min(day, Clock.Length - 2) + 1] - 1;

    public int FirstPositionFrom(int day) => Clock[Math.Clamp(day, 0, Clock.Length - 1)];

    private int SpacingFor(int openDays)
    {
        long off = Math.Max(0, Math.Abs(openDays - Chain.Gap.Ideal) - Chain.Gap.Tolerance);
        return (int)Math.Min(SteepestSpacing, Chain.Gap.Weight * off * off);
    }

    private static int Tasted(PlanningProblem problem, PlanningCalendar calendar, Chain chain, int day,
        AllowedStart start)
    {
        var busy = chain.Resources.Any(r => problem.Resources[r].Busy.Any(b =>
            b.Day == day && start.Start < b.To && b.From < start.Start + chain.Duration));
        var weekday = problem.WeekdayOf(day);
        var onWeekday = weekday < chain.WeekdayCost.Count ? chain.WeekdayCost[weekday] : 0;
        return busy ? Never : calendar.Cost[day] + start.Cost + onWeekday;
    }
}

/// <summary>One end of a link as seen from a series.</summary>
internal readonly record struct Tie(int Occurrence, int Link, bool IsEarlier, int OtherChain, int OtherOccurrence);
