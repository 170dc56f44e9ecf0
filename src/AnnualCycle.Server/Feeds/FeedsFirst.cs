using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace AnnualCycle.Server.Feeds;

/// <summary>Sends a request to the feeds or to the rest of the service.</summary>
internal sealed class FeedsFirst<TContext>(IHttpApplication<TContext> rest, FeedEndpoint feeds)
    : IHttpApplication<FeedsFirst<TContext>.Request>
    where TContext : notnull
{
    public Request CreateContext(IFeatureCollection contextFeatures) =>
        FeedAddress.IsUnderFeeds(contextFeatures.GetRequiredFeature<IHttpRequestFeature>().Path)
            ? new(contextFeatures, default)
            : new(null, rest.CreateContext(contextFeatures));

    public Task ProcessRequestAsync(Request context) =>
        context.Poll is { } poll ? feeds.Answer(poll) : rest.ProcessRequestAsync(context.Rest!);

    public void DisposeContext(Request context, Exception? exception)
    {
        if (context.Poll is null)
            rest.DisposeContext(context.Rest!, exception);
    }

    /// <summary>Either a poll or what the rest of the service made of the request.</summary>
    internal readonly record struct Request(IFeatureCollection? Poll, TContext? Rest);
}
