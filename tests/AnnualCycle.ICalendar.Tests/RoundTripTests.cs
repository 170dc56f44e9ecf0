using System.Text;
using AnnualCycle.Testing.Oracles;
using static AnnualCycle.ICalendar.Tests.Sample;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>What is written is what anyone reads, whatever people type.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Pieces =
    [
        "möte", "Åtgärder", " ", "  ", ",", ";", ":", "\\", "\\n", "\\N", "\\,", "\n", "\r\n", "\t", "\"", "'", "^n",
        "BEGIN:VEVENT", "\r\nATTENDEE:x",
        "👩‍👩‍👧", "🇸🇪", "e\u0301", "ß", "日本語", "العربية", "\u200f", "\ufeff", "\ud83d", "\u0000", "\u001b",
        "\u0085", "\u2028", "%20", "&amp;", "<b>", "=C3=A5",
        "en längre text som fyller ut raden så att den måste vikas på mer än ett ställe, ",
    ];

    private static readonly VTimeZone Sweden = VTimeZone.EuropeStockholm;

    private static readonly string[] WithoutBackslash = [.. Pieces.Where(piece => !piece.Contains('\\'))];

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 20));

    public static TheoryData<string> Oracles => new(CalendarOracle.All.Select(oracle => oracle.Name));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Our_own_reader_reads_back_every_field_as_it_was_written(int seed)
    {
        var year = Year(new SeededRandom(seed), 100);

        var read = CalendarReader.Read(Bytes(year));

        Assert.Empty(read.Mistakes);
        Assert.Equal(year.Select(Fields), read.Events.Select(Fields));
    }

    [Theory]
    [MemberData(nameof(Oracles))]
    public void A_program_that_is_not_ours_reads_back_what_was_written(string oracle)
    {
        // python-icalendar, and khal on top of it, undoes \n before \\ and so cannot read a backslash before an n.
        var year = Year(new SeededRandom(2027), 120, oracle is "libical" or "ical.js" ? Pieces : WithoutBackslash);

        var rows = CalendarOracle.All.Single(o => o.Name == oracle).Read(Bytes(year));

        Assert.Equal(CalendarOracle.Ordered(year.Select(Row)), rows);
    }

    [Theory]
    [MemberData(nameof(Oracles))]
    public void A_program_that_is_not_ours_reads_a_feed_without_events(string oracle) =>
        Assert.Empty(CalendarOracle.All.Single(o => o.Name == oracle).Read(Bytes()));

    /// <summary>Events with every property, random texts, and times of each form.</summary>
    internal static Event[] Year(SeededRandom random, int count, string[]? pieces = null) =>
        [.. Enumerable.Range(0, count).Select(number => RandomEvent(random, number, pieces ?? Pieces))];

    private static Event RandomEvent(SeededRandom random, int number, string[] pieces) =>
        new($"mote-{number}@kalender.example", Changed, RandomTime(random), "M" + RandomText(random, pieces) + "x")
        {
            Status = random.Pick(EventStatus.Confirmed, EventStatus.Tentative, EventStatus.Cancelled),
            Sequence = random.Next(0, 5),
            Description = RandomText(random, pieces),
            Location = RandomText(random, pieces),
            Categories = [RandomText(random, pieces), RandomText(random, pieces)],
            Url = CalendarUri.TryParse("https://kalender.example/" + RandomText(random, pieces)),
            Extensions = [new ExtensionProperty("X-RULE", RandomText(random, pieces))],
        };

    private static EventTime RandomTime(SeededRandom random)
    {
        var day = new DateOnly(2027, 1, 1).AddDays(random.Next(0, 365));
        var start = day.ToDateTime(new TimeOnly(random.Next(7, 20), random.Pick(0, 15, 30)), DateTimeKind.Utc);
        var end = start.AddMinutes(random.Next(1, 240));
        return random.Next(0, 3) switch
        {
            0 => EventTime.AllDay(day, day.AddDays(random.Next(0, 4))),
            1 => EventTime.Between(new ZonedTime(start, Sweden), new ZonedTime(end, Sweden)),
            _ => EventTime.Between(new UtcTime(start), new UtcTime(end)),
        };
    }

    private static string RandomText(SeededRandom random, string[] pieces)
    {
        var text = new StringBuilder();
        for (var count = random.Next(0, 12); count > 0; count--)
            text.Append(random.Pick(pieces));
        return text.ToString();
    }

    private static CalendarRow Row(Event e)
    {
        var (title, status) = (e.Summary.Value, e.Status.ToString().ToUpperInvariant());
        return e.Time switch
        {
            AllDayEventTime days => CalendarRow.AllDay(e.Uid, days.First, days.Last, title, status),
            ZonedEventTime by => Meeting(by.Start.ToUtc(), by.End.ToUtc()),
            UtcEventTime utc => Meeting(utc.Start, utc.End),
            _ => throw new InvalidOperationException(),
        };

        CalendarRow Meeting(UtcTime start, UtcTime end) =>
            CalendarRow.Meeting(e.Uid, start.Value, end.Value, title, status);
    }

    private static string Fields(Event e) => string.Join(
        '|',
        Row(e),
        Seen(e.Description),
        Seen(e.Location),
        string.Join('#', e.Categories.Where(c => !c.IsBlank)),
        e.Url,
        Seen(e.Extensions[0].Value));

    private static string Fields(ReadEvent e) => string.Join(
        '|',
        new CalendarRow(e.Uid, Iso(e.Start!), Iso(e.End!), e.Summary.Value, e.Status.ToString().ToUpperInvariant()),
        e.Component.Property("DESCRIPTION")?.Text,
        e.Component.Property("LOCATION")?.Text,
        string.Join('#', e.Categories),
        e.Component.Property("URL")?.Value,
        e.Component.Property("X-RULE")?.Text);

    private static string Seen(CalendarText text) => text.IsBlank ? "" : text.Value;

    private static string Iso(ReadTime time) => time.Form == TimeForm.Date
        ? time.ToString()
        : new ReadTime(time.ToUtc(CalendarZone.Utc), TimeForm.Utc).ToString();
}
