using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>Puts numbers, periods and windows together to rules.</summary>
internal static class Numbered
{
    public static IEnumerable<PhraseRule> With(
        Facts facts, IReadOnlyList<(PhraseKind Kind, Frequency Frequency)> counted, IReadOnlyList<PhraseWindow> windows)
    {
        for (var i = 0; i < counted.Count; i++)
        {
            yield return One(facts, counted[i].Kind, counted[i].Frequency, i == 0 ? windows : []);
        }
    }

    /// <summary>Once in each period.</summary>
    public static PhraseRule Each(Facts facts, PhraseKind kind, Cycle cycle) =>
        Fill(facts.Rule(kind), Amount.One, cycle);

    /// <summary>As many a year as there are windows, or as the windows say.</summary>
    public static PhraseRule Windowed(Facts facts, PhraseKind kind, IReadOnlyList<PhraseWindow> windows)
    {
        var amounts = facts.Timeline.Named.Select(found => found.Value.Amount).OfType<Amount>().ToList();
        var amount = amounts.Count > 0 ? amounts.Aggregate((sum, next) => sum + next) : Same(Occasions(windows));
        return Once(facts, Fill(facts.Rule(kind), amount, PerOf(windows)) with { Windows = windows });
    }

    private static PhraseRule One(
        Facts facts, PhraseKind kind, Frequency frequency, IReadOnlyList<PhraseWindow> windows)
    {
        var cycle = frequency.Cycle ?? Cycle.Yearly;
        var occasions = Occasions(windows);
        var spread = cycle.Per == Period.Year
            && (frequency.Amount is null || (frequency is { Cycle: null, Amount.Target: 1 }));
        var amount = spread && occasions > 1 ? Same(occasions) : frequency.Amount ?? Amount.One;
        var rule = Fill(facts.Rule(kind), amount, cycle) with { Windows = windows };
        return Once(facts, rule with { Approximate = rule.Approximate || amount.Approximate });
    }

    // "under 2022": not a rule of every year.
    private static PhraseRule Once(Facts facts, PhraseRule rule)
    {
        var dated = rule.Windows.Any(window =>
            window is PhraseWindow.InMonth { Year: not null } or PhraseWindow.OnDate or PhraseWindow.FromTo);
        return rule.Per == Period.Year && (dated || facts.Year is not null)
            ? rule with { Per = Period.Once, Windows = [.. rule.Windows.Select(window => Dated(window, facts.Year))] }
            : rule;
    }

    private static PhraseWindow Dated(PhraseWindow window, int? year) =>
        window is PhraseWindow.InMonth { Year: null } month ? month with { Year = year } : window;

    private static PhraseRule Fill(PhraseRule rule, Amount amount, Cycle cycle) =>
        rule with { Min = amount.Low, Max = amount.High, Target = amount.Target, Per = cycle.Per, N = cycle.N };

    private static Amount Same(int n) => Amount.Between(n, n);

    private static Cycle PerOf(IReadOnlyList<PhraseWindow> windows) =>
        windows.Any(window => window is PhraseWindow.NthWeekday { Month: null }) ? new Cycle(Period.Month)
            : Cycle.Yearly;

    private static int Occasions(IReadOnlyList<PhraseWindow> windows) => windows.Sum(window => window switch
    {
        PhraseWindow.PeriodEnd ends => ends.Days.Count,
        PhraseWindow.AfterMonthEnd ends => ends.Months.Count,
        PhraseWindow.WeekList weeks => weeks.Weeks.Count,
        PhraseWindow.NthWeekday weekday => weekday.Ordinals.Count,
        PhraseWindow.InSeason season => season.Count ?? 1,
        _ => 1,
    });
}
