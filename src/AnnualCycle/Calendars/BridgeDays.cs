using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>Working days that many take off: klämdagar and the days between Christmas and New Year.</summary>
public static class BridgeDays
{
    /// <summary>In order: single working days between two free ones ("klämdag"), and "mellandagarna".</summary>
    public static IReadOnlyList<NamedDay> In(int year)
    {
        var single = Single(year).Select(date => new NamedDay(date, "klämdag"));
        var betweenDays = new DateInterval(new LocalDate(year, 12, 27), new LocalDate(year, 12, 30))
            .Where(WorkingDays.Is)
            .Select(date => new NamedDay(date, "mellandagarna"));
        return [.. single.Concat(betweenDays).DistinctBy(day => day.Date).OrderBy(day => day.Date)];
    }

    // One neighbour at least is a red day or a free eve, since a weekend is two days long. At the turn of the year both
    // neighbours, nyårsafton and nyårsdagen, are free, so that no klämdag needs the year before or after.
    private static IEnumerable<LocalDate> Single(int year) =>
        RedDays.In(year).Concat(FreeEves.In(year))
            .SelectMany(free => new[] { free.Date.PlusDays(-1), free.Date.PlusDays(1) })
            .Where(date => date.Year == year && WorkingDays.Is(date))
            .Where(date => !WorkingDays.Is(date.PlusDays(-1)) && !WorkingDays.Is(date.PlusDays(1)));
}
