using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class AnyTextTests
{
    private const int Texts = 1000;

    // What the grammar looks for, in every senseless order.
    private static readonly string[] Pieces =
    [
        "minst", "högst", "fyra", "ett", "par", "1,5", "12", "2027", "2027-02-30", "99/99", "31/4", "(", ")", "(4)",
        "gånger", "möten", "per", "/", "år", "i", "varje", "vart", "varannan",
        "termin", "tertial", "7", "mellan", "och", "till", "–", "-", ",", ".", ":", "§", "början", "av", "februari",
        "sista", "andra", "tisdagen", "v.", "53", "vecka", "våren", "höst",
        "senast", "tidigast", "dagar", "veckor", "före", "innan", "efter", "mötet", "årsskiftet", "utgång",
        "ordförande", "väljs", "roterar", "avtalet", "gäller", "förlängs", "taget",
        "uppsägningstid", "revideras", "mandatperiod", "rapport", "utom", "juli", "sommaruppehåll", "t.o.m.",
        "\u0308", "\uD83D", "½", "\0", "%", "999999999999", "den", "halvt", "udda",
    ];

    [Fact]
    public void Any_heap_of_words_is_read_without_failing_and_with_sensible_numbers()
    {
        var random = new Random(20270101);
        for (var text = 0; text < Texts; text++)
        {
            var words = Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]);
            var heap = string.Join(random.Next(4) == 0 ? "" : " ", words);
            Assert.All(Everything(heap), rule => Assert.True(Sensible(rule), heap));
        }
    }

    [Fact]
    public void Any_characters_at_all_are_read_without_failing()
    {
        var random = new Random(4711);
        for (var text = 0; text < Texts; text++)
        {
            var noise = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ =>
                (char)random.Next(random.Next(2) == 0 ? 0x180 : 0x10000)));
            Assert.All(Everything(noise), rule => Assert.True(Sensible(rule), noise));
        }
    }

    [Theory]
    [InlineData("fyra gånger per år ")]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("våren, ")]
    [InlineData("januari–")]
    [InlineData("minst ")]
    [InlineData("tidigast 6 veckor ")]
    public void A_whole_book_on_one_line_is_read_like_any_other(string piece)
    {
        var book = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        Assert.All(Everything(book), rule => Assert.True(Sensible(rule)));
        Assert.Null(PhraseSuggestion.For(book, PhraseKind.Meetings));
    }

    private static IEnumerable<PhraseRule> Everything(string text)
    {
        var placed = Enum.GetValues<PhraseKind>().SelectMany(kind => PhraseReader.Read(text, kind));
        List<PhraseRule> rules = [.. PhraseReader.Read(text), .. placed];
        Assert.NotEmpty(PhraseJson.Line(rules));
        return rules;
    }

    private static bool Sensible(PhraseRule rule) =>
        (rule.Min is null || rule.Max is null || rule.Min <= rule.Max) && rule.Target is null or >= 0
        && rule.N is null or >= 1 && rule.ExceptMonths.All(month => month is >= 1 and <= 12);
}
