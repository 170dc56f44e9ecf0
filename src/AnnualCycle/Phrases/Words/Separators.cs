namespace AnnualCycle.Phrases.Words;

/// <summary>The marks and words that stand between the parts of lists, ranges and alternatives.</summary>
internal static class Separators
{
    private static readonly WordSet And = new("och samt respektive eller alternativt");

    /// <summary>
    /// The index after ", och", "samt", "/" or "eller"; the same index when nothing of the kind stands here.
    /// </summary>
    public static int AfterList(Sentence s, int i)
    {
        var after = s.Is(i, TokenKind.Comma) || s.Is(i, TokenKind.Slash) ? i + 1 : i;
        return s.Is(after, And) ? after + 1 : after;
    }

    /// <summary>The index after a short remark in brackets; the same index when none stands here.</summary>
    public static int AfterBrackets(Sentence s, int i)
    {
        for (var close = i + 1; s.Is(i, TokenKind.Open) && close < i + 5; close++)
        {
            if (s.Is(close, TokenKind.Close))
            {
                return close + 1;
            }
        }

        return i;
    }

    /// <summary>
    /// The index after "–", "till", "till och med", or "och" when <paramref name="between"/>; the same index
    /// otherwise.
    /// </summary>
    public static int AfterRange(Sentence s, int i, bool between = false)
    {
        var dash = s.Is(i, TokenKind.Dash) || s.Is(i, "till", "tom") || (between && s.Is(i, "och"));
        return dash ? s.Skip(i + 1, "och", "med", "den") : i;
    }

    /// <summary>Whether one or the other is meant: "/", "eller".</summary>
    public static bool Either(Sentence s, int i) => s.Is(i, TokenKind.Slash) || s.Is(i, "eller", "alternativt");
}
