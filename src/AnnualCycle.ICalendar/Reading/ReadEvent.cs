using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>An event as someone's calendar has it (RFC 5545, section 3.6.1); what it lacks is empty or null.</summary>
/// <param name="Component">Everything that stands in it.</param>
public sealed record ReadEvent(ReadComponent Component)
{
    /// <summary>UID, or empty.</summary>
    public string Uid { get; init; } = "";

    /// <summary>SUMMARY, or empty.</summary>
    public CalendarText Summary { get; init; }

    /// <summary>CATEGORIES of all its lines.</summary>
    public ImmutableArray<CalendarText> Categories { get; init; } = [];

    /// <summary>STATUS; confirmed when it is missing or unknown.</summary>
    public EventStatus Status { get; init; }

    /// <summary>DTSTART, or null when it is missing or cannot be read.</summary>
    public ReadTime? Start { get; init; }

    /// <summary>DTEND as written: exclusive, so for whole days the day after the last.</summary>
    public ReadTime? End { get; init; }

    /// <summary>DURATION, which stands in place of DTEND.</summary>
    public CalendarDuration? Duration { get; init; }

    /// <summary>
    /// RRULE as written, or null. The event then stands for more than one occurrence, which are not counted out here.
    /// </summary>
    public string? RRule { get; init; }

    /// <summary>True when it recurs, by RRULE or RDATE.</summary>
    public bool IsRecurring => RRule is not null || Component.Property("RDATE") is not null;

    /// <summary>Line of its BEGIN, from 1.</summary>
    public int Line => Component.Line;

    /// <summary>
    /// When it ends, exclusive: DTEND, else start and DURATION, else the next day for a date and the start itself for a
    /// time.
    /// </summary>
    public ReadTime? EffectiveEnd => End ?? (Start is null ? null : After(Start, Duration));

    private static ReadTime After(ReadTime start, CalendarDuration? duration)
    {
        var length = duration ?? (start.Form == TimeForm.Date ? CalendarDuration.OfDays(1) : default);
        var ticks = (decimal)start.Value.Ticks + TimeSpan.FromDays(length.Days).Ticks + length.Time.Ticks;
        var inRange = ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
        return inRange ? start with { Value = new DateTime((long)ticks, start.Value.Kind) } : start;
    }
}
