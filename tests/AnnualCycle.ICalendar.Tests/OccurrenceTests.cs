using System.Text;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>What takes place, with what was moved, added and left out.</summary>
public sealed class OccurrenceTests
{
    private const string Weekly = "BEGIN:VEVENT\nUID:1\nSUMMARY:Möte\nDTSTART;TZID=Europe/Stockholm:20270301T090000\n"
        + "DTEND;TZID=Europe/Stockholm:20270301T100000\nRRULE:FREQ=WEEKLY;COUNT=6\n";

    private static readonly CalendarZone Stockholm = CalendarZone.Find("Europe/Stockholm")!;

    [Fact]
    public void A_weekly_meeting_stays_at_nine_when_the_clock_changes() =>
        Assert.Equal(
            ["01 08:00", "08 08:00", "15 08:00", "22 08:00", "29 07:00", "05 07:00"], // in UTC
            March(Weekly + "END:VEVENT\n").Select(o => o.StartUtc.ToString("dd HH:mm", null)));

    [Fact]
    public void A_moved_meeting_takes_place_once_where_it_was_moved_to()
    {
        var found = March(Weekly + "END:VEVENT\nBEGIN:VEVENT\nUID:1\nSUMMARY:Flyttat\nRECURRENCE-ID:20270308T080000Z\n"
            + "DTSTART;TZID=Europe/Stockholm:20270310T130000\nDTEND;TZID=Europe/Stockholm:20270310T150000\n"
            + "END:VEVENT\n");

        Assert.Equal(["01 09:00", "10 13:00", "15 09:00", "22 09:00", "29 09:00", "05 09:00"], Days(found));
        Assert.Equal("Flyttat", found[1].Event.Summary.Value);
        Assert.Equal("2027-03-08T08:00:00Z", found[1].RecurrenceId!.ToString());
    }

    [Fact]
    public void What_holds_from_then_on_moves_and_stretches_all_that_follow()
    {
        var found = March(Weekly
            + "END:VEVENT\nBEGIN:VEVENT\nUID:1\n"
            + "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Stockholm:20270315T090000\n"
            + "DTSTART;TZID=Europe/Stockholm:20270316T130000\nDTEND;TZID=Europe/Stockholm:20270316T150000\n"
            + "END:VEVENT\n");

        Assert.Equal(["01 09:00", "08 09:00", "16 13:00", "23 13:00", "30 13:00", "06 13:00"], Days(found));
        Assert.Equal([1, 1, 2, 2, 2, 2], found.Select(o => (o.EndUtc - o.StartUtc).TotalHours));
    }

    [Theory]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20270309")]
    [InlineData("RECURRENCE-ID;TZID=America/New_York:20270309T000000")]
    [InlineData("RECURRENCE-ID:20270308T230000Z")]
    public void A_whole_day_that_is_moved_is_found_whatever_clock_names_its_midnight(string id) =>
        Assert.Equal(["02 00:00", "10 00:00", "16 00:00"], Days(March(
            "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270302\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n"
            + $"BEGIN:VEVENT\nUID:1\n{id}\nDTSTART;VALUE=DATE:20270310\nEND:VEVENT\n")));

    [Theory]
    [InlineData("EXDATE;TZID=Europe/Stockholm:20270308T090000,20270315T090000")]
    [InlineData("EXDATE:20270308T080000Z\nEXDATE:20270315T080000Z")]
    [InlineData("EXDATE;VALUE=DATE:20270308,20270315")]
    [InlineData("EXRULE:FREQ=WEEKLY;INTERVAL=7\nEXDATE:20270308T080000Z\nEXDATE:20270315T080000Z\n"
        + "RDATE:20270301T080001Z")]
    public void Days_that_are_left_out_do_not_take_place(string lines) =>
        Assert.Equal(["01 09:00", "22 09:00", "29 09:00", "05 09:00"], Days(March(Weekly + lines + "\nEND:VEVENT\n")));

