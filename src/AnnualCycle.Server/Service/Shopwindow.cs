using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Server.Feeds;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Feeds;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
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
        await using (var connection = await database.ConnectAsync(cancel))
        {
            Stock(await FeedIndex.NewerAsync(connection, _feeds, cancel));
        }

        if (_input is { } input)
        {
            await DressAsync(input, now, cancel);
        }
    }

    private void Stock(IReadOnlyList<IndexedFeed> newer)
    {
        if (newer.Count > 0 || _feeds < 0)
        {
            shelf.Use(newer.Select(ChangeOf));
            _feeds = newer.Select(feed => feed.Version).Append(Math.Max(_feeds, 0)).Max();
        }
    }

    private async Task DressAsync(NetworkInput input, Instant now, CancellationToken cancel)
    {
        var entries = (long?)await database.AskAsync("select max(id) from audit_entry", cancel) ?? 0;
        if (entries != _entries || input != _shown)
        {
            await using var context = database.Open();
            years.Use(await YearsAsync(context, input, now, cancel));
            (_entries, _shown) = (entries, input);
        }
    }

    private static FeedChange ChangeOf(IndexedFeed feed)
    {
        var address = feed.TokenHash switch
        {
            null => FeedAddress.Public($"/feeds/{feed.Id}.ics"),
            ['/', ..] path => FeedAddress.Public(path),
            var hash => FeedAddress.OfTokenHash(Convert.FromHexString(hash)),
        };
        return feed.ETag is { } etag ? FeedChange.Live(feed.Id, address, feed.Version, etag, feed.LastModified)
            : FeedChange.Gone(feed.Id, address, feed.Version);
    }

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
