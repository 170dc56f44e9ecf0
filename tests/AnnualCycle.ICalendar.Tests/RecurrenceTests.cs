// Over 200 lines because the standard's own examples are a table.
using System.Globalization;
using System.Text;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>The examples of RFC 5545, section 3.8.5.3, by New York's clock from 2 September 1997 at nine.</summary>
public sealed class RecurrenceTests
{
    /// <summary>Start, rule, how many times to look at, and which those are: days by month, or hours by day.</summary>
    public static TheoryData<string, string, string> Examples => new()
    {
        { "19970902T090000", "FREQ=DAILY;COUNT=10", "1997-09: 2-11" },
        { "19970902T090000", "FREQ=DAILY;UNTIL=19971224T000000Z",
            "1997-09: 2-30; 1997-10: 1-31; 1997-11: 1-30; 1997-12: 1-23" },
        { "19970902T090000", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09: 2,12,22; 1997-10: 2,12" },
        { "19980101T090000", "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
            "1998-01: 1-31; 1999-01: 1-31; 2000-01: 1-31" },
        { "19980101T090000", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
            "1998-01: 1-31; 1999-01: 1-31; 2000-01: 1-31" },
        { "19970902T090000", "FREQ=WEEKLY;COUNT=10", "1997-09: 2,9,16,23,30; 1997-10: 7,14,21,28; 1997-11: 4" },
        { "19970902T090000", "FREQ=WEEKLY;UNTIL=19971224T000000Z",
            "1997-09: 2,9,16,23,30; 1997-10: 7,14,21,28; 1997-11: 4,11,18,25; 1997-12: 2,9,16,23" },
        { "19970902T090000", "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
            "1997-09: 2,16,30; 1997-10: 14,28; 1997-11: 11,25; 1997-12: 9,23" },
        { "19970902T090000", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
            "1997-09: 2,4,9,11,16,18,23,25,30; 1997-10: 2" },
        { "19970901T090000", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
            "1997-09: 1,3,5,15,17,19,29; 1997-10: 1,3,13,15,17,27,29,31; 1997-11: 10,12,14,24,26,28; "
                + "1997-12: 8,10,12,22" },
        { "19970902T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
            "1997-09: 2,4,16,18,30; 1997-10: 2,14,16" },
        { "19970905T090000", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
            "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5; 1998-01: 2; 1998-02: 6; 1998-03: 6; 1998-04: 3; "
                + "1998-05: 1; 1998-06: 5" },
        { "19970905T090000", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
            "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5" },
        { "19970907T090000", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
            "1997-09: 7,28; 1997-11: 2,30; 1998-01: 4,25; 1998-03: 1,29; 1998-05: 3,31" },
        { "19970922T090000", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
            "1997-09: 22; 1997-10: 20; 1997-11: 17; 1997-12: 22; 1998-01: 19; 1998-02: 16" },
        { "19970928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3",
            "1997-09: 28; 1997-10: 29; 1997-11: 28; 1997-12: 29; 1998-01: 29; 1998-02: 26" },
        { "19970902T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
            "1997-09: 2,15; 1997-10: 2,15; 1997-11: 2,15; 1997-12: 2,15; 1998-01: 2,15" },
        { "19970930T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
            "1997-09: 30; 1997-10: 1,31; 1997-11: 1,30; 1997-12: 1,31; 1998-01: 1,31; 1998-02: 1" },
        { "19970910T090000", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
            "1997-09: 10-15; 1999-03: 10-13" },
        { "19970902T090000", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
            "1997-09: 2,9,16,23,30; 1997-11: 4,11,18,25; 1998-01: 6,13,20,27; 1998-03: 3,10,17,24,31" },
        { "19970610T090000", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
            "1997-06: 10; 1997-07: 10; 1998-06: 10; 1998-07: 10; 1999-06: 10; 1999-07: 10; 2000-06: 10; "
                + "2000-07: 10; 2001-06: 10; 2001-07: 10" },
        { "19970310T090000", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
            "1997-03: 10; 1999-01: 10; 1999-02: 10; 1999-03: 10; 2001-01: 10; 2001-02: 10; 2001-03: 10; "
                + "2003-01: 10; 2003-02: 10; 2003-03: 10" },
        { "19970101T090000", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
            "1997-01: 1; 1997-04: 10; 1997-07: 19; 2000-01: 1; 2000-04: 9; 2000-07: 18; 2003-01: 1; 2003-04: 10; "
                + "2003-07: 19; 2006-01: 1" },
        { "19970519T090000", "FREQ=YEARLY;BYDAY=20MO", "1997-05: 19; 1998-05: 18; 1999-05: 17" },
        { "19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05: 12; 1998-05: 11; 1999-05: 17" },
        { "19970313T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
            "1997-03: 13,20,27; 1998-03: 5,12,19,26; 1999-03: 4,11,18,25" },
        { "19970605T090000", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
            "1997-06: 5,12,19,26; 1997-07: 3,10,17,24,31; 1997-08: 7,14,21,28; 1998-06: 4,11,18,25; "
                + "1998-07: 2,9,16,23,30; 1998-08: 6,13,20,27" },
        { "19980213T090000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "1998-02: 13; 1998-03: 13; 1998-11: 13; 1999-08: 13; 2000-10: 13" },
        { "19970913T090000", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
            "1997-09: 13; 1997-10: 11; 1997-11: 8; 1997-12: 13; 1998-01: 10; 1998-02: 7; 1998-03: 7; 1998-04: 11; "
                + "1998-05: 9; 1998-06: 13" },
        { "19961105T090000", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            "1996-11: 5; 2000-11: 7; 2004-11: 2" },
        { "19970904T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09: 4; 1997-10: 7; 1997-11: 6" },
        { "19970929T090000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
            "1997-09: 29; 1997-10: 30; 1997-11: 27; 1997-12: 30; 1998-01: 29; 1998-02: 26; 1998-03: 30" },
        { "19970902T090000", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", "1997-09-02T 09:00,12:00,15:00" },
        { "19970902T090000", "FREQ=MINUTELY;INTERVAL=15;COUNT=6", "1997-09-02T 09:00,09:15,09:30,09:45,10:00,10:15" },
        { "19970902T090000", "FREQ=MINUTELY;INTERVAL=90;COUNT=4", "1997-09-02T 09:00,10:30,12:00,13:30" },
        { "19970902T090000", "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40",
            "1997-09-02T 09:00,09:20,09:40,10:00,10:20,10:40; 1997-09-03T 09:00,09:20,09:40,10:00,10:20,10:40" },
        { "19970902T090000", "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10",
            "1997-09-02T 09:00,09:20,09:40,10:00,10:20,10:40; 1997-09-03T 09:00,09:20,09:40,10:00,10:20,10:40" },
        { "19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08: 5,10,19,24" },
        { "19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08: 5,17,19,31" },
        { "20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01: 15,30; 2007-02: 15; 2007-03: 15,30" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_series_takes_place_when_the_standard_says(string start, string rule, string expected)
    {
        var times = Times(expected);

        var found = Occurrences($"DTSTART;TZID=America/New_York:{start}\nRRULE:{rule}", 1990, 2020)
            .Select(occurrence => occurrence.Start.Value).Take(times.Count).ToList();

        Assert.Equal(times, found);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_that_ends_has_no_more_than_the_standard_says(string start, string rule, string expected)
    {
        if (rule.Contains("COUNT", StringComparison.Ordinal) || rule.Contains("UNTIL", StringComparison.Ordinal))
            Assert.Equal(
                Times(expected).Count,
                Occurrences($"DTSTART;TZID=America/New_York:{start}\nRRULE:{rule}", 1990, 2020).Count());
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Looking_at_one_month_finds_what_looking_at_all_finds(string start, string rule, string expected)
    {
        var last = Times(expected)[^1];
        var (from, to) = (last.AddDays(-20), last.AddMinutes(1));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        var found = Read($"DTSTART;TZID=America/New_York:{start}\nRRULE:{rule}").Occurrences(
            TimeZoneInfo.ConvertTimeToUtc(from, zone), TimeZoneInfo.ConvertTimeToUtc(to, zone), CalendarZone.Utc);

        Assert.Equal(Times(expected).Where(time => time >= from), found.Select(occurrence => occurrence.Start.Value));
    }

    [Fact]
    public void Every_election_day_until_the_year_three_thousand_is_found_at_once()
    {
        var found = Occurrences(
            "DTSTART:19961105T090000\nRRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=1TU", 2990, 3000);

        Assert.Equal(["2992-11-06T09:00:00", "2996-11-01T09:00:00"], found.Select(o => o.Start.ToString()));
    }

    private static List<DateTime> Times(string expected) =>
        [.. expected.Split("; ").SelectMany(group => group.Contains('T') ? TimesOfDay(group) : DaysOfMonth(group))];

    private static IEnumerable<DateTime> DaysOfMonth(string group) => group[9..].Split(',')
        .SelectMany(part => part.Split('-').Select(Number).ToArray() is [var first, var last]
            ? Enumerable.Range(first, last - first + 1) : [Number(part)])
        .Select(day => new DateTime(Number(group[..4]), Number(group[5..7]), day, 9, 0, 0));

    private static IEnumerable<DateTime> TimesOfDay(string group) => group[12..].Split(',')
        .Select(time => DateTime.Parse(group[..11] + time, CultureInfo.InvariantCulture));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<Occurrence> Occurrences(string lines, int first, int last) =>
        Read(lines).Occurrences(Year(first), Year(last), CalendarZone.Utc);

    private static DateTime Year(int year) => new(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static ReadCalendar Read(string lines) => CalendarReader.Read(Encoding.UTF8.GetBytes(
        $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR"));
}
