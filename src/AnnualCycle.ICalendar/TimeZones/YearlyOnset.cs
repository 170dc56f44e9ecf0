namespace AnnualCycle.ICalendar;

/// <summary>
/// When each year the clocks of a zone change: a weekday counted in its month, and the time on the wall until then.
/// </summary>
/// <remarks>
/// This is all that Outlook reads of a rule (MS-OXCICAL 2.1.3.1.1.19.2.2): yearly, one BYDAY with ordinal.
/// </remarks>
public sealed record YearlyOnset
{
    /// <summary>For example March, -1, Sunday, 02:00: the last Sunday of March when the old clock shows two.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such month, or an ordinal that some years lack.</exception>
    public YearlyOnset(int month, int ordinal, DayOfWeek day, TimeOnly time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        if (ordinal is not (-1 or 1 or 2 or 3 or 4))
            throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "1 to 4, or -1 for the last.");
        (Month, Ordinal, Day, Time) = (month, ordinal, day, time);
    }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    /// <summary>1 to 4, or -1 for the last of the month.</summary>
    public int Ordinal { get; }

    /// <summary>The weekday that is counted.</summary>
    public DayOfWeek Day { get; }

    /// <summary>What the wall shows just before the change, in whole seconds.</summary>
    public TimeOnly Time { get; }

    /// <summary>Local date and time of the change in a year, by the clock before it.</summary>
    public DateTime In(int year)
    {
        var anchor = new DateOnly(year, Month, Ordinal == -1 ? DateTime.DaysInMonth(year, Month) : 1);
        var days = Ordinal == -1
            ? -((anchor.DayOfWeek - Day + 7) % 7)
            : (Day - anchor.DayOfWeek + 7) % 7 + 7 * (Ordinal - 1);
        return anchor.AddDays(days).ToDateTime(Time);
    }
}
