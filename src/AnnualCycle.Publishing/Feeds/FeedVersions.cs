using AnnualCycle.Storage;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>The one row of numbers in which every change of a feed or of an address has its place.</summary>
internal static class FeedVersions
{
    /// <summary>The last number given; 0 before the first.</summary>
    public static async Task<long> LastAsync(AnnualCycleContext context, CancellationToken cancel) => Math.Max(
        await context.Feeds.MaxAsync(feed => (long?)feed.Version, cancel) ?? 0,
        await context.RevokedTokens.MaxAsync(token => (long?)token.Version, cancel) ?? 0);
}
