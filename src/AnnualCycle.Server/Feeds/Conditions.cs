using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AnnualCycle.Server.Feeds;

/// <summary>
/// Whether the calendar that somebody has already is the one on the shelf (RFC 9110, section 13.2.2).
/// </summary>
internal static class Conditions
{
    /// <summary>If-None-Match decides alone when it is there; only else does If-Modified-Since.</summary>
    public static bool AreMet(IHeaderDictionary request, ShelvedFeed feed)
    {
        var tags = request.IfNoneMatch;
        return tags.Count > 0 ? IsAmong(tags, feed.ETag) : IsSince(request.IfModifiedSince, feed);
    }

    private static bool IsAmong(StringValues tags, StringValues etag) =>
        // What nearly every poll sends: the one ETag it was given.
        (tags.Count == 1 && tags[0] == etag[0])
        || (EntityTagHeaderValue.TryParseList(tags.ToArray()!, out var list)
            && list.Any(tag => tag.Tag == "*" || tag.Tag == etag[0]));

    // The comparison is weak, as it is for GET and HEAD (section 13.1.2): W/"x" is "x".
    private static bool IsSince(StringValues since, ShelvedFeed feed) =>
        since.Count == 1
        && (since[0] == feed.LastModified[0]
            || (HeaderUtilities.TryParseDate(since[0], out var date)
                && feed.Changed.ToUnixTimeSeconds() <= date.ToUnixTimeSeconds()));
}
