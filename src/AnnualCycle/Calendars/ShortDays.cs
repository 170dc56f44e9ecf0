using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>Days before a free day, when many leave at noon or two hours early; each employer decides.</summary>
public static class ShortDays
{
    /// <summary>In order, also those that fall on a weekend and then say nothing.</summary>
    public static IReadOnlyList<NamedDay> In(int year)
    {
        var easter = Easter.Sunday(year);
        var allSaints = new LocalDate(year, 10, 30).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Friday));
        var christmas = new LocalDate(year, 12, 23);
        List<NamedDay> days =
        [
            new(new LocalDate(year, 1, 5), "trettondagsafton"),
            new(easter.PlusDays(-3), "skärtorsdagen"),
            new(new LocalDate(year, 4, 30), "valborgsmässoafton"),
            new(easter.PlusDays(38), "dagen före Kristi himmelsfärdsdag"),
            new(new LocalDate(year, 6, 5), "dagen före nationaldagen"),
            new(allSaints, "dagen före alla helgons dag"),
        ];
        if (christmas.DayOfWeek == IsoDayOfWeek.Friday)
        {
            days.Add(new NamedDay(christmas, "dagen före julafton"));
        }

        return [.. days.OrderBy(day => day.Date)];
    }
}
