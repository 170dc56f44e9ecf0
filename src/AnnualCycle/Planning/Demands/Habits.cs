namespace AnnualCycle.Planning.Demands;

/// <summary>Makes the usual weekdays and starts that were chosen for a year part of the problem.</summary>
/// <remarks>
/// A year is planned in two rounds: the first chooses each group's usual day, the second places the meetings around it.
/// What the second one solves has no choice of habit left, so that any program that knows weekdays and starts can judge
/// it.
/// </remarks>
public static class Habits
{
    /// <summary>
    /// The same year where being off the habit costs on the weekday and on the start, each by itself.
    /// </summary>
    /// <param name="chosen">By chain; null where the chain keeps no habit.</param>
    public static CompiledYear Keep(CompiledYear year, IReadOnlyList<UsualSlot?> chosen)
    {
        var chains = year.Problem.Chains
            .Select((chain, index) => chosen[index] is { } usual ? Keep(chain, usual) : chain);
        return year with { Problem = year.Problem with { Chains = [.. chains] }, Usual = chosen };
    }

    private static Chain Keep(Chain chain, UsualSlot usual) => chain with
    {
        Usual = null,
        WeekdayCost = [.. chain.WeekdayCost.Select((cost, day) => Off(usual.Weekday, day) ? cost + usual.Cost : cost)],
        Starts = [.. chain.Starts.Select(start =>
            Off(usual.Start, start.Start) ? start with { Cost = start.Cost + usual.Cost } : start)],
    };

    private static bool Off(int? usual, int value) => usual is { } kept && kept != value;
}
