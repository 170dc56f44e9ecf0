using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace AnnualCycle.Server.Feeds;

/// <summary>Answers the calendars that poll for their feed, straight on the server's features.</summary>
/// <remarks>
/// Accept, Accept-Encoding and the query are not looked at: Google and Evolution send no Accept at all, and one
/// representation keeps one strong ETag.
/// </remarks>
internal sealed class FeedEndpoint(FeedShelf shelf, ILogger<FeedEndpoint> log)
{
    private static readonly StringValues Calendar = "text/calendar; charset=utf-8";
    private static readonly StringValues PlainText = "text/plain; charset=utf-8";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoIndex = "noindex";
    private static readonly StringValues NoStore = "no-store";

    // private: a proxy between has no business with a person's year. Five minutes: nothing asks more often (Apple's
    // shortest interval), so no change is seen later for it, and a program that opens twice does not ask twice.
    private static readonly StringValues Cached = "private, max-age=300";

    public Task Answer(IFeatureCollection features)
    {
        var request = features.GetRequiredFeature<IHttpRequestFeature>();
        var isHead = request.Method == HttpMethods.Head;
        if (!isHead && request.Method != HttpMethods.Get)
            return Refuse(features, request, Refusal.ReadOnly);
        var feed = shelf.Find(request.Path);
        if (feed is null)
            return Refuse(features, request, shelf.IsStocked ? Refusal.Unknown : Refusal.Away);
        if (feed.IsGone)
            return Refuse(features, request, Refusal.Gone);
        if (Conditions.AreMet(request.Headers, feed))
            return Unchanged(features, feed);
        return shelf.Kept(feed) is { } content
            ? Whole(features, feed, content, isHead)
            : FetchAndAnswer(features, request, feed, isHead);
    }

    // With what a 304 is to carry and no more (RFC 9110, section 15.4.5): nearly every answer is one.
    private static Task Unchanged(IFeatureCollection features, ShelvedFeed feed)
    {
        var response = features.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.ETag = feed.ETag;
        response.Headers.CacheControl = Cached;
        return Task.CompletedTask;
    }

    private static Task Whole(IFeatureCollection features, ShelvedFeed feed, byte[] content, bool isHead)
    {
        var headers = features.GetRequiredFeature<IHttpResponseFeature>().Headers;
        Describe(headers, feed);
        headers.ContentType = Calendar;
        headers.ContentDisposition = feed.ContentDisposition;
        headers.ContentLength = content.Length;
        return isHead ? Task.CompletedTask : Write(features, content);
    }

    private static void Describe(IHeaderDictionary headers, ShelvedFeed feed)
    {
        headers.ETag = feed.ETag;
        headers.LastModified = feed.LastModified;
        headers.CacheControl = Cached;
        headers.XContentTypeOptions = NoSniff;
        if (feed.Address.IsPrivate)
            headers["X-Robots-Tag"] = NoIndex;
    }

    private async Task FetchAndAnswer(
        IFeatureCollection features, IHttpRequestFeature request, ShelvedFeed feed, bool isHead)
    {
        var aborted = features.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        try
        {
            await (await shelf.Fetch(feed, aborted) is { } found
                ? Whole(features, found.Feed, found.Content, isHead)
                : Refuse(features, request, Refusal.Away));
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            // Whoever asked has gone: there is nobody to answer, and nothing is wrong.
        }
        catch (Exception away) when (!features.GetRequiredFeature<IHttpResponseFeature>().HasStarted)
        {
            // Without the feed's id, which may be a person's address.
            log.LogWarning("En kalender kunde inte hämtas ur databasen: {Fault}", away.Message);
            await Refuse(features, request, Refusal.Away);
        }
    }

    private static Task Refuse(IFeatureCollection features, IHttpRequestFeature request, Refusal refusal)
    {
        var response = features.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = refusal.Status;
        var headers = response.Headers;
        headers.CacheControl = NoStore;
        headers.ContentType = PlainText;
        headers.ContentLength = refusal.Text.Length;
        headers.XContentTypeOptions = NoSniff;
        headers.Allow = refusal.Allow;
        headers.RetryAfter = refusal.RetryAfter;
        if (FeedAddress.IsUnderPrivate(request.Path))
            headers["X-Robots-Tag"] = NoIndex;
        return request.Method == HttpMethods.Head ? Task.CompletedTask : Write(features, refusal.Text);
    }

    private static Task Write(IFeatureCollection features, ReadOnlyMemory<byte> body)
    {
        var writing = features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(body);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }
}
