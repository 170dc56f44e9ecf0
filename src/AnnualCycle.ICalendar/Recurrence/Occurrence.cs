namespace AnnualCycle.ICalendar;

/// <summary>One time that an event takes place.</summary>
/// <param name="Event">The event, or the one that stands in its place this time.</param>
/// <param name="Start">When it starts, in the form and by the clock of the event.</param>
/// <param name="End">When it ends, exclusive.</param>
/// <param name="RecurrenceId">Which time of a series it is: its start before anyone moved it; null when single.</param>
/// <param name="StartUtc">The moment it starts.</param>
/// <param name="EndUtc">The moment it ends, exclusive.</param>
public sealed record Occurrence(
    ReadEvent Event, ReadTime Start, ReadTime End, ReadTime? RecurrenceId, DateTime StartUtc, DateTime EndUtc)
{
    internal static Occurrence Of(
        ReadEvent e, ReadTime start, EventLength length, ReadTime? recurrenceId, CalendarZone local)
    {
        var clock = start.Clock(local);
        return new Occurrence(
            e, start, length.EndOf(start, clock), recurrenceId,
            clock.ToUtc(start.Value), length.EndUtc(start.Value, clock));
    }

    /// <summary>Whether some of it lies between two moments; what takes no time lies where it starts.</summary>
    internal bool Touches(DateTime from, DateTime to) =>
        StartUtc < to && (EndUtc > from || EndUtc <= StartUtc && StartUtc >= from);
}
