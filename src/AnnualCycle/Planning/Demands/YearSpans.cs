using AnnualCycle.Calendars;
using AnnualCycle.Phrases;
using NodaTime;
using Period = AnnualCycle.Phrases.Period;

namespace AnnualCycle.Planning.Demands;

/// <summary>The first and the last day of a school term in a year.</summary>
public sealed record TermDays(DateInterval Spring, DateInterval Autumn);

/// <summary>The stretches of one calendar year that a charter counts in.</summary>
public sealed class YearSpans(int year, TermDays terms)
{
    public int Year => year;

    public DateInterval Whole => Months(1, 12);

    /// <summary>From the first day of one month to the last of another.</summary>
    public DateInterval Months(int first, int last) =>
        new(new LocalDate(year, first, 1), new LocalDate(year, last, 1).PlusMonths(1).PlusDays(-1));

    /// <summary>
    /// Monday to Sunday of an ISO 8601 week, as far as it lies in the year; null for week 53 of a year without one.
    /// </summary>
    public DateInterval? Week(int week)
    {
        return week > IsoWeek.CountIn(year) ? null : new IsoWeek(year, week).Days.Intersection(Whole);
    }

    public DateInterval Of(Season season) => season switch
    {
        Season.SpringTerm => terms.Spring,
        Season.AutumnTerm => terms.Autumn,
        Season.Spring => Months(1, 6),
        Season.Summer => Months(6, 8),
        Season.Autumn => Months(8, 12),
        _ => Months(1, 3),
    };

    /// <summary>Days 1 to 10, 11 to 20, 21 to the end, or the whole month.</summary>
    public DateInterval Of(int month, PartOfMonth part)
    {
        var whole = Months(month, month);
        return part switch
        {
            PartOfMonth.Early => new DateInterval(whole.Start, whole.Start.PlusDays(9)),
            PartOfMonth.Mid => new DateInterval(whole.Start.PlusDays(10), whole.Start.PlusDays(19)),
            PartOfMonth.Late => new DateInterval(whole.Start.PlusDays(20), whole.End),
            _ => whole,
        };
    }

    /// <summary>
    /// The year cut into the periods that a rule counts in; empty where the period is no part of a year.
    /// </summary>
    public IReadOnlyList<DateInterval> Of(Period? period, int? n) => period switch
    {
        Period.Year or Period.SchoolYear => [Whole],
        Period.HalfYear => YearParts.HalfYears(year),
        Period.Term => [terms.Spring, terms.Autumn],
        Period.Quarter => YearParts.Quarters(year),
        Period.Tertial => YearParts.Tertials(year),
        Period.Month => Cut(1),
        Period.Months when n is > 0 and < 12 => Cut(n.Value),
        Period.Week => Weeks(1),
        Period.Weeks when n is > 0 and < 52 => Weeks(n.Value),
        _ => [],
    };

    private IReadOnlyList<DateInterval> Cut(int months) =>
        [.. Enumerable.Range(0, 12 / months).Select(part => Months(part * months + 1, part * months + months))];

    private IReadOnlyList<DateInterval> Weeks(int n) =>
        [.. Enumerable.Range(0, 52 / n).Select(part => (Week(part * n + 1), Week(part * n + n)))
            .Where(ends => ends is { Item1: not null, Item2: not null })
            .Select(ends => new DateInterval(ends.Item1!.Start, ends.Item2!.End))];
}
