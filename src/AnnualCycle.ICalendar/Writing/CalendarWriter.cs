using System.Buffers;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Writes calendar files as RFC 5545 demands to the letter: UTF-8, CRLF, folded; the same calendar gives the same
/// octets.
/// </summary>
public static class CalendarWriter
{
    /// <summary>Writes to a buffer.</summary>
    public static void Write(CalendarObject calendar, IBufferWriter<byte> output)
    {
        var writer = new ContentLineWriter(output);
        writer.Line("BEGIN:VCALENDAR"u8);
        writer.Line("VERSION:2.0"u8);
        writer.TextLine("PRODID:"u8, calendar.ProdId);
        writer.Line("CALSCALE:GREGORIAN"u8);
        if (calendar.Method is { } method)
            writer.PlainLine("METHOD:"u8, method.ToString().ToUpperInvariant());
        if (calendar.FeedProperties is { } feed)
            WriteFeed(feed, writer);
        foreach (var zone in calendar.TimeZones)
            TimeZoneWriter.Write(zone, writer);
        foreach (var e in calendar.Events)
            EventWriter.Write(e, writer, calendar.SaysStatus);
        writer.Line("END:VCALENDAR"u8);
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    public static void Write(CalendarObject calendar, Stream output)
    {
        var buffer = new ArrayBufferWriter<byte>(EstimatedSize(calendar));
        Write(calendar, buffer);
        output.Write(buffer.WrittenSpan);
    }

    /// <summary>The whole file.</summary>
    public static byte[] ToBytes(CalendarObject calendar)
    {
        var buffer = new ArrayBufferWriter<byte>(EstimatedSize(calendar));
        Write(calendar, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>RFC 7986, section 5, each with the older name that programs know.</summary>
    private static void WriteFeed(FeedProperties feed, ContentLineWriter writer)
    {
        writer.TextLine("NAME:"u8, feed.Name);
        writer.TextLine("X-WR-CALNAME:"u8, feed.Name);
        writer.TextLine("DESCRIPTION:"u8, feed.Description);
        writer.TextLine("X-WR-CALDESC:"u8, feed.Description);
        writer.PlainLine("REFRESH-INTERVAL;VALUE=DURATION:"u8, feed.RefreshInterval.ToString());
        writer.PlainLine("X-PUBLISHED-TTL:"u8, feed.RefreshInterval.ToString());
        writer.PlainLine("COLOR:"u8, feed.Color?.Value);
        writer.PlainLine("SOURCE;VALUE=URI:"u8, feed.Source?.Value);
        writer.PlainLine("X-WR-TIMEZONE:"u8, feed.TimeZone.TzId);
    }

    /// <summary>An event is seldom longer than this; a wrong guess only costs a copy.</summary>
    private static int EstimatedSize(CalendarObject calendar) => 1024 + 640 * calendar.Events.Length;
}
