using AnnualCycle.Phrases.Words;
using NodaTime;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// Recognises the closing days of reporting periods: "per den 31 augusti", "tertial 2", "efter april månads utgång".
/// </summary>
internal static class PeriodEnds
{
    private static readonly WordSet Over = new("utgång slut utgången");
    private static readonly WordSet Outcome = new("utfall utfallet resultat resultatet ställningen läget");

    public static Found<NamedTimes>? At(Sentence s, int i) => ClosingDays(s, i) ?? AfterMonths(s, i);

    /// <summary>
    /// "tertial 2", "andra tertialet", "kvartal 1": what a report covers, unless a plainer time is said.
    /// </summary>
    public static Found<NamedTimes>? CoveredAt(Sentence s, int start)
    {
        var named = s.Is(start, "tertial", "tertialen", "kvartal", "kvartalen", "delår");
        var (noun, i) = named ? (start, start + 1) : (start + 1, start);
        var months = s.Is(noun, "tertial", "tertialen", "tertialet") ? 4
            : s.Is(noun, "kvartal", "kvartalen", "kvartalet") ? 3 : 6;
        if (!s.Is(noun, "tertial", "tertialen", "tertialet", "kvartal", "kvartalen", "kvartalet", "delår"))
        {
            return null;
        }

        List<AnnualDate> days = [];
        var end = i;
        for (var next = i; Nth(s, next, named) is >= 1 and <= 4 and var nth; next = Separators.AfterList(s, end))
        {
            days.Add(LastOf(Math.Min(nth * months, 12)));
            end = next + 1;
        }

        return days.Count > 0 ? NamedTimes.Of(new PhraseWindow.PeriodEnd(days), start, named ? end : noun + 1) : null;
    }

    private static int? Nth(Sentence s, int i, bool cardinal) =>
        cardinal ? Numerals.At(s, i) : Numerals.OrdinalAt(s, i);

    private static Found<NamedTimes>? ClosingDays(Sentence s, int start)
    {
        // "utfallet för slutet av april" is what a report covers as well.
        var covers = s.Is(start, "för") && s.Is(start + 1, "slutet", "utgången") && s.Is(start - 1, Outcome);
        if (!s.Is(start, "per", "pr") && !covers)
        {
            return null;
        }

        if (s.Is(s.Skip(start + 1, "den"), "årsskiftet", "halvårsskiftet"))
        {
            var i = s.Skip(start + 1, "den");
            return NamedTimes.Of(new PhraseWindow.PeriodEnd([s.Is(i, "årsskiftet") ? new(12, 31) : new(6, 30)]),
                start, i + 1);
        }

        if (Dates.ListAt(s, start + 1) is { } days)
        {
            var end = LastDays(s, start + 1, days.End, out var more);
            return Ends(days.Value.Select(day => day.Annual), start, end, more);
        }

        return MonthTimes.At(s, covers ? s.Skip(start + 2, "av") : start + 1) is { } months
            ? Ends(MonthsOf(months).Select(LastOf), start, months.End, []) : null;
    }

    // "per sista april och augusti": the second month is closed on its last day too.
    private static int LastDays(Sentence s, int from, int end, out List<int> more)
    {
        var next = Separators.AfterList(s, end);
        var month = s.Is(from, "sista") && next > end ? CalendarWords.Month(s, next) : null;
        more = month is { } m ? [m] : [];
        return month is null ? end : next + 1;
    }

    private static Found<NamedTimes> Ends(IEnumerable<AnnualDate> days, int start, int end, List<int> more) =>
        NamedTimes.Of(new PhraseWindow.PeriodEnd([.. days, .. more.Select(LastOf)]), start, end);

    // "efter april och augusti månads utgång", "efter utgången av mars"
    private static Found<NamedTimes>? AfterMonths(Sentence s, int start)
    {
        if (!s.Is(start, "efter"))
        {
            return null;
        }

        var front = s.Is(start + 1, "utgången", "slutet");
        var i = front ? s.Skip(start + 2, "av") : start + 1;
        if (MonthTimes.At(s, i) is not { } months)
        {
            return null;
        }

        var end = s.Skip(months.End, "månads", "månaders");
        var over = s.Is(end, Over);
        return front || over
            ? NamedTimes.Of(new PhraseWindow.AfterMonthEnd([.. MonthsOf(months)]), start, over ? end + 1 : end) : null;
    }

    private static IEnumerable<int> MonthsOf(Found<NamedTimes> found) =>
        found.Value.Windows.SelectMany(window => window switch
    {
        PhraseWindow.InMonth month => [month.Month],
        PhraseWindow.InMonths months => months.Months,
        _ => (IEnumerable<int>)[],
    });

    private static AnnualDate LastOf(int month) => new(month, CalendarWords.LastDay(month));
}
