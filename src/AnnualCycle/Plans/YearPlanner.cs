using AnnualCycle.Charters;
using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans.Again;

namespace AnnualCycle.Plans;

/// <summary>Plans a year: charters in, meetings with dates and reasons out.</summary>
public static class YearPlanner
{
    /// <summary>The same input and budget give the same plan, byte for byte.</summary>
    /// <param name="budget">For each of the two rounds; a suitable one when its steps are left open.</param>
    public static PlannedYear Plan(YearInput input, SolveBudget budget)
    {
        var free = new YearCompiler(input).Compile();
        var year = Habits.Keep(free, Solve(free.Problem, budget with { Bound = false }).Usual);
        return Write(new PlanDraft(input, year, Solve(year.Problem, budget)));
    }

    /// <summary>
    /// Plans the year again, calmly: meetings keep their ids and UIDs; what is locked, adopted, cancelled or past
    /// stays; the rest moves only when something forces it or makes it well worth while. The score counts moving too.
    /// </summary>
    /// <param name="previous">The plan that people have; of the whole network, see <c>Plan.Merge</c>.</param>
    /// <exception cref="ArgumentException">The plan is of another year.</exception>
    public static PlannedYear Replan(YearInput input, Plan previous, SolveBudget budget)
    {
        if (previous.Year != input.Year)
        {
            throw new ArgumentException($"The plan is of {previous.Year}, not of {input.Year}.", nameof(previous));
        }

        var compiler = new YearCompiler(input);
        var kept = KeptNetwork.Of(compiler.Network(), new PreviousPlan(previous, input),
            [.. input.Collaborations.SelectMany(collaboration => collaboration.Groups)]);
        var free = compiler.Compile(kept.Network);
        var year = Habits.Keep(free, KeptHabits.Of(free, () => Solve(free.Problem, budget with { Bound = false })));
        var solution = CalmSolver.Solve(year.Problem, problem => Solve(problem, budget));
        return Write(new PlanDraft(input, year, solution, kept));
    }

    private static Solution Solve(PlanningProblem problem, SolveBudget budget) =>
        Planner.Solve(problem, budget with { Steps = budget.Steps ?? Planner.DefaultSteps(problem) });

    private static PlannedYear Write(PlanDraft draft)
    {
        var (score, hindrances) = (draft.Solution.Score, new Hindrances(draft));
        var source = new PlanSource(
            new PlanScore(score.Hard, score.Unplaced, score.Soft, draft.Solution.LowerBound, draft.Solution.Gap),
            hindrances.Of, group => UsualOf(draft, group));
        var meetings = new MeetingWriter(draft).Write();
        return new PlannedYear(new PlanWriter(draft.Input, meetings, draft.Kept?.Previous.Plan).Write(source),
            draft.Year);
    }

    private static string? UsualOf(PlanDraft draft, Group group)
    {
        var series = draft.Year.Network.Series;
        var chain = Enumerable.Range(0, series.Count)
            .Where(index => series[index].Kind == SeriesKind.Ordinary && series[index].Owners[0].Id == group.Id)
            .Cast<int?>().FirstOrDefault();
        return chain is { } found ? UsualTexts.Of(draft.Year.Usual[found]) : null;
    }
}

/// <summary>A year's plan with the problem that it solves.</summary>
public sealed record PlannedYear(Plan Plan, CompiledYear Year);
