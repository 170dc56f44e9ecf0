using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>Recognises ISO 8601 weeks: "vecka 28–31", "v. 6, v. 14 och v. 22", "v44".</summary>
internal static class WeekTimes
{
    private static readonly WordSet Week = new("v vecka veckan veckorna veckor vecko");

    public static Found<NamedTimes>? At(Sentence s, int start)
    {
        var i = s.Skip(s.Skip(start, "mellan", "från"), "i", "under");
        if (!s.Is(i, Week) || Number(s, i + 1) is not { } first)
        {
            return null;
        }

        var ranged = Separators.AfterRange(s, i + 2, s.Is(start, "mellan"));
        ranged = s.Is(ranged, Week) ? ranged + 1 : ranged;
        return ranged > i + 2 && Number(s, ranged) is { } last
            ? NamedTimes.Of(new PhraseWindow.WeekSpan(first, last), start, ranged + 1)
            : List(s, start, i + 2, first);
    }

    private static Found<NamedTimes> List(Sentence s, int start, int end, int first)
    {
        List<int> weeks = [first];
        for (var next = Next(s, end); next > end && Number(s, next) is { } week; next = Next(s, end))
        {
            weeks.Add(week);
            end = next + 1;
        }

        return NamedTimes.Of(new PhraseWindow.WeekList(weeks), start, end);
    }

    private static int Next(Sentence s, int end)
    {
        var next = Separators.AfterList(s, end);
        return next > end && s.Is(next, Week) ? next + 1 : next;
    }

    // 53 exists in long years alone (2026, 2032); whether the year has it is the calendar's matter.
    private static int? Number(Sentence s, int i) =>
        s[i] is { Kind: TokenKind.Number, Value: >= 1 and <= 53 } token && Dates.At(s, i) is null ? token.Value : null;
}
