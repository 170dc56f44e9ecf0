using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>Writes a VEVENT (RFC 5545, section 3.6.1); the order of its properties never changes.</summary>
internal static class EventWriter
{
    internal static void Write(Event e, ContentLineWriter writer, bool saysStatus = true)
    {
        writer.Line("BEGIN:VEVENT"u8);
        writer.TextLine("UID:"u8, e.Uid);
        writer.UtcLine("DTSTAMP:"u8, e.DtStamp);
        writer.UtcLine("CREATED:"u8, e.Created);
        writer.UtcLine("LAST-MODIFIED:"u8, e.LastModified);
        writer.IntegerLine("SEQUENCE:"u8, e.Sequence);
        if (saysStatus)
            WriteStatus(e, writer);
        WriteState(e, writer);
        WriteTime(e.Time, writer);
        WriteTexts(e, writer);
        if (e.Organizer is not null)
            ParticipantWriter.Write(e.Organizer, writer);
        foreach (var attendee in e.Attendees)
            ParticipantWriter.Write(attendee, writer);
        foreach (var extension in e.Extensions)
            WriteExtension(extension, writer);
        if (e.Alarm is not null)
            WriteAlarm(e.Alarm, writer);
        writer.Line("END:VEVENT"u8);
    }

    private static void WriteStatus(Event e, ContentLineWriter writer) =>
        writer.Line(e.Status switch
        {
            EventStatus.Confirmed => "STATUS:CONFIRMED"u8,
            EventStatus.Tentative => "STATUS:TENTATIVE"u8,
            EventStatus.Cancelled => "STATUS:CANCELLED"u8,
            _ => throw new ArgumentOutOfRangeException(nameof(e), e.Status, null),
        });

    private static void WriteState(Event e, ContentLineWriter writer)
    {
        writer.Line(e.Transp == Transparency.Transparent ? "TRANSP:TRANSPARENT"u8 : "TRANSP:OPAQUE"u8);
        if (e.Transp == Transparency.Transparent) // wins over TRANSP in Outlook (MS-OXCICAL, TRANSP)
            writer.Line("X-MICROSOFT-CDO-BUSYSTATUS:FREE"u8);
        if (e.Class is { } access)
            writer.Line(access switch
            {
                Classification.Public => "CLASS:PUBLIC"u8,
                Classification.Private => "CLASS:PRIVATE"u8,
                Classification.Confidential => "CLASS:CONFIDENTIAL"u8,
                _ => throw new ArgumentOutOfRangeException(nameof(e), access, null),
            });
    }

    private static void WriteTime(EventTime time, ContentLineWriter writer)
    {
        switch (time)
        {
            case AllDayEventTime days:
                writer.DateLine("DTSTART;VALUE=DATE:"u8, days.First);
                writer.DateLine("DTEND;VALUE=DATE:"u8, days.ExclusiveEnd);
                break;
            case UtcEventTime utc:
                writer.UtcLine("DTSTART:"u8, utc.Start);
                writer.UtcLine("DTEND:"u8, utc.End);
                break;
            case ZonedEventTime zoned:
                WriteZoned("DTSTART;TZID="u8, zoned.Start, writer);
                WriteZoned("DTEND;TZID="u8, zoned.End, writer);
                break;
        }
    }

    private static void WriteZoned(ReadOnlySpan<byte> name, ZonedTime time, ContentLineWriter writer)
    {
        writer.Begin(name);
        writer.Chars(time.Zone.TzId);
        writer.Octets(":"u8);
        writer.DateTime(time.Local);
        writer.End();
    }

    private static void WriteTexts(Event e, ContentLineWriter writer)
    {
        writer.TextLine("SUMMARY:"u8, e.Summary);
        writer.TextLine("DESCRIPTION:"u8, e.Description);
        writer.TextLine("LOCATION:"u8, e.Location);
        writer.TextLine("COMMENT:"u8, e.Comment);
        writer.PlainLine("URL:"u8, e.Url?.Value);
        writer.PlainLine("COLOR:"u8, e.Color?.Value);
        WriteCategories(e.Categories, writer);
        foreach (var conference in e.Conferences)
            WriteConference(conference, writer);
    }

    /// <summary>
    /// The commas between categories are bare, those inside them escaped (RFC 5545, section 3.8.1.2).
    /// </summary>
    private static void WriteCategories(ImmutableArray<CalendarText> categories, ContentLineWriter writer)
    {
        var separator = "CATEGORIES:"u8;
        foreach (var category in categories)
        {
            if (category.IsBlank)
                continue;
            writer.Octets(separator);
            writer.Text(category);
            separator = ","u8;
        }
        if (separator.Length == 1)
            writer.End();
    }

    private static void WriteConference(Conference conference, ContentLineWriter writer)
    {
        writer.Begin("CONFERENCE;VALUE=URI;FEATURE="u8);
        writer.Octets(conference.Video ? "AUDIO,VIDEO"u8 : "AUDIO"u8);
        if (!conference.Label.IsBlank)
        {
            writer.Octets(";LABEL="u8);
            writer.ParameterText(conference.Label);
        }
        writer.Octets(":"u8);
        writer.Chars(conference.Uri.Value);
        writer.End();
    }

    private static void WriteExtension(ExtensionProperty extension, ContentLineWriter writer)
    {
        if (extension.Value.IsBlank)
            return;
        writer.Begin(extension.Name);
        writer.Octets(":"u8);
        writer.Text(extension.Value);
        writer.End();
    }

    private static void WriteAlarm(Alarm alarm, ContentLineWriter writer)
    {
        writer.Line("BEGIN:VALARM"u8);
        writer.Line("ACTION:DISPLAY"u8);
        writer.PlainLine("TRIGGER:"u8, alarm.Trigger.ToString());
        writer.TextLine("DESCRIPTION:"u8, alarm.Description);
        writer.Line("END:VALARM"u8);
    }
}
