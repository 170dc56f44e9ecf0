using System.CommandLine;
using AnnualCycle.Planning;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle solve</c>: the planner alone, on a problem file.</summary>
public static class SolveCommand
{
    private const int MostShortages = 20;

    /// <param name="time">Counts the seconds of <c>--time-limit</c>.</param>
    public static Command Create(TimeProvider time)
    {
        var problem = new Argument<FileInfo>("PROBLEM.json") { Description = "Planeringsproblemet" };
        var solution = new Option<FileInfo>("--solution") { Description = "Filen planen skrivs till", Required = true };
        var seed = new Option<int>("--seed") { Description = "Slumpens början", DefaultValueFactory = _ => 1 };
        var steps = new Option<long?>("--steps") { Description = "Antal sökrundor, exakt" };
        var limit = new Option<double?>("--time-limit") { Description = "Sekunder att söka" };
        var threads = new Option<int>("--threads")
        {
            Description = "Antal trådar; planen blir densamma (ännu används en)", DefaultValueFactory = _ => 1,
        };
        var noBound =
            new Option<bool>("--no-bound") { Description = "Räkna inte ut hur långt planen är från den bästa" };
        RequireAtLeast(steps, 0);
        RequireAtLeast(limit, 0);
        RequireAtLeast(threads, 1);
        var command = new Command("solve", "Löser ett planeringsproblem")
        {
            problem, solution, seed, steps, limit, threads, noBound,
        };
        command.SetAction((result, cancelled) => Task.Run(
            () => Run(
                result.GetRequiredValue(problem),
                result.GetRequiredValue(solution),
                Budget(result.GetValue(seed), result.GetValue(steps), !result.GetValue(noBound)),
                StopAt(time, result.GetValue(limit), cancelled),
                hasLimit: result.GetValue(limit) is not null),
            CancellationToken.None));
        return command;
    }

    private static void RequireAtLeast<T>(Option<T> option, double least) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T>() is IConvertible number && number.ToDouble(null) < least)
            result.AddError($"{option.Name} ska vara minst {least}");
    });

    private static SolveBudget Budget(int seed, long? steps, bool bound) =>
        new() { Seed = seed, Steps = steps, Bound = bound, UntilProven = steps is null };

    /// <summary>True when the seconds are over or the user interrupts: then the best so far is written.</summary>
    private static Func<bool> StopAt(TimeProvider time, double? seconds, CancellationToken cancelled)
    {
        var began = time.GetTimestamp();
        return () => cancelled.IsCancellationRequested || time.GetElapsedTime(began).TotalSeconds >= seconds;
    }

    private static int Run(FileInfo input, FileInfo output, SolveBudget budget, Func<bool> stop, bool hasLimit)
    {
        if (Read(input) is not { } problem || !CanWrite(output))
            return 1;
        var steps = budget.Steps ?? (hasLimit ? null : Planner.DefaultSteps(problem));
        var solution = Planner.Solve(problem, budget with { Steps = steps, Stop = stop });
        File.WriteAllBytes(output.FullName, SolutionFile.Write(solution));
        using var standardOutput = Console.OpenStandardOutput();
        standardOutput.Write(SolutionFile.WriteSummary(solution));
        if (solution.Score is { Hard: 0, Unplaced: 0 })
            return 0;
        TellShortages(problem, solution);
        return 2;
    }

    private static PlanningProblem? Read(FileInfo input)
    {
        if (!input.Exists)
        {
            Console.Error.WriteLine(new Mistake(input.ToString(), 0, "Filen finns inte"));
            return null;
        }
        var (problem, mistakes) = ProblemFile.Read(input.ToString(), File.ReadAllBytes(input.FullName));
        foreach (var mistake in mistakes)
            Console.Error.WriteLine(mistake);
        return problem;
    }

    private static bool CanWrite(FileInfo output)
    {
        if (output.Directory is { Exists: true } && !Directory.Exists(output.FullName))
            return true;
        Console.Error.WriteLine(new Mistake(output.ToString(), 0, "Planen kan inte skrivas hit",
            "Ange en fil i en mapp som finns"));
        return false;
    }

    private static void TellShortages(PlanningProblem problem, Solution solution)
    {
        var obstacles = new Obstacles(problem, solution.Slots);
        foreach (var at in Unplaced(problem, solution).Take(MostShortages))
            Console.Error.WriteLine(
                $"Fick inte plats: {Name(problem, at)}. {Reason(problem, obstacles.For(at.Chain, at.Occurrence))}");
        foreach (var broken in ScoreSheet.Of(problem, solution.Slots).Breaks.Take(MostShortages))
            Console.Error.WriteLine($"Låst tid bryter en regel ({broken.Rule}): {Name(problem, broken.At)}");
    }

    private static IEnumerable<OccurrenceAt> Unplaced(PlanningProblem problem, Solution solution) =>
        from c in Enumerable.Range(0, problem.Chains.Count)
        from i in Enumerable.Range(0, problem.Chains[c].Occurrences.Count)
        where solution.Slots[c][i] is null && problem.Chains[c].Occurrences[i].SkipMedium > 0
        select new OccurrenceAt(c, i);

    private static string Reason(PlanningProblem problem, IReadOnlyList<Obstacle> obstacles) =>
        obstacles.Count == 0 ? "Inga dagar i tidsfönstret"
            : "I vägen: " + string.Join(", ", obstacles.Take(3).Select(obstacle => Text(problem, obstacle)));

    private static string Text(PlanningProblem problem, Obstacle obstacle) => obstacle.Kind switch
    {
        ObstacleKind.Closed => "stängda dagar",
        ObstacleKind.Busy => $"{Name(problem, obstacle.Resource)} är upptagen",
        ObstacleKind.Gap => $"för nära {Name(problem, obstacle.Other)}",
        ObstacleKind.Lead => $"fel avstånd till {Name(problem, obstacle.Other)}",
        _ => $"{Name(problem, obstacle.Resource)} är på {Name(problem, obstacle.Other)}",
    } + $" ({obstacle.Days.Count} dagar)";

    private static string Name(PlanningProblem problem, OccurrenceAt? at) =>
        at is { } meeting ? problem.Chains[meeting.Chain].Occurrences[meeting.Occurrence].Id : "";

    private static string Name(PlanningProblem problem, int? resource) =>
        resource is { } index ? problem.Resources[index].Id : "";
}
