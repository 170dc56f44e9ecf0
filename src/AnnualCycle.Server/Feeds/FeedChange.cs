using AnnualCycle.Publishing.Feeds;
using NodaTime;

namespace AnnualCycle.Server.Feeds;

/// <summary>
/// What has become of the calendar at one address: it has new content, or the address is gone for good.
/// </summary>
/// <param name="Id">The feed, by the id that its content is fetched with.</param>
/// <param name="Version">
/// Grows with every change of the feed; what is older than what the shelf has is passed over.
/// </param>
public sealed record FeedChange(string Id, FeedAddress Address, long Version)
{
    /// <summary>The content's ETag with its quotation marks; null when the address is gone.</summary>
    public string? ETag { get; private init; }

    /// <summary>When the content last changed; nothing for an address that is gone.</summary>
    public Instant LastModified { get; private init; }

    /// <summary>The content when it is at hand; null leaves it to be fetched when somebody asks.</summary>
    public byte[]? Content { get; private init; }

    /// <summary>The feed has this content.</summary>
    public static FeedChange Live(string id, FeedAddress address, long version, RenderedFeed feed) =>
        new(id, address, version) { ETag = feed.ETag, LastModified = feed.LastModified, Content = feed.Content };

    /// <summary>The feed has content that can be fetched.</summary>
    public static FeedChange Live(string id, FeedAddress address, long version, string etag, Instant lastModified) =>
        new(id, address, version) { ETag = etag, LastModified = lastModified };

    /// <summary>A revoked token, or a feed that is no longer public. A gone token never comes back.</summary>
    public static FeedChange Gone(string id, FeedAddress address, long version) => new(id, address, version);
}
