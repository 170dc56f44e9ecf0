using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Server.Feeds;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>
/// Keeps what is shown as the database has it: every publication, by this process, a command or another node, reaches
/// feeds and pages a moment later.
/// </summary>
public sealed class Shopwindow(Database database, FeedShelf shelf, YearsInForce years)
{
    private long _feeds = -1;
    private long _entries = -1;
    private NetworkInput? _input;
    private NetworkInput? _shown;

    /// <summary>What pages take calendars and charters from, from the next look on.</summary>
    public void Use(NetworkInput input) => _input = input;

    /// <summary>Looks for what is new; without anything new it costs two small questions.</summary>
    public async Task LookAsync(Instant now, CancellationToken cancel)
    {
        await using var context = database.Open();
        await StockAsync(context, cancel);
        var entries = await context.Audit.MaxAsync(entry => (long?)entry.Id, cancel) ?? 0;
        if (_input is { } input && (entries != _entries || input != _shown))
        {
            years.Use(await YearsAsync(context, input, now, cancel));
            (_entries, _shown) = (entries, input);
        }
    }

    private async Task StockAsync(AnnualCycleContext context, CancellationToken cancel)
    {
        var known = _feeds;
        var live = await context.Feeds.Where(feed => feed.Version > known)
            .Select(feed => new { feed.Id, feed.IsPublic, feed.TokenHash, feed.ETag, feed.LastModified, feed.Version })
            .ToListAsync(cancel);
        var revoked = await context.RevokedTokens.Where(token => token.Version > known).ToListAsync(cancel);
        if (live.Count > 0 || revoked.Count > 0 || known < 0)
        {
            shelf.Use(live.Select(feed => FeedChange.Live(feed.Id,
                    feed.IsPublic ? FeedAddress.Public($"/feeds/{feed.Id}.ics") : Private(feed.TokenHash!),
                    feed.Version, feed.ETag, feed.LastModified))
                .Concat(revoked.Select(token => FeedChange.Gone(token.Feed, Private(token.TokenHash), token.Version))));
            _feeds = live.Select(feed => feed.Version).Concat(revoked.Select(token => token.Version))
                .Append(Math.Max(known, 0)).Max();
        }
    }

    private static FeedAddress Private(string tokenHash) => FeedAddress.OfTokenHash(Convert.FromHexString(tokenHash));

    private static async Task<IReadOnlyList<PublishedYear>> YearsAsync(
        AnnualCycleContext context, NetworkInput input, Instant now, CancellationToken cancel)
    {
        var plans = await new PlanBook(context).AllInForceAsync(cancel);
        return [.. plans.GroupBy(plan => plan.Year).Select(year => new PublishedYear(
            Plan.Merge([.. year.Select(plan => plan.Plan)]),
            input.Year(year.Key, SwedishTime.DayOf(now)),
            year.Max(plan => plan.Published!.Value)))];
    }
}
