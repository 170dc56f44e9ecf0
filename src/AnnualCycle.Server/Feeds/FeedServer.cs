using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace AnnualCycle.Server.Feeds;

/// <summary>
/// The web server with the feeds in front: what is under /feeds/ is answered here, all else by the service.
/// </summary>
/// <remarks>
/// Middleware comes too late for a feed. Before the first of it the host has already written the path into a log line,
/// a span and a scope, and a path here may be a token; and that work takes longer than answering a poll does.
/// </remarks>
internal sealed class FeedServer(IServer server, FeedEndpoint feeds) : IServer
{
    public IFeatureCollection Features => server.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull =>
        server.StartAsync(new FeedsFirst<TContext>(application, feeds), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();
}
