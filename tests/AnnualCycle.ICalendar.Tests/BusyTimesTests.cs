using System.Text;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>When somebody is taken.</summary>
public sealed class BusyTimesTests
{
    [Theory]
    [InlineData("DTSTART:20270302T080000Z\nDTEND:20270302T090000Z", "02 08:00-02 09:00")]
    [InlineData("DTSTART:20270302T080000Z\nDTEND:20270302T090000Z\nTRANSP:TRANSPARENT", "")]
    [InlineData("DTSTART:20270302T080000Z\nDTEND:20270302T090000Z\nSTATUS:CANCELLED", "")]
    [InlineData("DTSTART:20270302T080000Z\nDTEND:20270302T090000Z\nSTATUS:TENTATIVE", "02 08:00-02 09:00")]
    [InlineData("DTSTART:20270302T080000Z\nDTEND:20270302T090000Z\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", "")]
    [InlineData("DTSTART;VALUE=DATE:20270302", "01 23:00-02 23:00")]
    [InlineData("DTSTART:20270302T090000\nDURATION:PT30M", "02 08:00-02 08:30")]
    [InlineData("DTSTART:20270302T080000Z", "")]
    [InlineData("DTSTART:20270301T070000Z\nDTEND:20270301T100000Z", "01 08:00-01 10:00")]
    [InlineData("DTSTART:20270302T080000Z\nDTEND:20270302T090000Z\nRRULE:FREQ=DAILY;COUNT=2",
        "02 08:00-02 09:00, 03 08:00-03 09:00")]
    public void An_event_takes_time_as_its_calendar_says(string lines, string busy) =>
        Assert.Equal(busy, Busy($"BEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\n"));

    [Fact]
    public void Meetings_that_meet_or_overlap_are_one_busy_time() =>
        Assert.Equal("02 08:00-02 11:00, 02 12:00-02 13:00",
            Busy(Meeting("1", 8, 10) + Meeting("2", 9, 10) + Meeting("3", 12, 13) + Meeting("4", 10, 11)));

    [Fact]
    public void What_is_stated_without_events_counts_too() =>
        Assert.Equal("02 08:00-02 10:00, 03 08:00-03 09:00", Busy(
            "BEGIN:VFREEBUSY\nFREEBUSY:20270302T080000Z/PT1H,20270302T090000Z/20270302T100000Z\n"
                + "FREEBUSY;FBTYPE=FREE:20270304T080000Z/PT1H\n"
            + "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270303T080000Z/PT1H\nEND:VFREEBUSY\n"));

    private static string Meeting(string uid, int from, int to) =>
        $"BEGIN:VEVENT\nUID:{uid}\nDTSTART:20270302T{from:00}0000Z\nDTEND:20270302T{to:00}0000Z\nEND:VEVENT\n";

    private static string Busy(string components) => string.Join(", ", BusyTimes.Of(
            CalendarReader.Read(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\n" + components + "END:VCALENDAR")),
            new DateTime(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc), new DateTime(2027, 3, 8, 0, 0, 0, DateTimeKind.Utc),
            CalendarZone.Find("Europe/Stockholm")!)
        .Select(time => $"{time.Start:dd HH:mm}-{time.End:dd HH:mm}"));
}
