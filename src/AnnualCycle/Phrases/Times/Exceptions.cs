using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>Months and holidays left out of a rule.</summary>
internal sealed record Omitted(IReadOnlyList<int> Months, IReadOnlyList<Break> Breaks);

/// <summary>
/// Recognises what is left out: "utom juli", "dock ej i juli och augusti", "med sommar- och juluppehåll".
/// </summary>
internal static class Exceptions
{
    private static readonly WordSet Except = new("""
        utom förutom undantaget undantag exklusive exkl ej inte frånsett uppehåll bortsett möteslediga mötesfria inga
        inget
        """);

    private static readonly WordSet Between = new("""
        i för av under från med månaderna månad möten möte sammanträden sammanträde hålls äger rum träffar
        """);

    private static readonly (string Stem, Break Break)[] Breaks =
        [("sommar", Break.Summer), ("jul", Break.Christmas), ("påsk", Break.Easter), ("semester", Break.Summer)];

    public static Found<Omitted>? At(Sentence s, int start) => Months(s, start) ?? Pause(s, start);

    private static Found<Omitted>? Months(Sentence s, int start)
    {
        if (!s.Is(start, Except))
        {
            return null;
        }

        var i = start + 1;
        while (i < start + 5 && s.Is(i, Between))
        {
            i++;
        }

        return MonthTimes.At(s, i) is { } months
            ? new Found<Omitted>(new Omitted([.. months.Value.Windows.SelectMany(Numbers)], []), start, months.End)
            : BreakAt(s, i, "") is { } summer ? new Found<Omitted>(new Omitted([], [summer]), start, i + 1) : null;
    }

    // "sommaruppehåll", "sommar- och juluppehåll"
    private static Found<Omitted>? Pause(Sentence s, int start)
    {
        if (BreakAt(s, start, "uppehåll") is { } one)
        {
            return new Found<Omitted>(new Omitted([], [one]), start, start + 1);
        }

        var joined = s.Is(start + 1, TokenKind.Dash) && s.Is(start + 2, "och");
        return joined && BreakAt(s, start + 3, "uppehåll") is { } last && BreakAt(s, start, "") is { } first
            ? new Found<Omitted>(new Omitted([], [first, last]), start, start + 4) : null;
    }

    private static Break? BreakAt(Sentence s, int i, string ending)
    {
        foreach (var (stem, left) in Breaks)
        {
            var word = s[i].Text;
            var rest = s.Is(i, TokenKind.Word) && word.StartsWith(stem, StringComparison.Ordinal)
                ? word[stem.Length..] : "-";
            if (ending.Length == 0 ? rest is "" or "en" or "månaderna" or "perioden" or "n"
                : rest.StartsWith(ending, StringComparison.Ordinal))
            {
                return left;
            }
        }

        return null;
    }

    private static IEnumerable<int> Numbers(PhraseWindow window) => window switch
    {
        PhraseWindow.InMonth month => [month.Month],
        PhraseWindow.InMonths months => months.Months,
        _ => [],
    };
}
