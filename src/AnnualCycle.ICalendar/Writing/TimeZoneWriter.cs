namespace AnnualCycle.ICalendar;

/// <summary>Writes a VTIMEZONE (RFC 5545, section 3.6.5) in the one shape.</summary>
internal static class TimeZoneWriter
{
    /// <summary>
    /// The rules are written as if they had held from here: before any meeting, and after the 1601 that some programs
    /// refuse.
    /// </summary>
    private const int FirstYear = 1970;

    internal static void Write(VTimeZone zone, ContentLineWriter writer)
    {
        writer.Line("BEGIN:VTIMEZONE"u8);
        writer.PlainLine("TZID:"u8, zone.TzId);
        writer.Line("BEGIN:STANDARD"u8);
        WriteObservance(zone.Standard, writer);
        writer.Line("END:STANDARD"u8);
        if (zone.Daylight is not null)
        {
            writer.Line("BEGIN:DAYLIGHT"u8);
            WriteObservance(zone.Daylight, writer);
            writer.Line("END:DAYLIGHT"u8);
        }
        writer.Line("END:VTIMEZONE"u8);
    }

    private static void WriteObservance(Observance observance, ContentLineWriter writer)
    {
        writer.Begin("DTSTART:"u8);
        writer.DateTime(observance.Onset?.In(FirstYear) ?? new DateTime(FirstYear, 1, 1));
        writer.End();
        if (observance.Onset is { } onset)
            WriteRule(onset, writer);
        writer.OffsetLine("TZOFFSETFROM:"u8, observance.OffsetFrom);
        writer.OffsetLine("TZOFFSETTO:"u8, observance.OffsetTo);
        writer.TextLine("TZNAME:"u8, observance.Name);
    }

    private static void WriteRule(YearlyOnset onset, ContentLineWriter writer)
    {
        writer.Begin("RRULE:FREQ=YEARLY;BYMONTH="u8);
        writer.Integer(onset.Month);
        writer.Octets(";BYDAY="u8);
        writer.Integer(onset.Ordinal);
        writer.Octets("SUMOTUWETHFRSA"u8.Slice(2 * (int)onset.Day, 2));
        writer.End();
    }
}
