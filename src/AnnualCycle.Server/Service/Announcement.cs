using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Server.Service;

/// <summary>What the service says when it has opened: its address, the years and the public feeds.</summary>
internal static class Announcement
{
    /// <param name="listening">Where it listens; the public address is shown instead where one is set.</param>
    public static async Task WriteAsync(
        Installation installation, IEnumerable<string> listening, TextWriter output, CancellationToken cancel)
    {
        var address = installation.Options.PublicAddress?.ToString().TrimEnd('/') ?? listening.First();
        await using var context = installation.Database.Open();
        var plans = await new PlanBook(context).AllInForceAsync(cancel);
        output.WriteLine($"Årshjulet finns på {address}");
        foreach (var line in Years(plans).Concat(Feeds(plans, address)))
        {
            output.WriteLine(line);
        }

        await output.FlushAsync(cancel);
    }

    private static IEnumerable<string> Years(IReadOnlyList<PlanRevision> plans) => plans
        .GroupBy(plan => plan.Year).OrderBy(year => year.Key).Select(year =>
            $"{year.Key}: {year.Sum(plan => plan.Plan.Meetings.Count(meeting => !meeting.IsCancelled))} möten i "
            + $"{year.Count()} samverkan, {State(year)}");

    private static string State(IEnumerable<PlanRevision> year)
    {
        var adopted = year.Where(plan => plan.State == PlanState.Adopted).Select(plan => plan.Collaboration).ToList();
        return adopted.Count == 0 ? "föreslagna"
            : adopted.Count == year.Count() ? "fastställda" : $"fastställda för {string.Join(", ", adopted)}";
    }

    private static IEnumerable<string> Feeds(IReadOnlyList<PlanRevision> plans, string address)
    {
        yield return "Kalendrar att prenumerera på:";
        var latest = plans.GroupBy(plan => plan.Collaboration).Select(same => same.MaxBy(plan => plan.Year)!.Plan);
        foreach (var plan in latest.Where(plan => plan.Collaborations.All(collaboration => collaboration.Public)))
        {
            foreach (var (id, name) in plan.Collaborations.Select(one => (one.Id, one.Name))
                .Concat(plan.Groups.Where(group => group.HasFeed).Select(one => (one.Id, "  " + one.Name))))
            {
                yield return $"  {name,-52} {address}/feeds/{id}.ics";
            }
        }
    }
}
