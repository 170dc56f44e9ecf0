using AnnualCycle.Planning;

namespace AnnualCycle.Tests.Planning;

/// <summary>Tries every plan there is, for problems so small that it can be done.</summary>
internal static class EveryPlan
{
    /// <summary>The least 50,000 × left out + points of all plans that break nothing.</summary>
    public static int Best(PlanningProblem problem)
    {
        var all = problem.Chains.SelectMany((chain, c) =>
            chain.Occurrences.Select((o, i) => (c, i, Slots: Choices(problem, chain, o)))).ToList();
        var plan = problem.Chains.Select(chain => new Slot?[chain.Occurrences.Count]).ToArray();
        var best = int.MaxValue;
        void Try(int next)
        {
            if (next < all.Count)
            {
                foreach (var slot in all[next].Slots)
                {
                    plan[all[next].c][all[next].i] = slot;
                    Try(next + 1);
                }
                return;
            }
            var (hard, medium, soft) = SecondScorer.Score(problem, plan);
            if (hard == 0)
                best = Math.Min(best, 50_000 * medium + soft);
        }
        Try(0);
        return best;
    }

    private static List<Slot?> Choices(PlanningProblem problem, Chain chain, Occurrence o)
    {
        if (o.Pin is { } pin)
            return [pin];
        var days = Enumerable.Range(o.From, o.To - o.From + 1).Where(problem.Calendars[chain.Calendar].IsOpen);
        return [null, .. days.SelectMany(day => chain.Starts.Select(start => (Slot?)new Slot(day, start.Start)))];
    }
}
