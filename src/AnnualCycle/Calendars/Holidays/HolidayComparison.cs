namespace AnnualCycle.Calendars.Holidays;

/// <summary>A storhelg beside the same one of other years: is this a long one or a short one?</summary>
/// <param name="Span">The same storhelg of every year of a span, in order.</param>
public sealed record HolidayComparison(
    HolidayFacts Facts, HolidayFacts YearBefore, HolidayFacts YearAfter, IReadOnlyList<HolidayFacts> Span)
{
    /// <summary>The years of the golden table, which people have checked.</summary>
    public const int FirstYear = 2020, LastYear = 2035;

    /// <summary>Days off more than the year before; negative for fewer.</summary>
    public int MoreThanBefore => Facts.FreeDays - YearBefore.FreeDays;

    /// <summary>Days off more than the year after.</summary>
    public int MoreThanAfter => Facts.FreeDays - YearAfter.FreeDays;

    /// <summary>The most days off in a row that it reaches in the span; 0 in summer.</summary>
    public int LongestRun => Span.Max(facts => facts.LongestRun?.Length ?? 0);

    /// <summary>The years of the span in which it does.</summary>
    public IReadOnlyList<int> LongestYears =>
        [.. Span.Where(facts => facts.LongestRun?.Length == LongestRun).Select(facts => facts.Year)];

    public static HolidayComparison Of(HolidayCalendar calendar, HolidayFacts facts) => new(
        facts, calendar.Of(facts.Holiday, facts.Year - 1), calendar.Of(facts.Holiday, facts.Year + 1),
        [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => calendar.Of(facts.Holiday, year))]);
}
