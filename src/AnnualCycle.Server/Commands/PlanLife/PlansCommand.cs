using System.CommandLine;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary><c>annualcycle plans</c>: every collaboration's years, where they stand, and what waits as a draft.</summary>
internal static class PlansCommand
{
    public static Command Create(TimeProvider time)
    {
        var meetings = new Option<bool>("--meetings") { Description = "Visa också mötena med deras id" };
        return new OpenDatabase(time).Serve(
            new Command("plans", "Visar planerna: vilka år, i vilket läge, och vilka utkast som väntar") { meetings },
            (result, opened, cancel) => RunAsync(opened, result.GetValue(meetings), cancel));
    }

    private static async Task<int> RunAsync(Opened opened, bool meetings, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var plans = await context.Plans.AsNoTracking()
            .Where(plan => plan.State != PlanState.Superseded && plan.State != PlanState.Discarded)
            .OrderBy(plan => plan.Collaboration).ThenBy(plan => plan.Year)
            .ThenBy(plan => plan.State == PlanState.Draft)
            .ToListAsync(cancel);
        foreach (var line in plans.SelectMany(plan => Lines(plan).Concat(meetings ? Meetings(plan) : [])))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    private static IEnumerable<string> Meetings(PlanRevision plan) => plan.Plan.Meetings.Select(meeting =>
        $"    {meeting.Date:uuuu-MM-dd} {meeting.Start:HH:mm}  {meeting.Id}"
        + (meeting.IsCancelled ? "  inställt" : meeting.Locked ? "  låst" : ""));

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
