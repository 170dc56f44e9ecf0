using System.Globalization;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace AnnualCycle.Server.Feeds;

/// <summary>One version of one feed on the shelf, with the headers that every answer about it carries.</summary>
/// <remarks>
/// What it says never changes: a poll that took it before a change answers with the old version, whole. The headers are
/// made here, once per change, and not once per poll.
/// </remarks>
internal sealed class ShelvedFeed(FeedChange change)
{
    public string Id { get; } = change.Id;

    public FeedAddress Address { get; } = change.Address;

    public long Version { get; } = change.Version;

    public bool IsGone { get; } = change.ETag is null;

    public Instant Changed { get; } = Instant.FromUnixTimeSeconds(change.LastModified.ToUnixTimeSeconds());

    public StringValues ETag { get; private init; } = change.ETag;

    /// <summary>Empty when it is not known.</summary>
    public StringValues LastModified { get; private init; } =
        change.LastModified.ToDateTimeOffset().ToString("R", CultureInfo.InvariantCulture);

    public StringValues ContentDisposition { get; } = $"inline; filename=\"{change.Address.FileName}\"";

    /// <summary>
    /// Where its content is kept; null until somebody asks and after it had to go. Of KeptContents alone.
    /// </summary>
    public LinkedListNode<KeptContent>? Kept { get; set; }

    /// <summary>Whether a newer version stands in its place. Of KeptContents alone.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>
    /// A version of the feed that the shelf has not heard of yet. When it changed is left out: said too late, it would
    /// keep the next change from those who ask by date.
    /// </summary>
    public ShelvedFeed Unheard(string etag) => new(change) { ETag = etag, LastModified = default };
}
