using AnnualCycle.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.People;

/// <summary>
/// Takes a list of people into the database: who is new comes in, who has left the list ends, the past stays. What is
/// shown beforehand is what is done.
/// </summary>
public sealed class PeopleImport(AnnualCycleContext context, LocalDate today)
{
    /// <summary>What the list would change; nothing is written.</summary>
    /// <param name="scope">Ids of the collaborations that the list speaks for; null for all.</param>
    public async Task<PeopleChanges> PreviewAsync(
        IEnumerable<Membership> people, IReadOnlySet<string>? scope, CancellationToken cancel) =>
        PeopleChanges.Between((await StoredAsync(scope, cancel)).Keys, people, today);

    /// <returns>What the list changed; written when the caller's change is.</returns>
    public async Task<PeopleChanges> ImportAsync(
        IEnumerable<Membership> people, IReadOnlySet<string>? scope, CancellationToken cancel)
    {
        var stored = await StoredAsync(scope, cancel);
        var changes = PeopleChanges.Between(stored.Keys, people, today);
        foreach (var change in changes.All)
        {
            Make(change, change.Was is null ? null : stored[change.Was]);
        }

        return changes;
    }

    private void Make(PersonChange change, StoredMembership? row)
    {
        if (change.IsSame)
        {
            row!.Update(change.Is!);
            return;
        }

        if (row is not null)
        {
            End(row, change.LastDay);
        }

        if (change.Is is not null)
        {
            context.Memberships.Add(StoredMembership.Of(change.Is));
        }
    }

    private void End(StoredMembership row, LocalDate? lastDay)
    {
        if (lastDay is null)
        {
            context.Memberships.Remove(row);
        }
        else
        {
            row.To = lastDay;
        }
    }

    // The changes refer to these very objects, so that each finds its row.
    private async Task<Dictionary<Membership, StoredMembership>> StoredAsync(
        IReadOnlySet<string>? scope, CancellationToken cancel) =>
        (await context.Memberships.OrderBy(row => row.Id).ToListAsync(cancel))
            .Where(row => scope is null || scope.Contains(row.Collaboration))
            .ToDictionary(row => row.Membership, (IEqualityComparer<Membership>)ReferenceEqualityComparer.Instance);
}
