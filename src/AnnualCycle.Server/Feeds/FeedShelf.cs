using System.Collections.Concurrent;
using AnnualCycle.Publishing.Feeds;

namespace AnnualCycle.Server.Feeds;

/// <summary>
/// What a poll is looked up in: every feed's address and validators in memory, and as much of their content as fits.
/// </summary>
/// <param name="fetch">
/// Content by a feed's id, from the database; null when there is none, an exception when it is away.
/// </param>
public sealed class FeedShelf(Func<string, CancellationToken, ValueTask<byte[]?>> fetch, FeedOptions options)
{
    private readonly ConcurrentDictionary<string, ShelvedFeed> _feeds = new(StringComparer.Ordinal);
    private readonly HashedPaths _hashed = new();
    private readonly KeptContents _contents = new(options.MemoryMegabytes * 1024L * 1024L);
    private readonly Lock _changing = new();
    private volatile bool _isStocked;

    /// <summary>How many addresses it knows, those that are gone among them.</summary>
    public int Count => _feeds.Count;

    /// <summary>
    /// Whether it has been told what there is. Before that an unknown address is no news: a 404 in the first second
    /// after a restart would make calendars give up a feed that lives.
    /// </summary>
    internal bool IsStocked => _isStocked;

    /// <summary>
    /// Takes in what has changed, feed by feed: a poll sees a feed before or after its change, never between. The same
    /// change twice does nothing; the first call, an empty one too, opens the shelf.
    /// </summary>
    public void Use(IEnumerable<FeedChange> changes)
    {
        lock (_changing)
        {
            foreach (var change in changes)
                Use(change);
        }

        _isStocked = true;
    }

    /// <summary>The feed at a path, gone or live; null when there never was one.</summary>
    internal ShelvedFeed? Find(string path)
    {
        if (_hashed.KeyOf(path) is { } key)
            return _feeds.GetValueOrDefault(key);
        Span<char> hash = stackalloc char[64];
        if (!FeedAddress.TryKey(path, hash, out var length))
            return null;
        if (length == 0)
            return _feeds.GetValueOrDefault(path);
        if (!_feeds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(hash[..length], out var feed))
            return null;
        _hashed.Remember(path, feed.Address.Key);
        return feed;
    }

    /// <summary>The content if it is in memory.</summary>
    internal byte[]? Kept(ShelvedFeed feed) => _contents.Of(feed);

    /// <summary>
    /// The content from the database, with the feed that it is content of: in the second before the shelf hears of a
    /// change that is no longer <paramref name="feed"/>. Null when the database has none.
    /// </summary>
    internal async ValueTask<(ShelvedFeed Feed, byte[] Content)?> Fetch(
        ShelvedFeed feed, CancellationToken cancellation)
    {
        if (await fetch(feed.Id, cancellation) is not { } content)
            return null;
        var etag = RenderedFeed.ETagOf(content);
        if (etag != feed.ETag)
            return (feed.Unheard(etag), content);
        _contents.Keep(feed, content);
        return (feed, content);
    }

    private void Use(FeedChange change)
    {
        var held = _feeds.GetValueOrDefault(change.Address.Key);
        if (held is not null && (held.Version >= change.Version || held is { IsGone: true, Address.IsPrivate: true }))
            return;
        var feed = new ShelvedFeed(change);
        if ((change.Content ?? Unchanged(held, change)) is { } content)
            _contents.Keep(feed, content);
        _feeds[change.Address.Key] = feed;
        if (held is not null)
            _contents.Replace(held);
    }

    private byte[]? Unchanged(ShelvedFeed? held, FeedChange change) =>
        held is not null && held.ETag == change.ETag ? _contents.Of(held) : null;
}
