namespace AnnualCycle.ICalendar;

/// <summary>
/// Winter or summer time in a zone: a STANDARD or DAYLIGHT part of VTIMEZONE (RFC 5545, section 3.6.5).
/// </summary>
public sealed record Observance
{
    /// <summary>
    /// Takes the offset before and under this observance and, where clocks change, when it sets in each year.
    /// </summary>
    /// <exception cref="ArgumentException">An offset of a day or more, or with parts of a second.</exception>
    public Observance(TimeSpan offsetFrom, TimeSpan offsetTo, YearlyOnset? onset = null, string? name = null)
    {
        (OffsetFrom, OffsetTo, Onset) = (Checked(offsetFrom), Checked(offsetTo), onset);
        Name = string.IsNullOrEmpty(name) ? null : new CalendarText(name).Value;
    }

    /// <summary>TZOFFSETFROM: east of UTC before the change.</summary>
    public TimeSpan OffsetFrom { get; }

    /// <summary>TZOFFSETTO: east of UTC while this observance lasts.</summary>
    public TimeSpan OffsetTo { get; }

    /// <summary>When it sets in each year, or null in a zone whose clocks never change.</summary>
    public YearlyOnset? Onset { get; }

    /// <summary>TZNAME, such as CET, or null.</summary>
    public string? Name { get; }

    private static TimeSpan Checked(TimeSpan offset) =>
        offset.Duration() < TimeSpan.FromDays(1) && offset.Ticks % TimeSpan.TicksPerSecond == 0
            ? offset
            : throw new ArgumentException("An offset is less than a day and of whole seconds.", nameof(offset));
}
