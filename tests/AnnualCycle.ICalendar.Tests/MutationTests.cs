using System.Globalization;
using System.Text;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>
/// The reader takes any octets at all: files are made up, cut, doubled and scrambled, by a seed so that a failure can
/// be met again.
/// </summary>
/// <remarks>
/// <c>tests/long/calendar-fuzz.sh</c> runs the same with a million inputs, from the seed and by the number that it
/// sets.
/// </remarks>
public sealed class MutationTests
{
    private const int InputsOfASeed = 500;

    private static readonly DateTime From = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = new(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly ReadLimits Limits = ReadLimits.Default with { Steps = 5_000, Occurrences = 500 };

    [Fact]
    public void Octets_of_any_kind_are_read_without_failing()
    {
        var (inputs, first) = (Setting("CALENDAR_FUZZ_INPUTS", 2_000), Setting("CALENDAR_FUZZ_SEED", 1));
        Parallel.For(first, first + (inputs + InputsOfASeed - 1) / InputsOfASeed, seed =>
        {
            var random = new SeededRandom(seed);
            byte[][] originals = [Sample.Bytes(RoundTripTests.Year(random, 3)), MadeUpCalendar.Octets(random)];
            for (var i = 0; i < InputsOfASeed; i++)
                ReadAll(seed, i, MadeUpCalendar.Mutated(
                    random.Next(0, 8) == 0 ? MadeUpCalendar.Octets(random) : random.Pick(originals), random));
        });
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

    [Fact]
    public void A_calendar_of_a_hundred_thousand_empty_events_is_looked_through_once_for_each_question()
    {
        var file = "BEGIN:VCALENDAR\n" + new StringBuilder().Insert(0, "BEGIN:VEVENT\nEND:VEVENT\n", 100_000)
            + "METHOD:REPLY\nEND:VCALENDAR";

        Assert.Equal("REPLY", CalendarReader.Read(Encoding.UTF8.GetBytes(file)).Method);
    }

    [Theory]
    [InlineData("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5")]
    [InlineData("FREQ=MINUTELY;INTERVAL=2147483647;COUNT=2147483647")]
    [InlineData("FREQ=DAILY;BYHOUR=1;BYSECOND=7;BYSETPOS=366,-366;COUNT=999999999")]
    [InlineData("FREQ=SECONDLY;COUNT=2147483647;BYSECOND=1")]
    public void A_rule_that_never_comes_true_ends_all_the_same(string rule)
    {
        var file = $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20150101T000000\nRRULE:{rule}\nEND:VEVENT\n"
            + $"END:VCALENDAR";

        Assert.True(CalendarReader.Read(Encoding.UTF8.GetBytes(file), Limits).Occurrences(From, To, CalendarZone.Utc)
            .Count() <= 500);
    }

    [Fact]
    public void What_a_limit_leaves_out_is_said()
    {
        var file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20150101T000000\nRRULE:FREQ=DAILY\nEND:VEVENT\n"u8
            + "END:VCALENDAR"u8;

        List<CalendarMistake> cut = [];
        Assert.Equal(500, CalendarReader.Read(file, Limits).Occurrences(From, To, CalendarZone.Utc, cut).Count());
        Assert.Equal(MistakeKind.TooLarge, Assert.Single(cut).Kind);
        Assert.Contains(CalendarReader.Read(file, Limits with { Lines = 3 }).Mistakes, m =>
            m.Kind == MistakeKind.TooLarge);
        Assert.Contains(CalendarReader.Read(file, Limits with { Octets = 30 }).Mistakes, m =>
            m.Kind == MistakeKind.TooLarge);
        Assert.Contains(CalendarReader.Read(file, Limits with { LineOctets = 18 }).Mistakes, m =>
            m.Kind == MistakeKind.TooLarge);
        Assert.Contains(CalendarReader.Read(file, Limits with { Components = 1 }).Mistakes, m =>
            m.Kind == MistakeKind.TooLarge);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number
            : otherwise;

    private static void ReadAll(int seed, int number, byte[] octets)
    {
        try
        {
            // Most are counted out a little, some as far as a limit lets them.
            ReadAll(CalendarReader.Read(octets, number % 16 == 0 ? Limits : Limits with { Steps = 500, Occurrences = 50 }));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                $"Seed {seed}, input {number}:\n{Encoding.Latin1.GetString(octets)}\n{failure}", failure);
        }
    }

    /// <summary>Everything that is worked out on demand.</summary>
    private static void ReadAll(ReadCalendar read)
    {
        var zone = VTimeZone.EuropeStockholm;
        foreach (var e in read.Events)
        {
            _ = (e.Start?.ToUtc(CalendarZone.Utc), e.EffectiveEnd?.ToUtc(CalendarZone.From(zone)), e.Uid, e.Summary,
                e.RRule, e.Sequence);
            _ = (e.Attendees, e.Organizer, e.Categories, e.Status, e.Transp, e.IsThisAndFuture, e.DtStamp, e.Duration);
            Assert.All(e.Component.Properties, property =>
                Assert.NotNull(property.Parameters.Length + property.Name + property.Text));
        }
        foreach (var mistake in read.Mistakes)
            Assert.True(mistake.Line > 0 && mistake.Column > 0 && mistake.ToString().Length < 250);
        Assert.All(read.Occurrences(From, To, CalendarZone.From(zone)), o =>
            Assert.True(o.EndUtc >= o.StartUtc && o.Touches(From, To)));
        var busy = BusyTimes.Of(read, From, To, CalendarZone.Utc);
        Assert.All(busy.Zip(busy.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        _ = MessageReader.Read(read, []);
        _ = read.Components.SelectMany(c => c.Components).Count();
    }
}
