using AnnualCycle.Planning;
using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Horizon;

/// <summary>A collaboration's year that was planned, or planned again: it waits as a draft.</summary>
/// <param name="Reason">What changed and why, for people.</param>
public sealed record DraftedYear(string Collaboration, int Year, string Reason);

/// <summary>
/// Keeps the years ahead planned: one that has no plan, or whose charter, calendar or people changed, gets a draft that
/// says what changed and why. What is in force is never touched, but at the very first start, which proposes its plans.
/// </summary>
public sealed class HorizonKeeper(Database database, Publisher publisher, HorizonYears years)
{
    private const int Tries = 5;

    /// <summary>
    /// Plans what is due; the same call again finds nothing to do. Null when people changed something again and again
    /// while it planned: it is still to be done.
    /// </summary>
    public async Task<IReadOnlyList<DraftedYear>?> KeepAsync(
        NetworkInput input, string who, Instant now, CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await TryAsync(input, who, now, cancel) is { } drafted)
            {
                return drafted;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<DraftedYear>?> TryAsync(
        NetworkInput input, string who, Instant now, CancellationToken cancel)
    {
        var today = SwedishTime.DayOf(now);
        var first = await IsFirstAsync(cancel);
        var planned = new List<YearDrafts>();
        foreach (var year in years.On(today, await PlannedYearsAsync(cancel)))
        {
            planned.Add(await DraftsOfAsync(input, year, today, null, cancel));
        }

        return planned.All(year => year.IsEmpty) ? []
            : await database.ChangeAsync(
                context => WriteAsync(context, planned, new Change(who, now, first), cancel), cancel);
    }

    /// <summary>
    /// Plans a year because somebody asks for it, whatever the season: the whole network's, of which one collaboration's
    /// part is kept. Null when somebody changed something meanwhile.
    /// </summary>
    public async Task<IReadOnlyList<DraftedYear>?> PlanAsync(
        NetworkInput input, string collaboration, int year, string who, Instant now, CancellationToken cancel)
    {
        var planned = await DraftsOfAsync(input, year, SwedishTime.DayOf(now), collaboration, cancel);
        return await database.ChangeAsync(
            context => WriteAsync(context, [planned], new Change(who, now, false), cancel), cancel);
    }

    private async Task<bool> IsFirstAsync(CancellationToken cancel)
    {
        await using var context = database.Open();
        return !await context.Plans.AnyAsync(plan => plan.Number != null, cancel);
    }

    private async Task<IReadOnlyCollection<int>> PlannedYearsAsync(CancellationToken cancel)
    {
        await using var context = database.Open();
        return await context.Plans.Where(plan => plan.State != PlanState.Discarded)
            .Select(plan => plan.Year).Distinct().ToListAsync(cancel);
    }

    // Planning takes seconds; nobody is kept waiting for the database meanwhile.
    private async Task<YearDrafts> DraftsOfAsync(
        NetworkInput input, int year, LocalDate today, string? only, CancellationToken cancel)
    {
        await using var context = database.Open();
        var written = await new PlanBook(context).LastEntryAsync(cancel);
        var working = await new PlanBook(context).WorkingAsync(year, cancel);
        // What somebody threw away is drafted again only when asked for, or when something new has happened.
        var rejected = await context.Plans.AsNoTracking()
            .Where(plan => plan.Year == year && plan.State == PlanState.Discarded && only == null).ToListAsync(cancel);
        var drafts = new YearDrafts(year, written, input, working, rejected) { Only = only };
        return drafts.IsEmpty ? drafts : drafts.With(Planned(input.Year(year, today), working));
    }

    private static Plan Planned(Planning.Demands.YearInput input, IReadOnlyList<PlanRevision> working)
    {
        var budget = new SolveBudget { UntilProven = true };
        return working.Count == 0
            ? YearPlanner.Plan(input, budget).Plan
            : YearPlanner.Replan(input, Plan.Merge([.. working.Select(plan => plan.Plan)]), budget).Plan;
    }

    private async Task<IReadOnlyList<DraftedYear>?> WriteAsync(
        AnnualCycleContext context, IReadOnlyList<YearDrafts> planned, Change change, CancellationToken cancel)
    {
        // Somebody changed something while this was planned: what was planned may be stale.
        var last = await new PlanBook(context).LastEntryAsync(cancel);
        if (planned.Any(year => year.LastEntry != last))
        {
            return null;
        }

        var at = await Database.NotBeforeAsync(context, change.Now, cancel);
        var drafted = new List<DraftedYear>();
        foreach (var year in planned.Where(year => !year.IsEmpty))
        {
            drafted.AddRange(await year.WriteAsync(context, change.Who, at, cancel));
        }

        await context.SaveChangesAsync(cancel);
        if (change.First)
        {
            var orders = drafted.Select(draft =>
                new PublishOrder(draft.Collaboration, draft.Year, PlanState.Proposed, change.Who, "propose"));
            await publisher.PublishAsync(context, [.. orders], change.Now, cancel);
        }

        return drafted;
    }

    private sealed record Change(string Who, Instant Now, bool First);
}
