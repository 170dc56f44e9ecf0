namespace AnnualCycle.Planning;

/// <summary>A plan's whole account: every rule it breaks and every point it pays, meeting by meeting.</summary>
/// <param name="Unplaced">Demanded meetings left out.</param>
/// <param name="Charges">They add up to the soft score exactly.</param>
/// <param name="Usual">By chain: the weekday and start that most suits its meetings, or that was given; null without a
/// habit.</param>
public sealed record ScoreSheet(
    IReadOnlyList<HardBreak> Breaks,
    int Unplaced,
    IReadOnlyList<Charge> Charges,
    IReadOnlyList<UsualSlot?> Usual)
{
    public Score Score => new(Breaks.Count, Unplaced, Charges.Sum(charge => charge.Cost));

    /// <summary>Soft points by term, in order of name; terms without cost are left out.</summary>
    public IReadOnlyDictionary<string, int> ByTerm() =>
        new SortedDictionary<string, int>(
            Charges.GroupBy(charge => charge.Term)
                .ToDictionary(term => term.Key, term => term.Sum(charge => charge.Cost)),
            StringComparer.Ordinal);

    /// <summary>What this meeting pays for and what others pay on its account.</summary>
    public IEnumerable<Charge> Touching(OccurrenceAt meeting) =>
        Charges.Where(charge => charge.At == meeting || charge.With == meeting);

    /// <summary>The account of any slots for the problem, by whomever they were chosen.</summary>
    /// <exception cref="ArgumentException">The slots have another shape than the problem's chains.</exception>
    public static ScoreSheet Of(PlanningProblem problem, IReadOnlyList<IReadOnlyList<Slot?>> slots)
    {
        RequireShape(problem, slots);
        var count = new ScoreCount(problem, slots);
        for (var chain = 0; chain < problem.Chains.Count; chain++)
            count.AddChain(chain);
        foreach (var link in problem.Links)
            count.AddLink(link);
        foreach (var (resource, chains) in ChainsByResource(problem))
            count.AddResource(resource, chains);
        return count.Sheet();
    }

    /// <summary>
    /// The part of the account that can change when the chain's meetings move; compared with another, not shown.
    /// </summary>
    internal static ScoreSheet Around(
        PlanningProblem problem,
        IReadOnlyList<IReadOnlyList<Slot?>> slots,
        int chain,
        IReadOnlyDictionary<int, int[]> chainsByResource)
    {
        var count = new ScoreCount(problem, slots);
        count.AddChain(chain);
        foreach (var link in problem.Links.Where(link => link.Earlier.Chain == chain || link.Later.Chain == chain))
            count.AddLink(link);
        foreach (var resource in problem.Chains[chain].Resources)
            count.AddResource(resource, chainsByResource[resource]);
        return count.Sheet();
    }

    /// <summary>Who must be at which chains, in order of resource; resources without a meeting are left out.</summary>
    internal static IReadOnlyDictionary<int, int[]> ChainsByResource(PlanningProblem problem) =>
        new SortedDictionary<int, int[]>(problem.Chains
            .SelectMany((chain, index) => chain.Resources.Select(resource => (resource, index)))
            .GroupBy(pair => pair.resource, pair => pair.index)
            .ToDictionary(chains => chains.Key, chains => chains.ToArray()));

    private static void RequireShape(PlanningProblem problem, IReadOnlyList<IReadOnlyList<Slot?>> slots)
    {
        if (slots.Count != problem.Chains.Count
            || slots.Where((row, c) => row.Count != problem.Chains[c].Occurrences.Count).Any())
            throw new ArgumentException("The slots have another shape than the problem's chains.", nameof(slots));
    }
}
