using System.Text;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>
/// The reader takes any octets at all: files are cut, doubled and scrambled, by a seed so that a failure can be met
/// again.
/// </summary>
public sealed class MutationTests
{
    private static readonly string[] Pieces =
    [
        "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "DTSTART:",
        "DTEND;VALUE=DATE:", "DURATION:-P99999W", "TZID=", "Z\r\n", "20270311T090000", "99999999", "00000101", "\r\n ",
        "\r\n\t", "\r", "\n", "\"", "\\", ";", ":", ",", "=", "^", "\uFEFF", "å", "👩‍👩‍👧",
        "RRULE:FREQ=SECONDLY;COUNT=999999999\r\n", "CATEGORIES:", "UID:a\r\n", "STATUS:X\r\n", "P1DT99999999H", "\0",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Octets_of_any_kind_are_read_without_failing(int seed)
    {
        var random = new SeededRandom(seed);
        var original = Sample.Bytes(RoundTripTests.Year(random, 3));
        for (var i = 0; i < 1500; i++)
            Touch(CalendarReader.Read(Mutated(original, random)));
    }

    [Fact]
    public void A_million_folds_take_no_longer_than_a_million_octets()
    {
        var file = "BEGIN:VEVENT\nSUMMARY:" + new StringBuilder().Insert(0, "\n x", 1_000_000) + "\nEND:VEVENT";

        var read = Assert.Single(CalendarReader.Read(Encoding.UTF8.GetBytes(file)).Events);

        Assert.Equal(1_000_000, read.Summary.Value.Length);
    }

    [Fact]
    public void A_hundred_thousand_nested_components_are_one_mistake_each()
    {
        var file = new StringBuilder().Insert(0, "BEGIN:VEVENT\n", 100_000).ToString();

        Assert.True(CalendarReader.Read(Encoding.UTF8.GetBytes(file)).Mistakes.Length >= 100_000);
    }

    private static byte[] Mutated(byte[] original, SeededRandom random)
    {
        var octets = original.ToList();
        for (var changes = random.Next(1, 12); changes > 0; changes--)
        {
            var at = random.Next(0, octets.Count);
            switch (random.Next(0, 4))
            {
                case 0:
                    octets[at] = (byte)random.Next(0, 256);
                    break;
                case 1:
                    octets.RemoveRange(at, Math.Min(octets.Count - at, random.Next(1, 80)));
                    break;
                case 2:
                    octets.InsertRange(at, [.. octets.Skip(random.Next(0, octets.Count)).Take(random.Next(1, 200))]);
                    break;
                default:
                    octets.InsertRange(at, Encoding.UTF8.GetBytes(random.Pick(Pieces)));
                    break;
            }
            if (octets.Count == 0)
                octets.Add((byte)'B');
        }
        return [.. octets];
    }

    /// <summary>Everything that is worked out on demand.</summary>
    private static void Touch(ReadCalendar read)
    {
        foreach (var meeting in read.Events)
            _ = (meeting.Start?.ToUtc(CalendarZone.Utc), meeting.EffectiveEnd?.ToUtc(CalendarZone.Utc));
        foreach (var mistake in read.Mistakes)
            Assert.True(mistake.Line > 0 && mistake.Column > 0 && mistake.ToString().Length < 200);
    }
}
