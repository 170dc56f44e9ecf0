using System.Text;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>Calendars that the tests write: a collaboration's year in invented names.</summary>
internal static class Sample
{
    internal static readonly UtcTime Changed = Utc(2026, 11, 2, 8, 0);

    private static readonly EventTime Morning = EventTime.Between(Utc(2027, 3, 11, 8, 0), Utc(2027, 3, 11, 9, 30));

    internal static UtcTime Utc(int year, int month, int day, int hour, int minute) =>
        new(new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc));

    internal static ZonedTime Stockholm(int year, int month, int day, int hour, int minute) =>
        new(new DateTime(year, month, day, hour, minute, 0), VTimeZone.EuropeStockholm);

    internal static Event Meeting(CalendarText? summary = null, string uid = "mote-1@kalender.example") =>
        new(uid, Changed, Morning, summary ?? "Ledningsgrupp");

    /// <summary>An hour's meeting by the clock of a place.</summary>
    internal static Event MeetingIn(VTimeZone zone, DateTime start, string uid = "mote-1@kalender.example") =>
        Meeting(uid: uid) with { Time = EventTime.Between(new(start, zone), new ZonedTime(start.AddHours(1), zone)) };

    internal static Event Deadline(DateOnly day, string uid = "frist-1@kalender.example") =>
        new(uid, Changed, EventTime.AllDay(day), "Frist: delårsrapport") { Transp = Transparency.Transparent };

    internal static FeedProperties Feed { get; } = new("Ledningsgruppens år", VTimeZone.EuropeStockholm);

    internal static byte[] Bytes(params Event[] events) => Bytes(Feed, events);

    internal static byte[] Bytes(FeedProperties feed, params Event[] events) =>
        CalendarWriter.ToBytes(CalendarObject.Feed("-//AnnualCycle//Test//SV", feed, events));

    /// <summary>The lines as they stand in the file, folds and all.</summary>
    internal static string[] PhysicalLines(byte[] file) => Encoding.UTF8.GetString(file).TrimEnd().Split("\r\n");

    /// <summary>The content lines, folds undone as RFC 5545, section 3.1, says.</summary>
    internal static string[] ContentLines(byte[] file) =>
        Encoding.UTF8.GetString(file).Replace("\r\n ", "").TrimEnd().Split("\r\n");

    /// <summary>The one content line of a property.</summary>
    internal static string Line(byte[] file, string name) =>
        Assert.Single(ContentLines(file), line => line.Split(':', ';')[0] == name);
}
