using AnnualCycle.Phrases.Times;
using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>Reads phrases that say when but not how often, and meetings "vid behov" that say neither.</summary>
internal static class TimesOnly
{
    private static readonly WordSet Rhythm = new("mötesfrekvens* sammanträdesfrekvens*");

    // A report that is only published or read states no rule; one that is made or handed in does.
    private static readonly WordSet Delivered = new("""
        *rapporterar *rapporteras *rapportera lämna lämnas lämnar upprättas upprätta upprättar skrivs skriva skriver
        sammanställs sammanställa avges avge inlämnas redovisas skickas skicka överlämnas årshjul årshjulet
        """);
    private static readonly WordSet NeedsMeeting = new("*möte(,t,n,na) *sammanträde(,t,n,na) *träff(,ar)");

    private static readonly (WordSet Words, Cycle Cycle)[] Compounds =
    [
        (new("årsrapporter* årsredovisa*"), Cycle.Yearly),
        (new("årsrapport årsrapporten årsrapporter årsberättelse* årssammanställning*"), Cycle.Yearly),
        (new("halvårsrapport* halvårsuppföljning*"), new(Period.HalfYear)),
        (new("kvartalsrapport* kvartalsuppföljning* kvartalsredovisning*"), new(Period.Quarter)),
        (new("tertialrapport* tertialuppföljning* tertialbokslut*"), new(Period.Tertial)),
        (new("månadsrapport* månadsuppföljning* månadsbrev*"), new(Period.Month)),
        (new("veckobrev* veckorapport*"), new(Period.Week)),
        (new("årshjul årshjulet"), Cycle.Yearly),
    ];

    public static IEnumerable<PhraseRule> In(Facts facts, bool bare)
    {
        var windows = facts.Windows.ToList();
        var relative = windows.OfType<PhraseWindow.Relative>().Where(window => window.Unit is not null).ToList();
        var named = windows.Where(window => window is not PhraseWindow.Relative).ToList();
        var placed = named.Count > 0 ? EachPlaced(facts, named, bare) : [];
        var untimed = windows.Count == 0 ? Untimed(facts) : null;
        PhraseRule?[] found = [.. placed, .. relative.Select(window => Relative(facts, window)), untimed];
        return found.OfType<PhraseRule>();
    }

    /// <summary>The period that a word holds: "årsrapporterar", "månadsrapport", "enligt årshjul".</summary>
    public static Cycle? Compound(Sentence s)
    {
        foreach (var (words, cycle) in Compounds)
        {
            if (s.Any(words))
            {
                return cycle;
            }
        }

        return null;
    }

    /// <summary>A distance to a meeting: of a report when one is handed in, else a time to keep.</summary>
    public static PhraseRule Relative(Facts facts, PhraseWindow.Relative window)
    {
        var s = facts.Sentence;
        var report = window.To > 0 ? facts.Topics.Has(Topic.Report) || s.Any(Vocabulary.Minutes)
            : s.Any(Vocabulary.ReportNouns) && !s.Any(Vocabulary.Notices);
        var (kind, per) = window.Anchor == Anchors.AgreementEnd ? (PhraseKind.Agreement, Period.Once)
            : (report ? PhraseKind.Report : PhraseKind.Window, Period.Meeting);
        return Numbered.Each(facts, kind, new Cycle(per)) with { Windows = [window] };
    }

    // "årsmötet hålls före mars månads utgång och motioner lämnas senast den 31 januari": a rule for each matter.
    private static IEnumerable<PhraseRule?> EachPlaced(Facts facts, List<PhraseWindow> windows, bool bare)
    {
        var times = facts.Timeline.Named.Where(found =>
            found.Value.Windows.Any(window => window is not PhraseWindow.Relative)).ToList();
        var matters = times.GroupBy(found => facts.Topics.Of(found.Start, found.End)).ToList();
        var apart = matters.Count > 1 && times.TrueForAll(found => found.Value.Amount is null)
            && matters.TrueForAll(matter => matter.Key is Topic.Meetings or Topic.Report);
        return !apart ? [Placed(facts, windows, bare, matters[0].Key)]
            : matters.Select(matter => Placed(facts,
                [.. matter.SelectMany(found => found.Value.Windows).Where(windows.Contains)], bare, matter.Key));
    }

    private static PhraseRule? Placed(Facts facts, List<PhraseWindow> windows, bool bare, Topic? topic)
    {
        var due = windows.Exists(window =>
            window is PhraseWindow.Deadline or PhraseWindow.PeriodEnd or PhraseWindow.AfterMonthEnd);
        var closing = windows.Exists(window => window is PhraseWindow.PeriodEnd);
        PhraseKind? kind = topic switch
        {
            Topic.Meetings => closing ? null : PhraseKind.Meetings,
            Topic.Report => PhraseKind.Report,
            Topic.Other => null,
            _ => due && (bare || !closing) ? PhraseKind.Report : bare ? PhraseKind.Window : null,
        };
        var paused = facts.Timeline.Omitted.Any(found => found.Value.Breaks.Count > 0) && kind is PhraseKind.Window;
        return kind is null ? null
            : Numbered.Windowed(facts, kind.Value, windows) with { Blackout = paused, ExceptBreaks = [] };
    }

    private static PhraseRule? Untimed(Facts facts)
    {
        var s = facts.Sentence;
        return Covered(facts) ?? Delivering(facts) ?? Rhythmic(facts, s);
    }

    // "(tertial 2)" beside a report
    private static PhraseRule? Covered(Facts facts)
    {
        var s = facts.Sentence;
        var ends = Enumerable.Range(0, s.Count).Select(i => PeriodEnds.CoveredAt(s, i)).FirstOrDefault(found =>
            found is not null);
        return ends is not null && facts.Topics.Of(ends.Start, ends.End) == Topic.Report
            ? Numbered.Windowed(facts, PhraseKind.Report, ends.Value.Windows) : null;
    }

    private static PhraseRule? Delivering(Facts facts)
    {
        var s = facts.Sentence;
        var stated = !s.Any(Vocabulary.Past) && s.Any(Delivered);
        return stated && Compound(s) is { } cycle ? Numbered.Each(facts, PhraseKind.Report, cycle) : null;
    }

    // "extra möten", "avstämningsmöten vid behov": the two stand together
    private static bool Needed(Sentence s)
    {
        var need = s.IndexOf(Vocabulary.AsNeeded, 0, s.Count);
        return s.IndexOf(NeedsMeeting, need - 4, need + 5) >= 0;
    }

    // "träffas vid behov", "mötesfrekvensen följer behovet", "träffas regelbundet"
    private static PhraseRule? Rhythmic(Facts facts, Sentence s)
    {
        var need = facts.AsNeeded;
        var dated = facts.Timeline.Named.Count > 0;
        var meets = s.Any(Vocabulary.MeetingVerbs) || s.Any(Rhythm) || (need && !dated && Needed(s));
        return meets && (need || s.Any(Vocabulary.Regularly)) && !s.Any(Vocabulary.Past)
            ? facts.Rule(PhraseKind.Meetings) : null;
    }
}
