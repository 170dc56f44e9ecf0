using AnnualCycle.Phrases.Times;
using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>Reads when a document is to be revised or ceases to be valid.</summary>
internal static class Revisions
{
    private static readonly WordSet Valid = new("giltig giltigt giltiga giltighetstid giltighet gäller");
    private static readonly WordSet NewTerm = new("mandatperiod valperiod");
    private static readonly WordSet OfTerm = new("mandatperiodens");
    private static readonly WordSet MakesDocument = new("""
        tas ta antas anta fastställs fastställa fattas ställning upprättas revideras besluta beslutas aktualiseras
        """);

    private static readonly WordSet Adopts = new("antas anta antar fastställs fastställa fastställer");
    private static readonly WordSet Regulations = new("""
        *arbetsordning* *delegationsordning* *delegationsordningen *reglement* *policy *policyn *riktlinje* *föreskrift*
        *stadgar *stadgarna uppdragsbeskrivning*
        """);

    public static PhraseRule? In(Facts facts)
    {
        var s = facts.Sentence;
        var revises = !s.Any(Vocabulary.Past) && Revises(s);
        var valid = revises || s.Any(Vocabulary.SteeringDocuments) || s.IndexOf(Valid, 0, 1) == 0;
        return (revises ? Read(facts) : null)
            ?? (valid ? ValidUntil(facts, facts.Sentence.IndexOf(Valid, 0, facts.Sentence.Count)) : null)
            ?? OncePerTerm(facts) ?? Adopted(facts);
    }

    // Plans are reports of the year; regulations that are adopted anew are revised.
    private static PhraseRule? Adopted(Facts facts)
    {
        var s = facts.Sentence;
        var adopts = s.Any(Adopts) && s.Any(Regulations) && !s.Any(Vocabulary.Past) && !s.Any(Vocabulary.MeetingVerbs);
        var cycle = facts.Frequencies.Select(found => found.Value.Cycle).FirstOrDefault(found => found is not null);
        return adopts && cycle is { } per ? Each(facts.Rule(PhraseKind.Revision), Amount.One, per) : null;
    }

    public static PhraseRule? Expected(Facts facts) => Read(facts) ?? ValidUntil(facts, 0);

    private static bool Revises(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var over = s.Is(i, "ses", "se") && s.Is(i + 1, "över");
            var next = s.Is(i, "nästa") && s.Is(i + 1, "revision", "revisionsdatum");
            if (over || next || (s.Is(i, Vocabulary.RevisionWords)
                && (!s.Is(i, "uppdateras") || s.Any(Vocabulary.SteeringDocuments))))
            {
                return true;
            }
        }

        return false;
    }

    private static PhraseRule? Read(Facts facts)
    {
        var s = facts.Sentence;
        var rule = facts.Rule(PhraseKind.Revision);
        var cycle = facts.Frequencies.Select(found => found.Value.Cycle).FirstOrDefault(found => found is not null)
            ?? Durations.FirstCycle(s, 0, s.Count)?.Value
            ?? (s.Any(NewTerm) && Date(s) is null && facts.Year is null ? Cycle.TermOfOffice : null);
        var windows = facts.Windows.ToList();
        return cycle is { } per ? Each(rule, Amount.One, per) with { Windows = windows }
            : Date(s) is { } date ? Once(rule, new PhraseWindow.OnDate(date))
            : windows.Count > 0 ? Once(rule, windows[0]) with { Per = OneYear(facts, windows[0]) }
            : facts.AsNeeded ? rule : null;
    }

    private static Period OneYear(Facts facts, PhraseWindow window) =>
        facts.Year is not null || window is PhraseWindow.InMonth { Year: not null } or PhraseWindow.OnDate or
        PhraseWindow.FromTo
            ? Period.Once : Period.Year;

    // "Giltig t.o.m. 2028-12-31", "gäller till och med 2026"
    private static PhraseRule? ValidUntil(Facts facts, int at)
    {
        var s = facts.Sentence;
        for (var i = at; at >= 0 && i < Math.Min(s.Count, at + 12); i++)
        {
            var until = s.Is(i, "tom", "till", "längst");
            var day = until ? DateSpans.Day(s, s.Skip(i + 1, "tom", "till", "den"), 12, 31)?.Value
                : DateSpans.YearsAt(s, i)?.Value.To;
            if (day is { } last)
            {
                return Once(facts.Rule(PhraseKind.Revision), new PhraseWindow.OnDate(last));
            }
        }

        return null;
    }

    // A document that each term of office makes or tries anew.
    private static PhraseRule? OncePerTerm(Facts facts)
    {
        var s = facts.Sentence;
        var document = s.Any(Vocabulary.SteeringDocuments) || s.Any(Vocabulary.ReportVerbs) || s.Any(MakesDocument);
        var named = facts.Frequencies.FirstOrDefault(found => found.Value.Cycle == Cycle.TermOfOffice);
        var term = named is not null || s.Any(OfTerm);
        var other = s.Any(Vocabulary.MeetingVerbs) || s.Any(Vocabulary.ChairNouns) || s.Any(Vocabulary.Past);
        var amount = named?.Value.Amount ?? Amount.One;
        return term && document && !other
            ? Each(facts.Rule(PhraseKind.Revision), amount, Cycle.TermOfOffice) with { Windows = Part(s) } : null;
    }

    // "under den första halvan av varje mandatperiod"
    private static IReadOnlyList<PhraseWindow> Part(Sentence s)
    {
        var half = s.IndexOf(new WordSet("halvan hälften delen året år"), 0, s.Count);
        var part = (Numerals.OrdinalAt(s, half - 1), s.Is(half, "året", "år")) switch
        {
            (1, true) => "first-year",
            (-1, true) => "last-year",
            (1, false) => "first-half",
            (2 or -1, false) => "second-half",
            _ => null,
        };
        return half > 0 && part is not null ? [new PhraseWindow.PartOf("mandate-period", part)] : [];
    }

    private static PhraseRule Each(PhraseRule rule, Amount amount, Cycle cycle) =>
        rule with { Min = amount.Low, Max = amount.High, Target = amount.Target, Per = cycle.Per, N = cycle.N };

    private static PhraseRule Once(PhraseRule rule, PhraseWindow window) =>
        rule with { Min = 1, Max = 1, Target = 1, Per = Period.Once, Windows = [window] };

    private static NodaTime.LocalDate? Date(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (Dates.At(s, i) is { Value.Date: { } date })
            {
                return date;
            }
        }

        return null;
    }
}
