namespace AnnualCycle.Planning;

/// <summary>A problem laid out for the search: its chains as series, and who meets whom.</summary>
internal sealed class Network
{
    public Network(PlanningProblem problem)
    {
        Problem = problem;
        Links = [.. problem.Links];
        WeekOfDay = [.. Enumerable.Range(0, problem.Days).Select(problem.WeekOf)];
        Series = [.. Enumerable.Range(0, problem.Chains.Count).Select(c => new Series(problem, c))];
        Weeks = problem.WeekOf(problem.Days - 1) + 1;
        ChainsOf = [.. Enumerable.Repeat<int[]>([], problem.Resources.Count)];
        foreach (var (resource, chains) in ScoreSheet.ChainsByResource(problem))
            ChainsOf[resource] = chains;
        for (var l = 0; l < Links.Length; l++)
            Tie(l, Links[l]);
        foreach (var series in Series)
            series.Neighbours = [.. NeighboursOf(series).Where(c => c != series.Index).Distinct().Order()];
    }

    public PlanningProblem Problem { get; }

    public Series[] Series { get; }

    public int Weeks { get; }

    /// <summary>By day, as <see cref="PlanningProblem.WeekOf"/>.</summary>
    public int[] WeekOfDay { get; }

    public Link[] Links { get; }

    /// <summary>By resource: the chains it must be at.</summary>
    public int[][] ChainsOf { get; }

    /// <summary>
    /// Cost of a lead in days, <see cref="AnnualCycle.Planning.Series.Never"/> outside what the link allows.
    /// </summary>
    public int LeadCost(int link, int days)
    {
        var law = Links[link];
        return days < law.Min || days > law.Max ? Planning.Series.Never : law.Weight * Math.Abs(days - law.Ideal);
    }

    private void Tie(int l, Link link)
    {
        var (a, b) = (link.Earlier, link.Later);
        Series[a.Chain].Ties.Add(new(a.Occurrence, l, true, b.Chain, b.Occurrence));
        Series[b.Chain].Ties.Add(new(b.Occurrence, l, false, a.Chain, a.Occurrence));
    }

    private IEnumerable<int> NeighboursOf(Series series) =>
        series.Chain.Resources.SelectMany(r => ChainsOf[r]).Concat(series.Ties.Select(tie => tie.OtherChain));
}
