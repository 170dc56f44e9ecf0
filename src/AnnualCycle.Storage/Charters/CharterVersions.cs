using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Charters;

/// <summary>The versions of the collaborations' charters: one in force for each, and at most one waiting.</summary>
public sealed class CharterVersions(AnnualCycleContext context, Instant at, string who)
{
    public Task<CharterVersion?> InForceAsync(string collaboration, CancellationToken cancel) =>
        InStateAsync(collaboration, CharterState.InForce, cancel);

    public Task<CharterVersion?> DraftAsync(string collaboration, CancellationToken cancel) =>
        InStateAsync(collaboration, CharterState.Draft, cancel);

    /// <summary>
    /// A new version: in force, or waiting as a draft when it has a difference that somebody must look at.
    /// </summary>
    public async Task<CharterVersion> AddAsync(
        string collaboration, string content, CharterOrigin origin, string? difference, CancellationToken cancel)
    {
        var state = difference is null ? CharterState.InForce : CharterState.Draft;
        await ReplaceAsync(collaboration, state, cancel);
        var last = await context.Charters.Where(version => version.Collaboration == collaboration)
            .MaxAsync(version => (int?)version.Number, cancel);
        return context.Charters.Add(new CharterVersion
        {
            Collaboration = collaboration, Number = (last ?? 0) + 1, Origin = origin, State = state, Content = content,
            Difference = difference, Created = at, CreatedBy = who,
        }).Entity;
    }

    /// <summary>The waiting version comes into force, or is thrown away.</summary>
    public async Task DecideAsync(CharterVersion draft, CharterState state, CancellationToken cancel)
    {
        if (state == CharterState.InForce)
        {
            await ReplaceAsync(draft.Collaboration, state, cancel);
        }

        draft.State = state;
    }

    /// <summary>The waiting version, if there is one, no longer waits; it is kept.</summary>
    public Task WithdrawDraftAsync(string collaboration, CancellationToken cancel) =>
        ReplaceAsync(collaboration, CharterState.Draft, cancel);

    // Saved at once, as only one version may be in the state and the engine sees the rows one by one.
    private async Task ReplaceAsync(string collaboration, CharterState state, CancellationToken cancel)
    {
        if (await InStateAsync(collaboration, state, cancel) is { } earlier)
        {
            earlier.State = CharterState.Superseded;
            await context.SaveChangesAsync(cancel);
        }
    }

    private Task<CharterVersion?> InStateAsync(string collaboration, CharterState state, CancellationToken cancel) =>
        context.Charters.SingleOrDefaultAsync(
            version => version.Collaboration == collaboration && version.State == state, cancel);
}
