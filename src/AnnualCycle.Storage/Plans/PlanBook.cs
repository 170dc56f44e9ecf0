using AnnualCycle.Plans;
using AnnualCycle.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Plans;

/// <summary>The collaborations' plans: for each year one in force and at most one draft.</summary>
public sealed class PlanBook(AnnualCycleContext context)
{
    /// <summary>What people outside see; null before the year was proposed.</summary>
    public Task<PlanRevision?> InForceAsync(string collaboration, int year, CancellationToken cancel) =>
        context.Plans.SingleOrDefaultAsync(plan => plan.Collaboration == collaboration && plan.Year == year
            && (plan.State == PlanState.Proposed || plan.State == PlanState.Adopted), cancel);

    public Task<PlanRevision?> DraftAsync(string collaboration, int year, CancellationToken cancel) =>
        context.Plans.SingleOrDefaultAsync(plan => plan.Collaboration == collaboration && plan.Year == year
            && plan.State == PlanState.Draft, cancel);

    /// <summary>Id of the last line of the audit log: another one means that something was changed.</summary>
    /// <param name="collaboration">Whose lines count; null for all.</param>
    public async Task<long> LastEntryAsync(CancellationToken cancel, string? collaboration = null) =>
        await context.Audit.Where(entry => collaboration == null || entry.Collaboration == collaboration)
            .MaxAsync(entry => (long?)entry.Id, cancel) ?? 0;

    /// <summary>Every plan in force, in the order of collaboration and year.</summary>
    public async Task<IReadOnlyList<PlanRevision>> AllInForceAsync(CancellationToken cancel) =>
        await context.Plans.Where(plan => plan.State == PlanState.Proposed || plan.State == PlanState.Adopted)
            .OrderBy(plan => plan.Collaboration).ThenBy(plan => plan.Year).ToListAsync(cancel);

    /// <summary>The year as people inside work on it: the draft where there is one, else what is in force.</summary>
    public async Task<IReadOnlyList<PlanRevision>> WorkingAsync(int year, CancellationToken cancel)
    {
        var living = await context.Plans.Where(plan => plan.Year == year && (plan.State == PlanState.Draft
            || plan.State == PlanState.Proposed || plan.State == PlanState.Adopted)).ToListAsync(cancel);
        return [.. living.GroupBy(plan => plan.Collaboration).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.OrderBy(plan => plan.State == PlanState.Draft ? 0 : 1).First())];
    }

    /// <summary>Notes that a plan, looked at again with these inputs, is as it should be.</summary>
    public async Task SeenAsync(PlanRevision plan, PlanInputs inputs, CancellationToken cancel)
    {
        var stored = await context.Plans.SingleAsync(row => row.Id == plan.Id, cancel);
        stored.Inputs = inputs;
    }

    /// <summary>Writes the draft, over the one that is there.</summary>
    public async Task<PlanRevision> SaveDraftAsync(PlanDraftText text, Plan plan, Instant at, CancellationToken cancel)
    {
        var draft = await DraftAsync(text.Collaboration, plan.Year, cancel);
        if (draft is null)
        {
            draft = context.Plans.Add(new PlanRevision
            {
                Collaboration = text.Collaboration, Year = plan.Year, State = PlanState.Draft, Plan = plan,
                Reason = text.Reason, Inputs = text.Inputs, Created = at, CreatedBy = text.Who,
            }).Entity;
        }

        (draft.Plan, draft.Reason, draft.Inputs) = (plan, text.Reason, text.Inputs);
        context.Audit.Add(new AuditEntry
        {
            At = at, Who = text.Who, Action = text.Action, Collaboration = text.Collaboration,
            Subject = text.Subject ?? $"{plan.Year}", Text = text.Entry ?? text.Reason,
        });
        return draft;
    }
}

/// <summary>What is said of a draft when it is written.</summary>
/// <param name="Action">The command or job that wrote it.</param>
/// <param name="Reason">What changed and why, for people.</param>
/// <param name="Subject">What it was done to; the year when null.</param>
public sealed record PlanDraftText(
    string Collaboration, string Action, string Who, string Reason, PlanInputs Inputs, string? Subject = null)
{
    /// <summary>What is new in it, for the audit log; all of the reason when null.</summary>
    public string? Entry { get; init; }
}
