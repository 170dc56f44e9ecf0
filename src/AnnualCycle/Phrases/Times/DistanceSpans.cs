using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// Recognises the time between two distances to the same meeting, in either order: "tidigast 6 veckor före och senast
/// 2 veckor före", "senast fyra veckor före, dock tidigast sex veckor före".
/// </summary>
internal static class DistanceSpans
{
    private const int Gap = 10;

    public static Found<NamedTimes>? At(Sentence s, int start) => EarliestFirst(s, start) ?? LatestFirst(s, start);

    // Words between the two are passed over.
    private static Found<NamedTimes>? EarliestFirst(Sentence s, int start)
    {
        if (!s.Is(start, "tidigast") || !TryAmount(s, start + 1, out var from, out var unit, out var end))
        {
            return null;
        }

        for (var i = end; i < Math.Min(s.EndOfSentence(start), end + Gap); i++)
        {
            if (s.Is(i, "senast", "högst") && LatestAfter(s, i + 1) is { } latest
                && Distances.At(s, latest, -1) is { Value: var to } distance)
            {
                return Between(s, to.Side * from, to.To, unit ?? to.Unit, start, distance.End);
            }
        }

        return null;
    }

    private static Found<NamedTimes>? LatestFirst(Sentence s, int start)
    {
        if (!s.Is(start, "senast") || Distances.At(s, start + 1, 0) is not { Value: { Side: < 0 } to } latest)
        {
            return null;
        }

        var earliest = s.IndexOf(new WordSet("tidigast"), latest.End, s.EndOfSentence(start));
        return earliest > 0 && Distances.At(s, earliest + 1, -1) is { Value: var from } distance
            && from.Unit == to.Unit && from.From < to.To
            ? Between(s, from.From, to.To, to.Unit, start, distance.End) : null;
    }

    private static Found<NamedTimes> Between(Sentence s, int from, int to, DistanceUnit unit, int start, int end)
    {
        var anchor = Anchors.At(s, end);
        var name = anchor.Value.Length > 0 ? anchor.Value : Anchors.Meeting;
        return NamedTimes.Of(new PhraseWindow.Relative(from, to, unit, name, Bound.Between), start, anchor.End);
    }

    private static int? LatestAfter(Sentence s, int i)
    {
        var end = i + 3;
        while (i < end && Amounts.At(s, i) is null)
        {
            i++;
        }

        return i < end ? i : null;
    }

    private static bool TryAmount(Sentence s, int i, out int n, out DistanceUnit? unit, out int end)
    {
        var amount = Amounts.At(s, i);
        var found = amount is null ? null : Distances.UnitAt(s, amount.End);
        (n, unit, end) = (amount?.Value.Target ?? 0, found?.Value, found?.End ?? amount?.End ?? i);
        return amount?.Value.Target is not null;
    }
}
