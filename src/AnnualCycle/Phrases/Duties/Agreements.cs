using AnnualCycle.Phrases.Times;
using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>Reads an agreement's term, notice, renewal and option.</summary>
internal static class Agreements
{
    private static readonly WordSet Until = new("tom till");
    private static readonly WordSet Renewal = new("förläng* förnyas prolonger*");
    private static readonly WordSet Notice = new("uppsägningstid* uppsägning varsel");
    private static readonly WordSet NoticeTime = new("uppsägningstid* varsel");
    private static readonly WordSet Option = new("option optionsrätt optionsår");
    private static readonly WordSet Possibility = new("möjlighet möjligheter rätt rättighet kan");
    private static readonly WordSet Forewarning = new("varsel");
    private static readonly WordSet Turns = new("taget sänder gången");
    private static readonly WordSet Ended = new("""
        uppsagt sagts avslutades upphörde löpte tecknades undertecknades träffades ingicks
        """);

    public static PhraseRule? In(Facts facts)
    {
        var s = facts.Sentence;
        var about = s.Any(Vocabulary.AgreementNouns) && s.Any(Vocabulary.AgreementVerbs)
            && !s.Any(Vocabulary.MeetingVerbs);
        return about && !s.Any(Ended) && !s.Any(Vocabulary.RevisionWords) ? Read(facts, Telling(s)) : null;
    }

    /// <summary>
    /// Where the place already says that an agreement is meant, so that a length alone is its renewal.
    /// </summary>
    public static PhraseRule? Expected(Facts facts) => Read(facts, Telling(facts.Sentence))
        ?? (Durations.FirstCycle(facts.Sentence, 0, facts.Sentence.Count) is { } length
            ? Renewed(facts.Rule(PhraseKind.Agreement), length.Value) : null);

    // Without a date or a length, only a sentence on how the agreement ends or goes on states something.
    private static bool Telling(Sentence s) => s.Any(new WordSet("upphör tillsvidare säga sägs säger förläng*"));

    private static PhraseRule? Read(Facts facts, bool telling)
    {
        var s = facts.Sentence;
        var rule = facts.Rule(PhraseKind.Agreement) with { Per = Period.Once, AsNeeded = false, Approximate = false };
        var day = facts.Windows.Where(Ends).Select(Ending).ToList();
        day = s.Any(Forewarning) ? [] : day;
        var term = Term(s, day.Count > 0);
        if (s.Any(Renewal) && (term.Option is null || (s.Any(Turns) && !s.Any(Possibility))) && InTurn(s) is { } turn)
        {
            rule = Renewed(rule, turn);
            term = term with { Term = null };
        }

        IReadOnlyList<PhraseWindow> windows = day.Count > 0 ? day : Empty(term) ? [] : [Simplest(term)];
        var known = windows.Count > 0 || rule.Min is not null;
        return known || telling ? rule with { Windows = windows } : null;
    }

    private static PhraseRule Renewed(PhraseRule rule, Cycle turn) =>
        rule with { Min = 1, Max = 1, Target = 1, Per = turn.Per, N = turn.N };

    private static bool Ends(PhraseWindow window) =>
        window is PhraseWindow.Deadline or PhraseWindow.Relative { From: < 0 };

    // In an agreement "before" without more is before its end.
    private static PhraseWindow Ending(PhraseWindow window) =>
        window is PhraseWindow.Relative relative ? relative with { Anchor = Anchors.AgreementEnd } : window;

    private static bool Empty(PhraseWindow.AgreementTerm term) =>
        term is { Term: null, Notice: null, Option: null, From: null, To: null };

    private static PhraseWindow Simplest(PhraseWindow.AgreementTerm term) =>
        term is { Term: null, Notice: null, Option: null } ? new PhraseWindow.FromTo(term.From, term.To) : term;

    private static PhraseWindow.AgreementTerm Term(Sentence s, bool noticed)
    {
        var days = Span(s);
        var option = After(s, Option, 8) ?? (s.Any(Possibility) ? After(s, Renewal, 6) : null);
        var notice = Near(s, Notice);
        int?[] taken = [option?.Start, notice?.Start];
        var length = Lengths(s).FirstOrDefault(found => !taken.Contains(found.Start) && !noticed);
        return new PhraseWindow.AgreementTerm(length?.Value, notice?.Value, option?.Value, days.From, days.To);
    }

    private static IEnumerable<Found<Duration>> Lengths(Sentence s) =>
        Enumerable.Range(0, s.Count)
            .Select(i => Durations.At(s, i)).OfType<Found<Duration>>().Where(found => !s.Is(found.End, "i"));

    private static Found<Duration>? After(Sentence s, WordSet word, int reach)
    {
        var at = s.IndexOf(word, 0, s.Count);
        return at < 0 ? null : Lengths(s).FirstOrDefault(found => found.Start > at && found.Start <= at + reach);
    }

    // "uppsägningstid av sex månader", "med tre månaders ömsesidig uppsägningstid"
    private static Found<Duration>? Near(Sentence s, WordSet word)
    {
        var at = s.IndexOf(word, 0, s.Count);
        var before = at < 0 ? null : Lengths(s).LastOrDefault(found => found.End <= at && found.End >= at - 3);
        return before ?? After(s, NoticeTime, 6);
    }

    // "förlängs med två år i taget", "förlängs med ett år"
    private static Cycle? InTurn(Sentence s)
    {
        var at = s.IndexOf(Renewal, 0, s.Count);
        return (AtATime(s) ?? Durations.FirstCycle(s, at, s.Count) ?? Durations.FirstCycle(s, 0, at))?.Value;
    }

    private static Found<Cycle>? AtATime(Sentence s) =>
        Enumerable.Range(0, s.Count).Select(i => Durations.CycleAt(s, i)).FirstOrDefault(found =>
            found is not null && s.Is(found.End + 1, Turns));

    private static (NodaTime.LocalDate? From, NodaTime.LocalDate? To) Span(Sentence s)
    {
        NodaTime.LocalDate? from = null, to = null;
        for (var i = 0; i < s.Count; i++)
        {
            if (DateSpans.YearsAt(s, i) is { } span)
            {
                return (span.Value.From, span.Value.To);
            }

            from ??= s.Is(i, "från", "from", "kraft") ? DateSpans.Day(s, s.Skip(i + 1, "den"), 1, 1)?.Value : null;
            to ??= s.Is(i, Until) ? DateSpans.Day(s, s.Skip(i + 1, "och", "den"), 12, 31)?.Value : null;
        }

        return (from, to);
    }
}
