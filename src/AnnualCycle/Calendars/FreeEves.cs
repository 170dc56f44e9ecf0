using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>
/// The eves that are not red but free everywhere: semesterlagen (1977:480) 9 § counts them as Sundays. Påskafton and
/// pingstafton are Saturdays and free as such.
/// </summary>
public static class FreeEves
{
    public static IReadOnlyList<NamedDay> In(int year) =>
    [
        new(new LocalDate(year, 6, 19).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Friday)), "midsommarafton"),
        new(new LocalDate(year, 12, 24), "julafton"),
        new(new LocalDate(year, 12, 31), "nyårsafton"),
    ];
}
