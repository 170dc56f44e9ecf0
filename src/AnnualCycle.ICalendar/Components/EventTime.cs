namespace AnnualCycle.ICalendar;

/// <summary>
/// When an event is: DTSTART and DTEND of one kind, the end after the start (RFC 5545, section 3.6.1).
/// </summary>
public abstract record EventTime
{
    private protected EventTime() { }

    /// <summary>A meeting from one moment to another, written in UTC: the safest form for a single event.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public static EventTime Between(UtcTime start, UtcTime end) => new UtcEventTime(start, end);

    /// <summary>A meeting by the clock of a place, written with that place's zone.</summary>
    /// <exception cref="ArgumentException">The end is not after the start, or the two name different zones.</exception>
    public static EventTime Between(ZonedTime start, ZonedTime end) => new ZonedEventTime(start, end);

    /// <summary>Whole days, both of them counted: a deadline has the same first and last day.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static EventTime AllDay(DateOnly first, DateOnly last) => new AllDayEventTime(first, last);

    /// <summary>One whole day.</summary>
    public static EventTime AllDay(DateOnly day) => new AllDayEventTime(day, day);

    private protected static void Demand(bool inOrder)
    {
        if (!inOrder)
            throw new ArgumentException("An event must end after it starts.");
    }
}

/// <summary>A meeting written in UTC.</summary>
public sealed record UtcEventTime : EventTime
{
    internal UtcEventTime(UtcTime start, UtcTime end)
    {
        Demand(start.CompareTo(end) < 0);
        (Start, End) = (start, end);
    }

    /// <summary>When it starts.</summary>
    public UtcTime Start { get; }

    /// <summary>When it ends.</summary>
    public UtcTime End { get; }
}

/// <summary>A meeting written by the clock of a place.</summary>
public sealed record ZonedEventTime : EventTime
{
    internal ZonedEventTime(ZonedTime start, ZonedTime end)
    {
        Demand(start.ToUtc().CompareTo(end.ToUtc()) < 0 && start.Local < end.Local && start.Zone == end.Zone);
        (Start, End) = (start, end);
    }

    /// <summary>When it starts.</summary>
    public ZonedTime Start { get; }

    /// <summary>When it ends.</summary>
    public ZonedTime End { get; }
}

/// <summary>Whole days, first to last inclusive.</summary>
public sealed record AllDayEventTime : EventTime
{
    internal AllDayEventTime(DateOnly first, DateOnly last)
    {
        Demand(first <= last && last < DateOnly.MaxValue);
        (First, Last) = (first, last);
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, which still belongs to the event.</summary>
    public DateOnly Last { get; }

    /// <summary>
    /// DTEND as it is written: the day after the last (RFC 5545, section 3.6.1). The only place that makes it.
    /// </summary>
    internal DateOnly ExclusiveEnd => Last.AddDays(1);
}
