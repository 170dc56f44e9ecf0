namespace AnnualCycle.Phrases.Words;

/// <summary>
/// Whether a period without a count says "once in each": "per kvartal" does of a report, "årligen" of anything.
/// </summary>
internal enum Alone { Nothing, Report, Anything }

/// <summary>A period found in a phrase, and what it says alone.</summary>
internal sealed record PeriodWords(Cycle Cycle, Alone Alone);

/// <summary>
/// Recognises the period of a frequency: "per år", "i månaden", "terminsvis", "vart tredje år", "/år".
/// </summary>
internal static class Periods
{
    private static readonly (WordSet Words, Cycle Cycle)[] Adverbs =
    [
        (new("årligen årlig årliga årligt årsvis årligdags"), Cycle.Yearly),
        (new("halvårsvis halvårligen halvårlig halvårliga halvårligt"), new(Period.HalfYear)),
        (new("terminsvis terminsvisa"), new(Period.Term)),
        (new("kvartalsvis kvartalsvisa"), new(Period.Quarter)),
        (new("tertialvis tertialsvis tertialvisa"), new(Period.Tertial)),
        (new("månadsvis månatligen månatlig månatliga månatligt månadsvisa"), new(Period.Month)),
        (new("veckovis veckovisa"), new(Period.Week)),
        (new("läsårsvis"), new(Period.SchoolYear)),
    ];

    private static readonly (WordSet Words, Cycle Cycle)[] Nouns =
    [
        (new("""
            år åren året kalenderår kalenderåret verksamhetsår verksamhetsåret budgetår budgetåret räkenskapsår
            arbetsår arbetsåret helår tolvmånadersperiod ettårsperiod
            """), Cycle.Yearly),
        (new("läsår läsåret skolår skolåret"), new(Period.SchoolYear)),
        (new("halvår halvåret"), new(Period.HalfYear)),
        (new("termin terminen"), new(Period.Term)),
        (new("kvartal kvartalet"), new(Period.Quarter)),
        (new("tertial tertialet"), new(Period.Tertial)),
        (new("månad månaden mån kalendermånad"), new(Period.Month)),
        (new("vecka veckan"), new(Period.Week)),
        (new("mandatperiod mandatperioden valperiod fyraårsperiod fyraårsperioden mandattid"), Cycle.TermOfOffice),
        (new("tvåårsperiod tvåårsperioden"), new(Period.Years, 2)),
        (new("treårsperiod treårsperioden"), new(Period.Years, 3)),
        (new("femårsperiod femårsperioden"), new(Period.Years, 5)),
        (new("sexmånadersperiod"), new(Period.HalfYear)),
    ];

    private static readonly WordSet Definite = new("""
        året kalenderåret verksamhetsåret budgetåret arbetsåret läsåret skolåret halvåret terminen kvartalet tertialet
        månaden veckan mandatperioden
        """);
    private static readonly WordSet Parts = new("början inledningen mitten slutet slut");
    private static readonly Period[] Reported =
        [Period.Month, Period.Quarter, Period.Tertial, Period.HalfYear, Period.Term];

    private static readonly WordSet Meeting = new("möte sammanträde mötestillfälle träff sammanträdestillfälle");
    private static readonly WordSet Weekday = new("måndag tisdag onsdag torsdag fredag");
    private static readonly WordSet Plain = new("ny nytt nästkommande enskilt enskild helt hel påbörjat påbörjad");

    public static Found<PeriodWords>? At(Sentence s, int i) =>
        Adverb(s, i) ?? Every(s, i) ?? PartOf(s, i) ?? Prepositional(s, i);

    /// <summary>The period that a noun names, or null.</summary>
    public static Cycle? Noun(Sentence s, int i)
    {
        foreach (var (words, cycle) in Nouns)
        {
            if (s.Is(i, words))
            {
                return cycle;
            }
        }

        return null;
    }

    public static IEnumerable<string> Words => Adverbs.Concat(Nouns).SelectMany(entry => entry.Words.Whole);

