namespace AnnualCycle.ICalendar;

/// <summary>
/// A reminder on the screen before a meeting begins: VALARM with ACTION:DISPLAY (RFC 5545, section 3.6.6).
/// </summary>
/// <remarks>
/// Feeds carry none unless a subscriber asks: some programs fire every alarm of every subscribed calendar.
/// </remarks>
public sealed record Alarm
{
    /// <summary>
    /// Takes how long before the start it shows, zero or more, and what it says, which may not be blank.
    /// </summary>
    /// <exception cref="ArgumentException">A negative time or a blank text.</exception>
    public Alarm(CalendarDuration before, CalendarText description)
    {
        if (before.IsNegative || description.IsBlank)
            throw new ArgumentException("An alarm shows before the start and says something.");
        (Before, Description) = (before, description);
    }

    /// <summary>How long before the start: TRIGGER turned round.</summary>
    public CalendarDuration Before { get; }

    /// <summary>What it says.</summary>
    public CalendarText Description { get; }

    /// <summary>TRIGGER as it is written (RFC 5545, section 3.8.6.3).</summary>
    internal CalendarDuration Trigger => new(-Before.Days, -Before.Time);
}
