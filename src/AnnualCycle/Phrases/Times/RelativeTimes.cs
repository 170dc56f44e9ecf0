using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// Recognises times counted from an event: "senast 14 dagar före mötet", "tidigast sex och senast två veckor innan
/// stämman".
/// </summary>
internal static class RelativeTimes
{
    private static readonly WordSet Latest = new("senast inom minst allra inte");
    private static readonly WordSet About = new("cirka ungefär omkring runt");

    public static Found<NamedTimes>? At(Sentence s, int start) =>
        SameWeek(s, start) ?? DistanceSpans.At(s, start) ?? Single(s, start);

    /// <summary>"inför storhelger", "inför varje möte", "efter mötet": an event without a distance.</summary>
    public static Found<NamedTimes>? WithoutDistance(Sentence s, int start)
    {
        var (before, after) = (s.Is(start, "inför", "före", "innan"), s.Is(start, "efter"));
        var anchor = before || after ? Anchors.At(s, start + 1) : null;
        var bound = before ? Bound.Before : Bound.About;
        return anchor is { Value.Length: > 0, End: var end } && end > start + 1
            ? NamedTimes.Of(new PhraseWindow.Relative(null, null, null, anchor.Value, bound), start, end) : null;
    }

    /// <summary>
    /// "två veckor före LGS": a distance to what the grammar does not know, which is then another body.
    /// </summary>
    public static Found<NamedTimes>? FromAnything(Sentence s, int i)
    {
        var bound = s.Is(i - 1, Latest) ? i - 1 : i;
        return Distances.At(s, i, 0) is { } found
            ? NamedTimes.Of(Relative(s, bound, i, found.Value, Anchors.OtherBody), i, found.End) : null;
    }

    private static Found<NamedTimes>? Single(Sentence s, int start)
    {
        var i = start;
        while (s.Is(i, "allra", "senast", "inom", "tidigast") || (s.Is(i, "inte") && s.Is(i + 1, "senare"))
            || s.Is(i, "senare", "än"))
        {
            i++;
        }

        i = i > start ? AfterClock(s, i) : i;
        var within = s.Is(start, "inom") ? AfterNamed(s, start) : 0;
        if (Distances.At(s, i, within) is not { } distance || Lasts(s, start, i))
        {
            return null;
        }

        return YearEnd(s, start, distance) ?? (Anchored(s, distance, i, start) is { } anchor
            ? NamedTimes.Of(Relative(s, start, i, distance.Value, anchor.Value), start, anchor.End) : null);
    }

    // "senast kl. 17.00 onsdagen före": the hour is no part of the day to keep.
    private static int AfterClock(Sentence s, int i)
    {
        var at = s.Skip(i, "kl", "klockan");
        return s.Is(at, TokenKind.Clock) || (at > i && s.Is(at, TokenKind.Number)) ? at + 1 : i;
    }

    // "i två år efter justeringen" is how long something lasts, "i veckan före mötet" is when.
    private static bool Lasts(Sentence s, int start, int number)
    {
        var at = s.Is(start - 1, "minst", "högst", "cirka", "ungefär") ? start - 2 : start - 1;
        return s.Is(at, "i", "under") && Amounts.At(s, number) is not null;
    }

    private static PhraseWindow.Relative Relative(Sentence s, int start, int i, Distance distance, string anchor)
    {
        var bound = distance.From != distance.To ? Bound.Between
            : i > start || s.Is(i, Latest) ? Bound.Latest
            : s.Is(i, About) ? Bound.About : Bound.At;
        return new PhraseWindow.Relative(distance.From, distance.To, distance.Unit, anchor, bound);
    }

    // The anchor after the distance, or the one named before it: "efter mötet … inom tre veckor".
    private static Found<string>? Anchored(Sentence s, Found<Distance> distance, int i, int start)
    {
        var anchor = Anchors.At(s, distance.End);
        var named = anchor.End > distance.End;
        var (meets, said) = (s.Any(Vocabulary.BodyMeets), anchor.Value);
        return said.Length == 0 && i == start && !s.Is(i, Latest) ? null
            : said.Length == 0 ? (s.IndexOf(Vocabulary.MeetingNouns, 0, start) >= 0
                ? anchor with { Value = Anchors.Meeting, End = distance.End } : null)
            : !named && meets ? anchor with { Value = Anchors.NextBody } : anchor;
    }

    // "senast en månad efter årsskiftet" is a day of the year; no one counts from a meeting there.
    private static Found<NamedTimes>? YearEnd(Sentence s, int start, Found<Distance> found)
    {
        if (Deadlines.YearEndAt(s, found.End) is not { } year || found.Value.Side < 0)
        {
            return null;
        }

        var n = found.Value.To;
        var last = new NodaTime.LocalDate(2000, 12, 31);
        var day = found.Value.Unit switch
        {
            DistanceUnit.Years => last,
            DistanceUnit.Months => last.PlusMonths(Math.Min(n, 12)),
            DistanceUnit.Weeks => last.PlusWeeks(Math.Min(n, 52)),
            _ => last.PlusDays(Math.Min(n, 365)),
        };
        return NamedTimes.Of(new PhraseWindow.Deadline(day.Month, day.Day), start, year.End);
    }

    private static int AfterNamed(Sentence s, int start)
    {
        var after = s.IndexOf(Vocabulary.MeetingNouns, 0, s.Count);
        return after >= 0 || s.Any(Vocabulary.Minutes) ? 1 : 0;
    }

    // "samma vecka som nämnden sammanträder", "den vecka då det är sammanträde med kommunstyrelsen"
    private static Found<NamedTimes>? SameWeek(Sentence s, int start)
    {
        var i = s.Skip(start, "i", "under");
        var same = (s.Is(i, "samma") && s.Is(i + 1, "vecka"))
            || (s.Is(i, "den") && s.Is(i + 1, "vecka") && s.Is(i + 2, "då", "när", "som"));
        var window = new PhraseWindow.Relative(0, 0, DistanceUnit.Weeks, Anchors.OtherBody, Bound.SameWeek);
        return same ? NamedTimes.Of(window, start, s.EndOfSentence(i)) : null;
    }
}
