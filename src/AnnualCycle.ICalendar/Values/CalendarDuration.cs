using System.Globalization;

namespace AnnualCycle.ICalendar;

/// <summary>A length of time: DURATION (RFC 5545, section 3.3.6). Days are calendar days, the rest is exact.</summary>
/// <remarks>A day is not 24 hours where clocks change, which is why the two are kept apart.</remarks>
public readonly record struct CalendarDuration
{
    /// <summary>Takes days and a time of whole seconds, which must point the same way.</summary>
    /// <exception cref="ArgumentException">
    /// One is negative and the other positive, which RFC 5545 cannot say.
    /// </exception>
    public CalendarDuration(int days, TimeSpan time)
    {
        if (days == int.MinValue || days < 0 && time > TimeSpan.Zero || days > 0 && time < TimeSpan.Zero)
            throw new ArgumentException("Days and time must have the same sign.", nameof(time));
        Days = days;
        Time = new TimeSpan(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond);
    }

    /// <summary>Whole calendar days, negative before.</summary>
    public int Days { get; }

    /// <summary>The exact rest in whole seconds, negative before.</summary>
    public TimeSpan Time { get; }

    /// <summary>True when it points backwards.</summary>
    public bool IsNegative => Days < 0 || Time < TimeSpan.Zero;

    /// <summary>So many calendar days.</summary>
    public static CalendarDuration OfDays(int days) => new(days, TimeSpan.Zero);

    /// <summary>So much exact time; 24 hours stay 24 hours and do not become a day.</summary>
    public static CalendarDuration OfTime(TimeSpan time) => new(0, time);

    /// <summary>As it is written: <c>P1D</c>, <c>PT1H30M</c>, <c>-PT15M</c>, <c>PT0S</c>.</summary>
    public override string ToString()
    {
        var time = Time.Duration();
        var hours = (long)time.TotalHours;
        var text = (IsNegative ? "-P" : "P") + Part(Math.Abs(Days), 'D');
        if (time == TimeSpan.Zero)
            return Days == 0 ? "PT0S" : text;
        // dur-hour may be followed by minutes only, not by seconds: PT1H5S is not in the grammar, PT1H0M5S is.
        var minutes = hours > 0 && time.Seconds > 0 ? Written(time.Minutes, 'M') : Part(time.Minutes, 'M');
        return text + "T" + Part(hours, 'H') + minutes + Part(time.Seconds, 'S');
    }

    private static string Part(long amount, char unit) => amount == 0 ? "" : Written(amount, unit);

    private static string Written(long amount, char unit) => amount.ToString(CultureInfo.InvariantCulture) + unit;
}
