using static AnnualCycle.ICalendar.Tests.Sample;

namespace AnnualCycle.ICalendar.Tests;

public sealed class EventTests
{
    [Theory]
    [InlineData("2027-08-31", "2027-08-31", "20270901")]
    [InlineData("2027-12-30", "2027-12-31", "20280101")]
    [InlineData("2028-02-28", "2028-02-28", "20280229")]
    public void Whole_days_end_on_the_day_after_the_last(string first, string last, string end)
    {
        var days = Meeting() with { Time = EventTime.AllDay(DateOnly.Parse(first, null), DateOnly.Parse(last, null)) };

        Assert.Equal($"DTEND;VALUE=DATE:{end}", Line(Bytes(days), "DTEND"));
    }

    [Fact]
    public void A_meeting_ends_after_it_starts()
    {
        Assert.Throws<ArgumentException>(() => EventTime.Between(Changed, Changed));
        Assert.Throws<ArgumentException>(() => EventTime.AllDay(new(2027, 3, 2), new(2027, 3, 1)));
        var nine = Stockholm(2027, 3, 2, 9, 0);
        Assert.Throws<ArgumentException>(() => EventTime.Between(nine, nine));
    }

    [Fact]
    public void A_meeting_does_not_end_in_the_hour_that_the_clock_skips()
    {
        // 02:50 is skipped; by the offset before the change it means a moment that the wall calls 03:50.
        var (start, end) = (Stockholm(2027, 3, 28, 3, 10), Stockholm(2027, 3, 28, 2, 50));
        Assert.Throws<ArgumentException>(() => EventTime.Between(start, end));
    }

    [Fact]
    public void A_proposed_meeting_is_tentative() =>
        Assert.Equal("STATUS:TENTATIVE", Line(Bytes(Meeting() with { Status = EventStatus.Tentative }), "STATUS"));

    [Fact]
    public void A_cancelled_meeting_frees_the_time_even_where_it_was_said_to_take_it()
    {
        var file = Bytes(Meeting() with { Status = EventStatus.Cancelled, Transp = Transparency.Opaque });

        Assert.Equal("TRANSP:TRANSPARENT", Line(file, "TRANSP"));
        Assert.Equal("X-MICROSOFT-CDO-BUSYSTATUS:FREE", Line(file, "X-MICROSOFT-CDO-BUSYSTATUS"));
    }

    [Fact]
    public void A_reminder_asked_for_shows_before_the_start()
    {
        var alarm = new Alarm(CalendarDuration.OfTime(TimeSpan.FromMinutes(90)), "Dags, nu");
        var lines = ContentLines(Bytes(Meeting() with { Alarm = alarm }));

        Assert.Contains("TRIGGER:-PT1H30M", lines);
        Assert.Contains("ACTION:DISPLAY", lines);
        Assert.Contains(@"DESCRIPTION:Dags\, nu", lines);
    }

    [Fact]
    public void The_way_to_join_from_afar_is_said_where_programs_look_for_it()
    {
        var room = new Conference(new Uri("https://moten.example/rum/7"), "Rum: 7");

        Assert.Equal(
            "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=\"Rum: 7\":https://moten.example/rum/7",
            Line(Bytes(Meeting() with { Conferences = [room] }), "CONFERENCE"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nb")]
    [InlineData("a\tb")]
    [InlineData("a\u0000b")]
    public void A_UID_is_neither_empty_nor_broken(string uid) =>
        Assert.Throws<ArgumentException>(() => Meeting(uid: uid));

    [Fact]
    public void A_UID_is_shorter_than_255_octets()
    {
        Assert.NotNull(Meeting(uid: new string('å', 127)));
        Assert.Throws<ArgumentException>(() => Meeting(uid: new string('å', 128)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("\u0007")]
    public void A_meeting_is_called_something(string summary) =>
        Assert.Throws<ArgumentException>(() => Meeting(summary));

    [Fact]
    public void A_sequence_is_never_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Meeting() with { Sequence = -1 });

    [Fact]
    public void An_attendee_is_written_with_all_that_Gmail_wants_to_know()
    {
        var line = new System.Buffers.ArrayBufferWriter<byte>();
        var attendee = new Attendee(CalAddress.Mailto("bjorn@kommun.example"), "Öberg, Björn") { Rsvp = true };
        ParticipantWriter.Write(attendee, new ContentLineWriter(line));

        Assert.Equal(
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
            + ";CN=\"Öberg, Björn\":mailto:bjorn@kommun.example",
            Assert.Single(ContentLines(line.WrittenSpan.ToArray())));
    }
}
