using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Network;

/// <summary>Gives the service its identity at the first start, and the same one ever after.</summary>
public static class Identities
{
    /// <param name="uidHost">Used at the first start only.</param>
    /// <returns>The identity; its key's print may be another than the one given.</returns>
    public static async Task<ServiceIdentity> EnsureAsync(
        AnnualCycleContext context, string uidHost, string feedKeyHash, Instant now, CancellationToken cancel) =>
        await context.Identity.SingleOrDefaultAsync(cancel)
        ?? context.Identity.Add(new ServiceIdentity
        {
            UidHost = uidHost, FeedKeyHash = feedKeyHash, Created = now,
        }).Entity;
}
