namespace AnnualCycle.Planning;

/// <summary>
/// Points that no plan can go below, from a problem without people: each chain has the year to itself.
/// </summary>
/// <remarks>
/// What meetings cost each other is never below 0, so leaving it out only makes plans cheaper. Of the links those are
/// kept where a chain without a rhythm of its own only prepares meetings of others: the best preparatory meeting for
/// each day of the main one is added to the main one's price, and the preparatory chain is done with.
/// </remarks>
internal static class LowerBound
{
    /// <summary>Demanded meetings left out count at their medium weight.</summary>
    public static long Of(Network network)
    {
        var around = new Surroundings(network);
        var solver = new SeriesSolver(network, around);
        var nobody = new Draft(network);
        var folded = Preparations(network);
        foreach (var c in folded)
            foreach (var tie in network.Series[c].Ties)
                Fold(network, around, solver, nobody, tie.Link);
        return network.Series.Where(series => !folded.Contains(series.Index))
            .Sum(series => Alone(series, around, solver, nobody));
    }

    private static void Fold(Network network, Surroundings around, SeriesSolver solver, Draft nobody, int link)
    {
        around.LookAtNobody(network.Series[network.Problem.Links[link].Earlier.Chain]);
        solver.FoldAmongThose(link, nobody);
    }

    private static long Alone(Series series, Surroundings around, SeriesSolver solver, Draft nobody)
    {
        around.LookAtNobody(series);
        return solver.Solve(series, nobody);
    }

    /// <summary>
    /// Chains that only prepare, one meeting for one meeting of chains that prepare nothing themselves.
    /// </summary>
    private static HashSet<int> Preparations(Network network) =>
        [.. network.Series.Where(series => IsPreparation(network, series)).Select(series => series.Index)];

    private static bool IsPreparation(Network network, Series series) =>
        series is { SpacingIsFree: true, HasFixed: false, Count: > 0 } &&
        series.Ties.Count == series.Count &&
        series.Ties.Select(tie => tie.Occurrence).Distinct().Count() == series.Count &&
        series.Ties.All(tie =>
            tie.IsEarlier && tie.OtherChain != series.Index && network.Series[tie.OtherChain] is var main &&
            !main.HasFixed && main.Ties.All(other => !other.IsEarlier));
}
