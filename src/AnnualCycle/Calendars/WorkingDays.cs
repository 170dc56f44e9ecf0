using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>Monday to Friday without red days and free eves: what "arbetsdagar" are counted in.</summary>
public static class WorkingDays
{
    public static bool Is(LocalDate date) =>
        date.DayOfWeek < IsoDayOfWeek.Saturday
        && !RedDays.In(date.Year).Concat(FreeEves.In(date.Year)).Any(day => day.Date == date);

    /// <summary>The day <paramref name="count"/> working days after a day, or before it when negative.</summary>
    public static LocalDate Add(LocalDate date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.PlusDays(step);
            left -= Is(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>How many there are from the first day to the last, both included.</summary>
    public static int Count(DateInterval days) => days.Count(Is);
}
