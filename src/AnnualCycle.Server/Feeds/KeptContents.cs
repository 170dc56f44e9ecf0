namespace AnnualCycle.Server.Feeds;

/// <summary>
/// The contents of feeds that are kept in memory, up to so many bytes; the least recently asked for goes first.
/// </summary>
/// <param name="limit">Bytes of content at most.</param>
internal sealed class KeptContents(long limit)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<KeptContent> _byUse = [];

    /// <summary>Bytes of content that are kept now.</summary>
    public long Bytes { get; private set; }

    public byte[]? Of(ShelvedFeed feed)
    {
        lock (_lock)
        {
            if (feed.Kept is not { } kept)
                return null;
            if (!feed.IsReplaced)
            {
                _byUse.Remove(kept);
                _byUse.AddFirst(kept);
            }

            return kept.Value.Content;
        }
    }

    public void Keep(ShelvedFeed feed, byte[] content)
    {
        lock (_lock)
        {
            if (feed.Kept is not null || feed.IsReplaced || content.Length > limit)
                return;
            feed.Kept = _byUse.AddFirst(new KeptContent(feed, content));
            Bytes += content.Length;
            while (Bytes > limit)
                LetGo(_byUse.Last!.Value.Feed);
        }
    }

    /// <summary>
    /// For a version that no poll can find any more: its content counts no longer. A poll that found it just before
    /// still gets it, and with the last such poll it is gone.
    /// </summary>
    public void Replace(ShelvedFeed feed)
    {
        lock (_lock)
        {
            var kept = feed.Kept;
            LetGo(feed);
            feed.IsReplaced = true;
            feed.Kept = kept;
        }
    }

    private void LetGo(ShelvedFeed feed)
    {
        if (feed.Kept is not { } kept)
            return;
        _byUse.Remove(kept);
        feed.Kept = null;
        Bytes -= kept.Value.Content.Length;
    }
}

/// <summary>A feed's content while it is kept.</summary>
internal sealed record KeptContent(ShelvedFeed Feed, byte[] Content);
