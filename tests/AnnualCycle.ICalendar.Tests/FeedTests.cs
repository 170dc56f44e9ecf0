using System.Text;
using static AnnualCycle.ICalendar.Tests.Sample;

namespace AnnualCycle.ICalendar.Tests;

public sealed class FeedTests
{
    [Fact]
    public void A_feed_with_a_meeting_a_deadline_and_a_cancelled_meeting_is_written_to_the_letter()
    {
        var feed = Feed with
        {
            Description = "Möten och frister 2027",
            Color = new ColorName("SteelBlue"),
            Source = new Uri("https://kalender.example/feeds/grupp.ics"),
        };
        var meeting = Meeting() with
        {
            Created = Utc(2026, 10, 1, 7, 0),
            Sequence = 1,
            Location = "Rådhuset, sal 2",
            Description = "Dagordning:\n1. Öppnande",
            Url = new Uri("https://kalender.example/m/1"),
            Categories = ["SIMBA", "Ledning, lokal"],
        };
        var cancelled = Meeting("INSTÄLLT: Ledningsgrupp", "mote-2@kalender.example") with
        {
            Time = EventTime.Between(Stockholm(2027, 6, 2, 9, 0), Stockholm(2027, 6, 2, 11, 0)),
            Status = EventStatus.Cancelled,
            Sequence = 2,
        };

        var written = Encoding.UTF8.GetString(Bytes(feed, meeting, Deadline(new DateOnly(2027, 8, 31)), cancelled));

        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//AnnualCycle//Test//SV
            CALSCALE:GREGORIAN
            NAME:Ledningsgruppens år
            X-WR-CALNAME:Ledningsgruppens år
            DESCRIPTION:Möten och frister 2027
            X-WR-CALDESC:Möten och frister 2027
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            COLOR:steelblue
            SOURCE;VALUE=URI:https://kalender.example/feeds/grupp.ics
            X-WR-TIMEZONE:Europe/Stockholm
            BEGIN:VTIMEZONE
            TZID:Europe/Stockholm
            BEGIN:STANDARD
            DTSTART:19701025T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19700329T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:mote-1@kalender.example
            DTSTAMP:20261102T080000Z
            CREATED:20261001T070000Z
            LAST-MODIFIED:20261102T080000Z
            SEQUENCE:1
            STATUS:CONFIRMED
            TRANSP:OPAQUE
            DTSTART:20270311T080000Z
            DTEND:20270311T093000Z
            SUMMARY:Ledningsgrupp
            DESCRIPTION:Dagordning:\n1. Öppnande
            LOCATION:Rådhuset\, sal 2
            URL:https://kalender.example/m/1
            CATEGORIES:SIMBA,Ledning\, lokal
            END:VEVENT
            BEGIN:VEVENT
            UID:frist-1@kalender.example
            DTSTAMP:20261102T080000Z
            LAST-MODIFIED:20261102T080000Z
            SEQUENCE:0
            STATUS:CONFIRMED
            TRANSP:TRANSPARENT
            X-MICROSOFT-CDO-BUSYSTATUS:FREE
            DTSTART;VALUE=DATE:20270831
            DTEND;VALUE=DATE:20270901
            SUMMARY:Frist: delårsrapport
            END:VEVENT
            BEGIN:VEVENT
            UID:mote-2@kalender.example
            DTSTAMP:20261102T080000Z
            LAST-MODIFIED:20261102T080000Z
            SEQUENCE:2
            STATUS:CANCELLED
            TRANSP:TRANSPARENT
            X-MICROSOFT-CDO-BUSYSTATUS:FREE
            DTSTART;TZID=Europe/Stockholm:20270602T090000
            DTEND;TZID=Europe/Stockholm:20270602T110000
            SUMMARY:INSTÄLLT: Ledningsgrupp
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            written);
    }

    [Fact]
    public void A_feed_without_events_holds_its_time_zone_alone()
    {
        var lines = ContentLines(Bytes());

        Assert.Equal(2, lines.Count(line => line.StartsWith("BEGIN:V", StringComparison.Ordinal)));
        Assert.Contains("BEGIN:VTIMEZONE", lines);
    }

    [Fact]
    public void A_feed_of_moments_in_UTC_defines_no_time_zone() =>
        Assert.DoesNotContain("BEGIN:VTIMEZONE", ContentLines(Bytes(Meeting())));

    [Fact]
    public void The_same_year_gives_the_same_octets() =>
        Assert.Equal(Bytes(Meeting(), Deadline(new(2027, 8, 31))), Bytes(Meeting(), Deadline(new(2027, 8, 31))));

    [Fact]
    public void A_buffer_a_stream_and_an_array_get_the_same_octets()
    {
        var calendar = CalendarObject.Feed("-//AnnualCycle//Test//SV", Feed, [Meeting()]);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var stream = new MemoryStream();
        CalendarWriter.Write(calendar, buffer);
        CalendarWriter.Write(calendar, stream);

        Assert.Equal(CalendarWriter.ToBytes(calendar), buffer.WrittenMemory.ToArray());
        Assert.Equal(CalendarWriter.ToBytes(calendar), stream.ToArray());
    }

    [Fact]
    public void A_feed_tells_no_one_who_is_invited()
    {
        var invited = Meeting() with
        {
            Organizer = new Organizer(CalAddress.Mailto("moten@kalender.example")),
            Attendees = [new Attendee(CalAddress.Mailto("anna@kommun.example"))],
        };

        Assert.DoesNotContain(ContentLines(Bytes(invited)), line => line.Contains("mailto:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plain_feed_carries_no_method() =>
        Assert.DoesNotContain("METHOD", Encoding.UTF8.GetString(Bytes(Meeting())));

    [Fact]
    public void A_published_feed_names_its_organizer_in_every_event()
    {
        var organizer = new Organizer(CalAddress.Mailto("moten@kalender.example"), "Möten, SIMBA");
        var lines = ContentLines(Bytes(Feed with { PublishAs = organizer }, Meeting(), Deadline(new(2027, 8, 31))));

        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Equal(2, lines.Count(line => line == "ORGANIZER;CN=\"Möten, SIMBA\":mailto:moten@kalender.example"));
    }

    [Fact]
    public void A_meeting_to_download_has_no_calendar_name_so_that_Outlook_puts_it_among_the_users_own()
    {
        var file = CalendarWriter.ToBytes(CalendarObject.Download("-//AnnualCycle//Test//SV", [Meeting()]));

        Assert.DoesNotContain(ContentLines(file), line => line.Contains("NAME", StringComparison.Ordinal));
        Assert.Contains("BEGIN:VEVENT", ContentLines(file));
    }

    [Fact]
    public void Two_meetings_never_share_a_UID() =>
        Assert.Throws<ArgumentException>(() => Bytes(Meeting(), Meeting()));

    [Fact]
    public void Two_clocks_never_share_a_name()
    {
        var wrong = VTimeZone.Fixed("Europe/Stockholm", TimeSpan.FromHours(1));
        var right = MeetingIn(VTimeZone.EuropeStockholm, new DateTime(2027, 3, 11, 9, 0, 0), "mote-2@kalender.example");

        Assert.Throws<ArgumentException>(() => Bytes(right, MeetingIn(wrong, new DateTime(2027, 3, 12, 9, 0, 0))));
    }
}