    [Fact]
    public void Days_that_are_added_take_place_once_and_as_long_as_they_say()
    {
        var found = March(Weekly + "RDATE;TZID=Europe/Stockholm:20270303T090000,20270308T090000\n"
            + "RDATE;VALUE=PERIOD;TZID=Europe/Stockholm:20270304T090000/PT3H\nEND:VEVENT\n");

        Assert.Equal(["01 09:00", "03 09:00", "04 09:00", "08 09:00"], Days(found).Take(4));
        Assert.Equal([1, 1, 3, 1], found.Take(4).Select(o => (o.EndUtc - o.StartUtc).TotalHours));
    }

    [Fact]
    public void Three_whole_days_begin_and_end_at_midnight_where_they_are_looked_at()
    {
        var found = Assert.Single(
            March("BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270327\nDTEND;VALUE=DATE:20270330\nEND:VEVENT\n"));

        Assert.Equal(new DateTime(2027, 3, 26, 23, 0, 0), found.StartUtc);
        Assert.Equal(new DateTime(2027, 3, 29, 22, 0, 0), found.EndUtc);
        Assert.Equal("2027-03-30", found.End.ToString());
    }

    [Theory]
    [InlineData("DTEND;TZID=Europe/Stockholm:20270328T040000", 2)] // the night has an hour less: exactly as long
    [InlineData("DURATION:PT2H", 2)]
    [InlineData("DURATION:P1D", 23)] // until the same time the day after
    public void A_length_is_exact_in_hours_and_by_the_calendar_in_days(string end, int hours) =>
        Assert.Equal(hours, Assert.Single(March(
            $"BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Stockholm:20270328T010000\n{end}\nEND:VEVENT\n"))
                .EndUtc.Subtract(
                new DateTime(2027, 3, 28, 0, 0, 0)).TotalHours);

    [Fact]
    public void A_zone_of_the_files_own_is_read_by_its_own_rules()
    {
        const string zone = "BEGIN:VTIMEZONE\nTZID:Kontorets\\, tid\nBEGIN:STANDARD\nDTSTART:16011028T030000\n"
            + "TZOFFSETFROM:+0200\n"
            + "TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
            + "DTSTART:16010325T020000\n"
            + "TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n"
            + "END:VTIMEZONE\n";
        var own = Read(zone).Zone("Kontorets, tid")!;

        for (var utc = new DateTime(2015, 1, 1); utc.Year < 2031; utc = utc.AddMinutes(30))
            Assert.Equal(Stockholm.OffsetAt(utc), own.OffsetAt(utc));
    }

    [Fact]
    public void A_zone_that_is_told_by_its_own_clock_is_read_by_none()
    {
        var own = Read("BEGIN:VTIMEZONE\nTZID:Egen\nBEGIN:STANDARD\nDTSTART;TZID=Egen:19700101T000000\n"
            + "TZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n").Zone("Egen")!;

        Assert.Equal(TimeSpan.FromHours(1), own.OffsetAt(new DateTime(2027, 1, 1)));
    }

    [Fact]
    public void Meetings_of_several_series_come_in_order_of_time()
    {
        var found = March(Weekly + "END:VEVENT\n" + Weekly.Replace("UID:1", "UID:2").Replace("20270301", "20270303")
            + "END:VEVENT\n"
            + "BEGIN:VEVENT\nUID:3\nDTSTART:20270302\nEND:VEVENT\n");

        Assert.Equal(found.OrderBy(o => o.StartUtc), found);
        Assert.Equal(13, found.Count);
    }

    private static List<Occurrence> March(string events) => [.. Read(events).Occurrences(
        new DateTime(2027, 3, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2027, 4, 10, 0, 0, 0, DateTimeKind.Utc),
            Stockholm)];

    private static IEnumerable<string> Days(IEnumerable<Occurrence> found) =>
        found.Select(o => o.Start.Value.ToString("dd HH:mm", null));

    private static ReadCalendar Read(string events) =>
        CalendarReader.Read(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\n" + events + "END:VCALENDAR"));
}
