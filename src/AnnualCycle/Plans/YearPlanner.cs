using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>Plans a year: charters in, meetings with dates and reasons out.</summary>
public static class YearPlanner
{
    /// <summary>The same input and budget give the same plan, byte for byte.</summary>
    /// <param name="budget">For each of the two rounds; a suitable one when its steps are left open.</param>
    public static PlannedYear Plan(YearInput input, SolveBudget budget)
    {
        var free = new YearCompiler(input).Compile();
        var year = Habits.Keep(free, Solve(free, budget with { Bound = false }).Usual);
        return new PlannedYear(Write(input, year, Solve(year, budget)), year);
    }

    private static Solution Solve(CompiledYear year, SolveBudget budget) =>
        Planner.Solve(year.Problem, budget with { Steps = budget.Steps ?? Planner.DefaultSteps(year.Problem) });

    private static Plan Write(YearInput input, CompiledYear year, Solution solution)
    {
        var draft = new PlanDraft(input, year, solution);
        var meetings = new MeetingWriter(draft).Write();
        var deadlines = new DeadlineWriter(input, meetings).Write();
        return new Plan(
            input.Year,
            new PlanScore(solution.Score.Hard, solution.Score.Unplaced,
                solution.Score.Soft, solution.LowerBound, solution.Gap),
            [.. input.Collaborations.Select(collaboration =>
                new PlannedCollaboration(collaboration.Id, collaboration.Name, collaboration.Public))],
            new OutcomeWriter(draft, meetings, deadlines).Write(),
            meetings,
            deadlines,
            new QuestionWriter(input, deadlines).Write());
    }
}

/// <summary>A year's plan with the problem that it solves.</summary>
public sealed record PlannedYear(Plan Plan, CompiledYear Year);
