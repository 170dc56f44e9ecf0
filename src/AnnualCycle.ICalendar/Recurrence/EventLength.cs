namespace AnnualCycle.ICalendar;

/// <summary>
/// How long each occurrence of an event lasts: exactly as long as the first where it has DTEND, by the calendar where
/// it has DURATION (RFC 5545, section 3.8.5.3).
/// </summary>
internal readonly record struct EventLength(int Days, TimeSpan Time)
{
    /// <summary>No longer than this, whatever the clocks do.</summary>
    internal TimeSpan AtMost => TimeSpan.FromDays(Days + 1) + Time;

    internal static EventLength Of(ReadEvent e, ReadTime start)
    {
        if (e.End is { } end)
            return Between(start, end);
        var length = e.Duration is { IsNegative: false } duration ? duration : default;
        return start.Form == TimeForm.Date
            ? new EventLength(Math.Max(1, length.Days + (int)length.Time.TotalDays), TimeSpan.Zero)
            : new EventLength(length.Days, length.Time);
    }

    internal static EventLength Between(ReadTime start, ReadTime end)
    {
        if (start.Form == TimeForm.Date)
            return new EventLength(Math.Max(1, (end.Value.Date - start.Value.Date).Days), TimeSpan.Zero);
        var zone = start.Zone ?? end.Zone ?? CalendarZone.Utc;
        var time = end.ToUtc(zone) - start.ToUtc(zone);
        return new EventLength(0, time < TimeSpan.Zero ? TimeSpan.Zero : time);
    }

    /// <summary>The moment at which it ends that starts at a local time.</summary>
    internal DateTime EndUtc(DateTime start, CalendarZone clock) => CalendarZone.Moved(
        clock.ToUtc(CalendarZone.Moved(start, TimeSpan.FromDays(Days), DateTimeKind.Unspecified)), Time,
            DateTimeKind.Utc);

    /// <summary>The end by the same clock as the start.</summary>
    internal ReadTime EndOf(ReadTime start, CalendarZone clock) => start.At(Time == TimeSpan.Zero
        ? CalendarZone.Moved(start.Value, TimeSpan.FromDays(Days), DateTimeKind.Unspecified)
        : clock.ToLocal(EndUtc(start.Value, clock)));
}
