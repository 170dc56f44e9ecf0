using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>The public holidays besides ordinary Sundays: lag (1989:253) om allmänna helgdagar, 1 and 2 §§.</summary>
/// <remarks>As the law reads since nationaldagen took annandag pingst's place (SFS 2004:1320), for any year.</remarks>
public static class RedDays
{
    /// <summary>The thirteen red days of a year in order.</summary>
    public static IReadOnlyList<NamedDay> In(int year)
    {
        var easter = Easter.Sunday(year);
        NamedDay[] days =
        [
            new(new LocalDate(year, 1, 1), "nyårsdagen"),
            new(new LocalDate(year, 1, 6), "trettondedag jul"),
            new(easter.PlusDays(-2), "långfredagen"),
            new(easter, "påskdagen"),
            new(easter.PlusDays(1), "annandag påsk"),
            new(new LocalDate(year, 5, 1), "första maj"),
            new(easter.PlusDays(39), "Kristi himmelsfärdsdag"),
            new(easter.PlusDays(49), "pingstdagen"),
            new(new LocalDate(year, 6, 6), "nationaldagen"),
            new(SaturdayFrom(new LocalDate(year, 6, 20)), "midsommardagen"),
            new(SaturdayFrom(new LocalDate(year, 10, 31)), "alla helgons dag"),
            new(new LocalDate(year, 12, 25), "juldagen"),
            new(new LocalDate(year, 12, 26), "annandag jul"),
        ];
        return [.. days.OrderBy(day => day.Date)];
    }

    private static LocalDate SaturdayFrom(LocalDate first) =>
        first.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Saturday));
}
