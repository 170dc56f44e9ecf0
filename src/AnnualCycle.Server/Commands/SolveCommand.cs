using System.CommandLine;
using AnnualCycle.Planning;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle solve</c>: the planner alone, on a problem file.</summary>
public static class SolveCommand
{
    /// <param name="time">Counts the seconds of <c>--time-limit</c>.</param>
    public static Command Create(TimeProvider time)
    {
        var problem = new Argument<FileInfo>("PROBLEM.json") { Description = "Planeringsproblemet" };
        var solution = new Option<FileInfo>("--solution") { Description = "Filen som planen skrivs till", Required = true };
        var seed = new Option<int>("--seed") { Description = "Slumpens början", DefaultValueFactory = _ => 1 };
        var steps = new Option<long?>("--steps") { Description = "Antal sökrundor, exakt" };
        var limit = new Option<double?>("--time-limit") { Description = "Sekunder att söka" };
        var threads = new Option<int>("--threads") { Description = "Antal trådar; planen blir densamma", DefaultValueFactory = _ => 1 };
        var noBound = new Option<bool>("--no-bound") { Description = "Räkna inte ut hur långt planen är från den bästa" };
        var command = new Command("solve", "Löser ett planeringsproblem") { problem, solution, seed, steps, limit, threads, noBound };
        command.SetAction((result, cancelled) => Task.FromResult(Run(
            result.GetRequiredValue(problem), result.GetRequiredValue(solution), new SolveBudget
            {
                Seed = result.GetValue(seed),
                Steps = result.GetValue(steps),
                UntilProven = result.GetValue(steps) is null,
                Bound = !result.GetValue(noBound),
            }, result.GetValue(limit) is { } seconds ? Deadline(time, seconds) : null, cancelled)));
        return command;
    }

    private static Func<bool> Deadline(TimeProvider time, double seconds)
    {
        var began = time.GetTimestamp();
        return () => time.GetElapsedTime(began).TotalSeconds >= seconds;
    }

    private static int Run(FileInfo input, FileInfo output, SolveBudget budget, Func<bool>? isLate, CancellationToken cancelled)
    {
        if (Read(input) is not { } problem)
            return 1;
        var solution = Planner.Solve(problem, budget with
        {
            Steps = budget.Steps ?? (isLate is null ? Planner.DefaultSteps(problem) : null),
            Stop = () => cancelled.IsCancellationRequested || isLate?.Invoke() == true,
        });
        File.WriteAllBytes(output.FullName, SolutionFile.Write(solution));
        using var standardOutput = Console.OpenStandardOutput();
        standardOutput.Write(SolutionFile.WriteSummary(solution));
        return solution.Score is { Hard: 0, Unplaced: 0 } ? 0 : 2;
    }

    private static PlanningProblem? Read(FileInfo input)
    {
        if (!input.Exists)
        {
            Console.Error.WriteLine($"{input}: Filen finns inte");
            return null;
        }
        var (problem, mistakes) = ProblemFile.Read(input.ToString(), File.ReadAllBytes(input.FullName));
        foreach (var mistake in mistakes)
            Console.Error.WriteLine(mistake);
        return problem;
    }
}
