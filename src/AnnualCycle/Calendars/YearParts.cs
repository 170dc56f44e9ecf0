using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>The equal parts of a year that charters count in; terms are <see cref="NationalCalendar"/>'s.</summary>
public static class YearParts
{
    /// <summary>January–June and July–December.</summary>
    public static IReadOnlyList<DateInterval> HalfYears(int year) => Split(year, months: 6);

    /// <summary>Four months each: January–April, May–August, September–December.</summary>
    public static IReadOnlyList<DateInterval> Tertials(int year) => Split(year, months: 4);

    public static IReadOnlyList<DateInterval> Quarters(int year) => Split(year, months: 3);

    private static IReadOnlyList<DateInterval> Split(int year, int months) =>
    [
        .. Enumerable.Range(0, 12 / months)
            .Select(part => new LocalDate(year, 1, 1).PlusMonths(part * months))
            .Select(first => new DateInterval(first, first.PlusMonths(months).PlusDays(-1))),
    ];
}