    private static Found<PeriodWords>? Adverb(Sentence s, int i)
    {
        foreach (var (words, cycle) in Adverbs)
        {
            if (s.Is(i, words))
            {
                return new Found<PeriodWords>(new PeriodWords(cycle, Alone.Anything), i, i + 1);
            }
        }

        return null;
    }

    // "varje år", "varannan månad", "vart tredje år", "var 6:e vecka", "var fjortonde dag", "varannan torsdag"
    private static Found<PeriodWords>? Every(Sentence s, int start)
    {
        var i = s.Skip(start, "under", "för", "på", "i", "vid", "inför", "efter", "inom");
        var (n, next) = s.Is(i, "varannan", "vartannat") ? (2, i + 1)
            : s.Is(i, "var", "vart", "varje") && Numerals.OrdinalAt(s, i + 1) is > 1 and var nth ? (nth, i + 2)
            : s.Is(i, "varje", "vart") ? (1, i + 1) : (0, i);
        if (n == 0)
        {
            return Alternate(s, i);
        }

        next = s.Is(next, Plain) ? next + 1 : next;
        var cycle = Noun(s, next) is { } one ? Cycle.Every(n, one)
            : s.Is(next, "dag", "dygn") && n % 7 == 0 ? Cycle.Every(n / 7, new Cycle(Period.Week))
            : s.Is(next, Meeting) && n == 1 ? new Cycle(Period.Meeting)
            : s.Is(next, Weekday) ? Cycle.Every(n, new Cycle(Period.Week)) : null;
        return cycle is { } every ? new Found<PeriodWords>(new PeriodWords(every, Alone.Anything), start, next + 1)
            : null;
    }

    // "udda år", "jämna veckor"
    private static Found<PeriodWords>? Alternate(Sentence s, int i)
    {
        Cycle? cycle = !s.Is(i, "udda", "jämna", "ojämna") ? null
            : s.Is(i + 1, "år") ? new Cycle(Period.Years, 2)
            : s.Is(i + 1, "vecka", "veckor") ? new Cycle(Period.Weeks, 2)
            : s.Is(i + 1, "månad", "månader") ? new Cycle(Period.Months, 2) : null;
        return cycle is { } second ? new Found<PeriodWords>(new PeriodWords(second, Alone.Anything), i, i + 2) : null;
    }

    // "i början av året", "i slutet av terminen": once in each
    private static Found<PeriodWords>? PartOf(Sentence s, int start)
    {
        var part = s.Is(start, "i", "under", "vid", "mot") && s.Is(start + 1, Parts) && s.Is(start + 2, "av", "på");
        return part && s.Is(start + 3, Definite) && !s[start + 4].IsYear && Noun(s, start + 3) is { } cycle
            ? new Found<PeriodWords>(new PeriodWords(cycle, Alone.Anything), start, start + 4) : null;
    }

    // "per år", "/år", "om året", "i månaden", "på ett år", "under året", "årets"
    private static Found<PeriodWords>? Prepositional(Sentence s, int i)
    {
        var slash = s.Is(i, TokenKind.Slash);
        var loose = s.Is(i, "om", "i", "under", "på", "inom") && s.Is(i + 1, Definite);
        var one = s.Is(i, "på", "under", "inom", "för") && s.Is(i + 1, "ett", "en");
        var next = slash || s.Is(i, "per", "pr", "p") || loose ? i + 1 : one ? i + 2 : i;
        next = next > i && s.Is(next, Plain) ? next + 1 : next;
        if (next == i)
        {
            return null;
        }

        var cycle = s.Is(next, Meeting) && !one ? new Cycle(Period.Meeting) : Noun(s, next);
        return cycle is { } per && FreeAfter(s, next, one)
            ? new Found<PeriodWords>(new PeriodWords(per, Said(s, i, per)), i, next + 1) : null;
    }

    private static Alone Said(Sentence s, int i, Cycle cycle) =>
        s.Is(i, "per") && Reported.Contains(cycle.Per) ? Alone.Report : Alone.Nothing;

    // "för ett år i taget" is a length, not a frequency.
    private static bool FreeAfter(Sentence s, int noun, bool one) =>
        !(one && s.Is(noun + 1, "i", "åt") && s.Is(noun + 2, "taget", "gången"));
}
