namespace AnnualCycle.Planning;

/// <summary>
/// Plans a year: every chain exactly while the others stand, then several at a time, as long as the budget lasts.
/// </summary>
public static class Planner
{
    /// <summary>
    /// The best plan found. The same problem, seed and steps give the same plan; demanded meetings that cannot be
    /// placed are left out and counted, and <see cref="Obstacles"/> says what stands in their way.
    /// </summary>
    public static Solution Solve(PlanningProblem problem, SolveBudget budget)
    {
        var network = new Network(problem);
        var bench = new Workbench(network);
        var draft = bench.Construct();
        bench.Settle(draft, bench.Movable);
        var bound = budget.Bound ? LowerBound.Of(network) : (long?)null;
        var search = new RuinAndRecreate(bench, draft, budget.Seed);
        var cut = Search(search, bench, budget, budget.UntilProven ? bound : null);
        var best = search.Best();
        bench.Settle(best, bench.Movable);
        return Finish(problem, best, bound) with { Steps = search.Steps, Cut = cut };
    }

    /// <summary>
    /// Rounds that suit the problem's size when nobody says how many: a second or two on a laptop up to 120 meetings,
    /// where a round costs as much more as there are more meetings; beyond that as many more rounds.
    /// </summary>
    public static long DefaultSteps(PlanningProblem problem)
    {
        var meetings = problem.Chains.Sum(chain => chain.Occurrences.Count);
        return meetings <= 120 ? Math.Min(8_000, 300_000 / Math.Max(1, meetings))
            : Math.Clamp(10L * meetings, 2_500, 20_000);
    }

    /// <returns>Whether it was stopped early.</returns>
    private static bool Search(RuinAndRecreate search, Workbench bench, SolveBudget budget, long? enough)
    {
        var steps = budget.Steps ?? (budget.Stop is null ? DefaultSteps(bench.Network.Problem) : long.MaxValue);
        if (bench.Movable.Length == 0)
            return false;
        while (search.Steps < steps && search.BestTotal > (enough ?? long.MinValue))
        {
            if (budget.Stop?.Invoke() == true)
                return budget.Steps is not null;
            search.Step();
        }
        return false;
    }

    private static Solution Finish(PlanningProblem problem, Draft draft, long? bound)
    {
        var slots = draft.Slots();
        var sheet = ScoreSheet.Of(problem, slots);
        var lower = bound is { } points ? (int)Math.Max(0, points - (long)problem.Weights.Medium * sheet.Unplaced)
            : (int?)null;
        return new(problem.Name, slots, sheet.Score, lower, sheet.Score.Soft - lower, 0, false, sheet.Usual);
    }
}
