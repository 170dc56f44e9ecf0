using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Publishing;

/// <summary>A collaboration's year as it stands when somebody wants to publish it.</summary>
/// <param name="InForce">What people see; null before the year was proposed.</param>
/// <param name="Draft">What waits to be published; null when nothing does.</param>
/// <param name="LookedAt">Id of the audit log's last line at that time.</param>
public sealed record Standing(
    string Collaboration, int Year, PlanRevision? InForce, PlanRevision? Draft, long LookedAt)
{
    public static async Task<Standing> ReadAsync(
        AnnualCycleContext context, string collaboration, int year, CancellationToken cancel)
    {
        var book = new PlanBook(context);
        var lookedAt = await book.LastEntryAsync(cancel, collaboration);
        return new Standing(collaboration, year, await book.InForceAsync(collaboration, year, cancel),
            await book.DraftAsync(collaboration, year, cancel), lookedAt);
    }

    /// <summary>Publishes the draft in the state that the year has: a first one is proposed.</summary>
    public PublishOrder Order(string who, string action) =>
        new(Collaboration, Year, InForce?.State ?? PlanState.Proposed, who, action) { LookedAt = LookedAt };
}
