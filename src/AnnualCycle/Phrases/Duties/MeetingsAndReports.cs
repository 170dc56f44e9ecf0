using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>
/// Reads how often a body meets, how often something is reported, and the times in which either is to happen.
/// </summary>
internal static class MeetingsAndReports
{
    private static readonly WordSet SameAgain = new("eller alltså dvs varav totalt sammanlagt");

    public static IEnumerable<PhraseRule> In(Facts facts)
    {
        var bare = Bare.Is(facts);
        var counted = Counted(facts, found => KindOf(facts, found, bare)).ToList();
        var windows = facts.Windows.ToList();
        if (counted.Count == 0)
        {
            return TimesOnly.In(facts, bare);
        }

        var main = counted[0].Kind;
        var own = windows.Where(window => window is not PhraseWindow.Relative || main == PhraseKind.Report).ToList();
        var apart = windows.OfType<PhraseWindow.Relative>().Where(window =>
            !own.Contains(window) && window.From is not null);
        return [.. Numbered.With(facts, counted, own), .. apart.Select(window => TimesOnly.Relative(facts, window))];
    }

    /// <summary>Meetings that a phrase counts besides its rule on the chair, the agreement or the document.</summary>
    public static IEnumerable<PhraseRule> Beside(Facts facts, PhraseRule special)
    {
        var meets = facts.Sentence.Any(Vocabulary.MeetingVerbs);
        var counted = Counted(facts, found => meets ? KindOf(facts, found, false) : null);
        return Numbered.With(facts, [.. counted.Where(each => each.Kind == PhraseKind.Meetings
            && Apart(each.Frequency, special))], []);
    }

    private static bool Apart(Frequency frequency, PhraseRule special) =>
        frequency is { Amount: { } amount, Cycle: { } cycle }
        && (amount.Target != 1 || (cycle.Per, cycle.N) != (special.Per, special.N));

    /// <summary>
    /// The frequencies of a phrase whose place already says what it is about. A count without a period is yearly only
    /// when every word is known: in "en gång i månden" the period is there, misspelt. "en handlingsplan" counts
    /// nothing.
    /// </summary>
    public static IEnumerable<PhraseRule> Expected(Facts facts, PhraseKind kind)
    {
        var counted = Counted(facts, found =>
            found.Value.Cycle is null && (IsArticle(found.Value) || Bare.HasUnknown(facts))
            ? null : kind).ToList();
        return counted.Count > 0 ? Numbered.With(facts, counted, [.. facts.Windows]) : [];
    }

    private static bool IsArticle(Frequency frequency) =>
        frequency is { Counted: Words.Counted.Reports, Amount: { Low: 1, High: 1 } };

    private static IEnumerable<(PhraseKind Kind, Frequency Frequency)> Counted(
        Facts facts, Func<Found<Frequency>, PhraseKind?> kindOf)
    {
        Found<Frequency>? before = null;
        foreach (var found in Preferred(facts.Sentence, facts.Frequencies))
        {
            if (kindOf(found) is not { } kind || (before is not null && !Anew(facts.Sentence, before, found)))
            {
                continue;
            }

            before = found;
            yield return (kind, found.Value);
        }
    }

    // "en gång i månaden (nio tillfällen/år)": what stands in brackets sums up and is the number that holds.
    private static IEnumerable<Found<Frequency>> Preferred(Sentence s, IReadOnlyList<Found<Frequency>> found)
    {
        var summed = found.FirstOrDefault(each =>
            s.Is(each.Start - 1, TokenKind.Open) && each.Value is { Amount: not null, Cycle.Per: Period.Year });
        return summed is null ? found : [summed];
    }

    // A second frequency is a rule of its own when it has its own subject: "styrgruppen fyra gånger per år och AU en
    // gång i månaden".
    private static bool Anew(Sentence s, Found<Frequency> before, Found<Frequency> found)
    {
        var words = Enumerable.Range(before.End, Math.Max(0, found.Start - before.End)).ToList();
        return found.Value is { Amount: not null, Cycle: not null }
            && (!Same(found.Value, before.Value) || words.Any(i => s.Is(i, TokenKind.Stop)))
            && words.Any(i => s.Is(i, TokenKind.Word) && s[i].Text.Length > 1
                && !s.Is(i, "och", "samt", "men", "medan", "minst", "dock"))
            && !words.Any(i => s.Is(i, SameAgain) || s.Is(i, TokenKind.Open));
    }

    private static bool Same(Frequency a, Frequency b) =>
        (a.Amount ?? Amount.One, a.Cycle) == (b.Amount ?? Amount.One, b.Cycle);

    private static PhraseKind? KindOf(Facts facts, Found<Frequency> found, bool bare)
    {
        var (amount, counted, cycle) = (found.Value.Amount, found.Value.Counted, found.Value.Cycle);
        var topic = facts.Topics.Of(found.Start, found.End) ?? (bare ? Topic.Meetings : null);
        PhraseKind? kind = topic switch
        {
            { } about when Paid(facts.Sentence, about) => null,
            Topic.Meetings => PhraseKind.Meetings,
            Topic.Report => PhraseKind.Report,
            _ => null,
        };
        return cycle?.Per == Period.Meeting ? (kind == PhraseKind.Report && facts.Windows.Count == 0 ? kind : null)
            : amount is null && counted == Words.Counted.Reports ? (kind == PhraseKind.Report ? kind : null)
            : cycle is null ? (Unperiodic(facts, amount, counted, found) ? kind : null)
            : kind;
    }

    // "arvode för högst fyra möten per år", "budgeten varje år är 200 000 kr"
    private static bool Paid(Sentence s, Topic topic) =>
        topic == Topic.Meetings ? s.Any(Money) && !s.Any(Vocabulary.MeetingVerbs)
            : topic == Topic.Report && s.Any(Sums) && !s.Any(Vocabulary.ReportVerbs);

    private static readonly WordSet Sums = new("kr kronor tkr mnkr mkr miljoner miljarder");

    private static readonly WordSet Money = new("""
        betal* utbetal* avgift* arvode* faktur* debiter* hyra ersättning kronor
        """);

    // "förening med minst tio träffar föregående år": a count of what was.
    private static readonly WordSet YearBefore = new("föregående förra gångna fjolåret");

    // More than one a week is statistics when no period is said.
    private const int MostInAYear = 52;

    // Without a period a number of occasions is a yearly rule only when nothing else could be counted: "vid fyra
    // tillfällen", "minst en delårsrapport".
    private static bool Unperiodic(Facts facts, Amount? amount, Counted counted, Found<Frequency> found)
    {
        var several = amount?.Target is null or (> 1 and <= MostInAYear);
        var bounded = amount is { Low: null } or { High: null };
        if ((found.Start == 0 && facts.Sentence.Is(0, TokenKind.Number)) || facts.Sentence.Any(YearBefore))
        {
            return false;
        }

        var timed = facts.Windows.Any(window => window is not PhraseWindow.Relative);
        return counted switch
        {
            Words.Counted.Occasions => several || timed || bounded,
            Words.Counted.Meetings or Words.Counted.Reports => (several && !Ordered(facts, found)) || bounded || timed,
            _ => false,
        };
    }

    // "de två senaste mötena" counts no rule.
    private static bool Ordered(Facts facts, Found<Frequency> found) =>
        facts.Sentence.Is(found.Start - 1, "de", "dessa", "båda");
}
