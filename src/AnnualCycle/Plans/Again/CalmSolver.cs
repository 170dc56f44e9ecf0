using AnnualCycle.Planning;

namespace AnnualCycle.Plans.Again;

/// <summary>
/// Solves a year that people already have: when the search moves meetings, a plan in which everything that can stay
/// stays is held against it, and wins unless moving is strictly better.
/// </summary>
internal static class CalmSolver
{
    public static Solution Solve(PlanningProblem problem, Func<PlanningProblem, Solution> solve)
    {
        var free = solve(problem);
        if (!Moves(problem, free))
        {
            return free;
        }

        var calm = solve(Stay(problem));
        var score = ScoreSheet.Of(problem, calm.Slots).Score;
        return Key(score).CompareTo(Key(free.Score)) > 0 ? free
            : free with { Slots = calm.Slots, Score = score, Gap = score.Soft - free.LowerBound, Usual = calm.Usual };
    }

    private static (int, int, int) Key(Score score) => (score.Hard, score.Unplaced, score.Soft);

    private static bool Moves(PlanningProblem problem, Solution solution) => problem.Chains
        .Select((chain, index) => (chain, slots: solution.Slots[index]))
        .Any(pair => pair.chain.Occurrences.Zip(pair.slots)
            .Any(held => held.First is { Fixed: null, Published: { } published } && held.Second != published));

    private static PlanningProblem Stay(PlanningProblem problem) => problem with
    {
        Chains = [.. problem.Chains.Select(chain => chain with
        {
            Occurrences = [.. chain.Occurrences.Select(own => CanStay(problem, chain, own)
                ? own with { Pin = own.Published }
                : own)],
        })],
    };

    private static bool CanStay(PlanningProblem problem, Chain chain, Occurrence own) =>
        own is { Fixed: null, Published: { } slot }
        && slot.Day >= own.From && slot.Day <= own.To
        && problem.Calendars[chain.Calendar].IsOpen(slot.Day)
        && chain.Starts.Any(start => start.Start == slot.Start)
        && !chain.Resources.Any(resource => problem.Resources[resource].Busy.Any(busy =>
            busy.Day == slot.Day && slot.Start < busy.To && busy.From < slot.Start + chain.Duration));
}
