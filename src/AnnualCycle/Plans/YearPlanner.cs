using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>Plans a year: charters in, meetings with dates and reasons out.</summary>
public static class YearPlanner
{
    /// <summary>The same input and budget give the same plan, byte for byte.</summary>
    public static Plan Plan(YearInput input, SolveBudget budget)
    {
        var year = new YearCompiler(input).Compile();
        return Plan(input, year, Planner.Solve(year.Problem, budget));
    }

    /// <summary>The plan that a solution of an already compiled year stands for.</summary>
    public static Plan Plan(YearInput input, CompiledYear year, Solution solution)
    {
        var draft = new PlanDraft(input, year, solution);
        var meetings = new MeetingWriter(draft).Write();
        var deadlines = new DeadlineWriter(input, meetings).Write();
        return new Plan(
            input.Year,
            new PlanScore(solution.Score.Hard, solution.Score.Unplaced, solution.Score.Soft, solution.LowerBound, solution.Gap),
            [.. input.Collaborations.Select(collaboration => new PlannedCollaboration(collaboration.Id, collaboration.Name, collaboration.Public))],
            new OutcomeWriter(draft, meetings, deadlines).Write(),
            meetings,
            deadlines,
            new QuestionWriter(input, deadlines).Write());
    }
}
