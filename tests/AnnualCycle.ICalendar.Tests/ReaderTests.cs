using System.Text;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>Files as people have them.</summary>
public sealed class ReaderTests
{
    private const string Meeting =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Kontoret//SV
        BEGIN:VEVENT
        UID:a1
        DTSTAMP:20261102T080000Z
        DTSTART;TZID="W. Europe Standard Time":20270311T090000
        DTEND;TZID="W. Europe Standard Time":20270311T103000
        SUMMARY;LANGUAGE=sv:Styrgrupp\, vår\nSal 2
        CATEGORIES:SIMBA,Ledning\, lokal
        CATEGORIES:Blå
        STATUS:TENTATIVE
        BEGIN:VALARM
        TRIGGER:-PT15M
        SUMMARY:Påminnelse
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        """;

    [Fact]
    public void Outlooks_meeting_is_read_with_its_categories_and_its_Swedish_time()
    {
        var meeting = Assert.Single(Read(Meeting).Events);

        Assert.Equal("a1", meeting.Uid);
        Assert.Equal("Styrgrupp, vår\nSal 2", meeting.Summary.Value);
        Assert.Equal(["SIMBA", "Ledning, lokal", "Blå"], meeting.Categories.Select(c => c.Value));
        Assert.Equal(EventStatus.Tentative, meeting.Status);
        Assert.Equal(new DateTime(2027, 3, 11, 8, 0, 0), meeting.Start!.ToUtc(CalendarZone.Utc));
        Assert.Equal(new DateTime(2027, 3, 11, 9, 30, 0), meeting.End!.ToUtc(CalendarZone.Utc));
        Assert.Equal("sv", meeting.Component.Property("SUMMARY")!.Parameter("language"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    [InlineData("\n\n\n")]
    public void Any_kind_of_line_end_will_do(string lineEnd)
    {
        var read = Read("\uFEFF" + Meeting.ReplaceLineEndings(lineEnd));

        Assert.Equal("Styrgrupp, vår\nSal 2", Assert.Single(read.Events).Summary.Value);
        Assert.Empty(read.Mistakes);
    }

    [Fact]
    public void A_fold_inside_a_character_is_undone()
    {
        var file = Encoding.UTF8.GetBytes(Meeting.ReplaceLineEndings("\r\n"));
        var middle = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes("år")) + 1;
        byte[] folded = [.. file[..middle], .. "\r\n "u8, .. file[middle..]];

        var read = CalendarReader.Read(folded);

        Assert.Equal("Styrgrupp, vår\nSal 2", Assert.Single(read.Events).Summary.Value);
        Assert.Empty(read.Mistakes);
    }

    [Fact]
    public void A_file_from_before_UTF_8_is_read_and_said_to_be_so()
    {
        var read = CalendarReader.Read(Encoding.Latin1.GetBytes(Meeting));

        Assert.Equal("Styrgrupp, vår\nSal 2", Assert.Single(read.Events).Summary.Value);
        Assert.All(read.Mistakes, mistake => Assert.Equal(MistakeKind.NotUtf8, mistake.Kind));
        Assert.Equal(9, read.Mistakes[0].Line);
    }

    [Fact]
    public void A_file_in_UTF_16_is_read()
    {
        var read = CalendarReader.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Meeting)]);

        Assert.Equal("Styrgrupp, vår\nSal 2", Assert.Single(read.Events).Summary.Value);
        Assert.Empty(read.Mistakes);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20270311", "2027-03-11", "2027-03-12")]
    [InlineData("DTSTART;VALUE=DATE:20270311\nDTEND;VALUE=DATE:20270313", "2027-03-11", "2027-03-13")]
    [InlineData("DTSTART:20270311", "2027-03-11", "2027-03-12")]
    [InlineData("DTSTART:20270311T090000", "2027-03-11T09:00:00", "2027-03-11T09:00:00")]
    [InlineData("DTSTART:20270311T080000Z\nDURATION:PT1H30M", "2027-03-11T08:00:00Z", "2027-03-11T09:30:00Z")]
    [InlineData("DTSTART;TZID=Europe/Oslo:20270311T080000\nDURATION:P1W", "2027-03-11T08:00:00", "2027-03-18T08:00:00")]
    public void A_start_may_be_a_date_or_a_time_and_the_end_follows(string lines, string start, string end)
    {
        var meeting = ReadOne(lines);

        Assert.Equal(start, meeting.Start?.ToString());
        Assert.Equal(end, meeting.EffectiveEnd?.ToString());
    }

    [Fact]
    public void A_series_is_said_to_be_one_and_keeps_its_rule()
    {
        var meeting = ReadOne("DTSTART:20270311\nRRULE:FREQ=MONTHLY;BYDAY=2TU");

        Assert.True(meeting.IsRecurring);
        Assert.Equal([new WeekdayNumber(2, DayOfWeek.Tuesday)], meeting.RRule!.ByDay.AsEnumerable());
    }

    [Theory]
    [InlineData("strunt", 1, MistakeKind.NotACalendar)]
    [InlineData("BEGIN:VCALENDAR\nstrunt\nEND:VCALENDAR", 2, MistakeKind.NotAContentLine)]
    [InlineData("BEGIN:VCALENDAR\nX;Y=\"a:b\nEND:VCALENDAR", 2, MistakeKind.OpenQuote)]
    [InlineData("X:1\nBEGIN:VCALENDAR\nEND:VCALENDAR", 1, MistakeKind.OutsideComponent)]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR", 2, MistakeKind.UnmatchedEnd)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VCALENDAR", 2, MistakeKind.NeverEnded)]
    [InlineData("BEGIN:VEVENT\nDTSTART:20270311\nEND:VEVENT", 1, MistakeKind.Missing)]
    [InlineData("BEGIN:VEVENT\nUID:1\nDTSTART:20270230\nEND:VEVENT", 3, MistakeKind.NotATime)]
    [InlineData("BEGIN:VEVENT\nUID:1\nDTSTART:20270311\nDURATION:en timme\nEND:VEVENT", 4, MistakeKind.NotADuration)]
    [InlineData("BEGIN:VEVENT\nUID:1\nUID:2\nDTSTART:20270311\nEND:VEVENT", 3, MistakeKind.Repeated)]
    public void A_mistake_says_on_which_line_it_stands(string file, int line, MistakeKind kind) =>
        Assert.Contains(Read(file).Mistakes, mistake => mistake.Line == line && mistake.Kind == kind);

    [Fact]
    public void A_meeting_after_a_broken_one_still_counts()
    {
        var read = Read(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:igår\n??\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:2\nDTSTART:20270311\nEND:VEVENT\nEND:VCALENDAR");

        Assert.Equal(["1", "2"], read.Events.Select(meeting => meeting.Uid));
        Assert.Equal(
            [
                "4:9: Kan inte läsas som datum eller tid: DTSTART igår",
                "5:3: Raden följer inte formen NAMN:värde och hoppades över: ??",
            ],
            read.Mistakes.Select(mistake => mistake.ToString()));
    }

    [Theory]
    [InlineData(@"a\\nb", @"a\nb")]
    [InlineData(@"C:\moten\ny", "C:\\moten\ny")]
    [InlineData(@"slut\", @"slut\")]
    [InlineData(@"a\;b\,c\Nd", "a;b,c\nd")]
    public void Escapes_are_undone_from_left_to_right(string written, string read) =>
        Assert.Equal(read, TextValues.Unescape(Encoding.UTF8.GetBytes(written)).Value);

    [Fact]
    public void A_parameter_may_hold_what_a_newer_standard_escapes()
    {
        var meeting = ReadOne(
            "DTSTART:20270311\nATTENDEE;CN=\"Anna ^'A^' Ek^n^^\";ROLE=CHAIR,X:mailto:anna@kommun.example");
        var attendee = meeting.Component.Property("ATTENDEE")!;

        Assert.Equal("Anna \"A\" Ek\n^", attendee.Parameter("CN"));
        Assert.Equal(["CHAIR", "X"], attendee.Parameters[1].Values.AsEnumerable());
        Assert.Equal("mailto:anna@kommun.example", attendee.Value);
    }

    [Theory]
    [InlineData("Europe/Stockholm", 7)]
    [InlineData("W. Europe Standard Time", 7)]
    [InlineData("/vendor.example/20070129_1/Europe/Oslo", 7)]
    [InlineData("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", 7)]
    [InlineData("/dev/zero", null)]
    [InlineData("../../../../dev/zero", null)]
    [InlineData("Kontorets tid", null)]
    public void A_zone_is_known_by_its_usual_names_and_never_looked_for_outside_the_database(string tzId, int? hour) =>
        Assert.Equal(hour, ReadOne($"DTSTART;TZID=\"{tzId}\":20270701T090000").Start!.Zone?.ToUtc(
            new(2027, 7, 1, 9, 0, 0)).Hour);

    private static ReadEvent ReadOne(string lines) =>
        Assert.Single(Read($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR").Events);

    private static ReadCalendar Read(string file) => CalendarReader.Read(Encoding.UTF8.GetBytes(file));
}
