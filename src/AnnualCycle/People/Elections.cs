using NodaTime;

namespace AnnualCycle.People;

/// <summary>Elections to municipalities and regions, after which political bodies get new members.</summary>
public static class Elections
{
    private const int Known = 2022, Years = 4;

    /// <summary>The second Sunday of September every fourth year: the last one, this very day counted.</summary>
    public static LocalDate Last(LocalDate today)
    {
        var year = today.Year - ((today.Year - Known) % Years + Years) % Years;
        return DayIn(year) <= today ? DayIn(year) : DayIn(year - Years);
    }

    /// <summary>The first day of the mandate that an election gives: 1 January the year after.</summary>
    public static LocalDate FirstDayAfter(LocalDate election) => new(election.Year + 1, 1, 1);

    private static LocalDate DayIn(int year) => LocalDate.FromYearMonthWeekAndDay(year, 9, 2, IsoDayOfWeek.Sunday);
}
