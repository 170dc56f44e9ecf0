using System.Globalization;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace AnnualCycle.Server.Feeds;

/// <summary>One version of one feed on the shelf, with the headers that every answer about it carries.</summary>
/// <remarks>
/// What it says never changes: a poll that took it before a change answers with the old version, whole. The headers are made
/// here, once per change, and not once per poll.
/// </remarks>
internal sealed class ShelvedFeed(FeedChange change)
{
    public string Id { get; } = change.Id;

    public FeedAddress Address { get; } = change.Address;

    public long Version { get; } = change.Version;

    public bool IsGone { get; } = change.ETag is null;

    public StringValues ETag { get; } = change.ETag;

    public Instant Changed { get; } = Instant.FromUnixTimeSeconds(change.LastModified.ToUnixTimeSeconds());

    public StringValues LastModified { get; } =
        change.LastModified.ToDateTimeOffset().ToString("R", CultureInfo.InvariantCulture);

    public StringValues ContentDisposition { get; } = $"inline; filename=\"{change.Address.FileName}\"";

    /// <summary>Where its content is kept; null until somebody asks and after it had to go. Of KeptContents alone.</summary>
    public LinkedListNode<KeptContent>? Kept { get; set; }

    /// <summary>Whether a newer version stands in its place. Of KeptContents alone.</summary>
    public bool IsReplaced { get; set; }
}
