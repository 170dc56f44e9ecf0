using System.CommandLine;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary><c>annualcycle plans</c>: every collaboration's years, where they stand, and what waits as a draft.</summary>
internal static class PlansCommand
{
    public static Command Create(TimeProvider time) => new OpenDatabase(time).Serve(
        new Command("plans", "Visar planerna: vilka år, i vilket läge, och vilka utkast som väntar"), RunAsync);

    private static async Task<int> RunAsync(ParseResult result, Opened opened, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var plans = await context.Plans.AsNoTracking()
            .Where(plan => plan.State != PlanState.Superseded && plan.State != PlanState.Discarded)
            .OrderBy(plan => plan.Collaboration).ThenBy(plan => plan.Year)
            .ThenBy(plan => plan.State == PlanState.Draft)
            .ToListAsync(cancel);
        foreach (var line in plans.SelectMany(Lines))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    private static IEnumerable<string> Lines(PlanRevision plan)
    {
        var meetings = plan.Plan.Meetings.Count(meeting => !meeting.IsCancelled);
        var number = plan.Number is { } revision ? $"revision {revision}" : "";
        yield return $"{plan.Collaboration,-18} {plan.Year}  {PlanWords.Of(plan.State),-12} {number,-12} {meetings,3} {(meetings == 1 ? "möte" : "möten")}"
            .TrimEnd();
        foreach (var reason in plan.State == PlanState.Draft ? plan.Reason.Split('\n') : [])
        {
            yield return $"    {reason}";
        }
    }
}
