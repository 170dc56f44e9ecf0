using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>How an event comes back: RECUR (RFC 5545, section 3.3.10).</summary>
public sealed record RecurrenceRule
{
    /// <summary>FREQ.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>INTERVAL, 1 or more.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>COUNT, the first included, or null.</summary>
    public int? Count { get; init; }

    /// <summary>UNTIL, which itself belongs to the series, or null.</summary>
    public ReadTime? Until { get; init; }

    /// <summary>BYSECOND, 0 to 59; the 60th is read as the 59th.</summary>
    public ImmutableArray<int> BySecond { get; init; } = [];

    /// <summary>BYMINUTE, 0 to 59.</summary>
    public ImmutableArray<int> ByMinute { get; init; } = [];

    /// <summary>BYHOUR, 0 to 23.</summary>
    public ImmutableArray<int> ByHour { get; init; } = [];

    /// <summary>BYDAY.</summary>
    public ImmutableArray<WeekdayNumber> ByDay { get; init; } = [];

    /// <summary>BYMONTHDAY, 1 to 31 or -31 to -1.</summary>
    public ImmutableArray<int> ByMonthDay { get; init; } = [];

    /// <summary>BYYEARDAY, 1 to 366 or -366 to -1.</summary>
    public ImmutableArray<int> ByYearDay { get; init; } = [];

    /// <summary>BYWEEKNO, 1 to 53 or -53 to -1.</summary>
    public ImmutableArray<int> ByWeekNo { get; init; } = [];

    /// <summary>BYMONTH, 1 to 12.</summary>
    public ImmutableArray<int> ByMonth { get; init; } = [];

    /// <summary>BYSETPOS, 1 to 366 or -366 to -1.</summary>
    public ImmutableArray<int> BySetPos { get; init; } = [];

    /// <summary>WKST.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>Reads a rule as it stands in a file; null when it cannot be used.</summary>
    public static RecurrenceRule? TryParse(string text) => RuleParser.Parse(text);

    /// <summary>
    /// The times of the rule, counted out one by one as they are asked for, by the clock that the start is given by.
    /// </summary>
    /// <param name="start">DTSTART, which the rule takes from what it does not say itself.</param>
    /// <param name="from">The first time of interest: what is before costs nothing where there is no COUNT.</param>
    /// <param name="to">The first time beyond interest.</param>
    public IEnumerable<DateTime> Times(DateTime start, DateTime from, DateTime to) =>
        new RuleWalk(this, start, new StepBudget(ReadLimits.Default.Steps)).Between(from, to);

    /// <summary>Whether every period has its one time, so that those before can be counted without looking.</summary>
    internal bool IsPlain => Frequency <= Frequency.Weekly && BySecond.IsEmpty && ByMinute.IsEmpty && ByHour.IsEmpty
        && ByDay.IsEmpty && ByMonthDay.IsEmpty && ByYearDay.IsEmpty && ByWeekNo.IsEmpty && ByMonth.IsEmpty
        && BySetPos.IsEmpty;
}
