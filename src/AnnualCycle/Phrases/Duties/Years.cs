using AnnualCycle.Phrases.Times;
using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>Finds the single year that a phrase is limited to: "under 2022", "våren 2024".</summary>
internal static class Years
{
    private static readonly WordSet Before = new("""
        under för i år våren hösten sommaren vintern vårterminen höstterminen kalenderåret verksamhetsåret perioden
        """);

    public static int? In(Sentence s, Timeline timeline)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var spanned = s.Is(i + 1, TokenKind.Dash) || s.Is(i - 1, TokenKind.Dash) || s.Is(i + 1, "till", "tom");
            if (s[i].IsYear && !spanned && !timeline.Took(i) && s.Is(i - 1, Before))
            {
                return s[i].Value;
            }
        }

        return null;
    }
}
