using Microsoft.AspNetCore.Hosting.Server;

namespace AnnualCycle.Server.Feeds;

/// <summary>Puts the feeds in front of the service.</summary>
public static class FeedRegistration
{
    /// <summary>
    /// Robots may go everywhere. Google Calendar obeys this file when it fetches a subscription; what must not be found
    /// says so itself (X-Robots-Tag), and a list of what is secret would tell where to look.
    /// </summary>
    private const string Robots = "User-agent: *\nDisallow:\n";

    /// <summary>Adds the shelf, and the server in front of the one that is registered so far.</summary>
    /// <param name="fetch">
    /// Given the services, content by a feed's id from the database: null when there is none, an exception when the
    /// database is away.
    /// </param>
    public static IServiceCollection AddFeeds(
        this IServiceCollection services, FeedOptions options,
        Func<IServiceProvider, Func<string, CancellationToken, ValueTask<byte[]?>>> fetch)
    {
        services.AddSingleton(provider => new FeedShelf(fetch(provider), options));
        services.AddSingleton<FeedEndpoint>();
        var server = services.Last(service => service.ServiceType == typeof(IServer));
        services.Remove(server);
        return services.AddSingleton<IServer>(provider =>
            new FeedServer(Create(server, provider), provider.GetRequiredService<FeedEndpoint>()));
    }

    /// <summary>Answers /robots.txt, and feeds wherever another server was put in Kestrel's place.</summary>
    public static WebApplication UseFeeds(this WebApplication app)
    {
        var feeds = app.Services.GetRequiredService<FeedEndpoint>();
        app.Use((context, next) =>
            FeedAddress.IsUnderFeeds(context.Request.Path.Value) ? feeds.Answer(context.Features) : next(context));
        app.Use((context, next) => context.Request.Path == "/robots.txt"
            ? Results.Text(Robots).ExecuteAsync(context) : next(context));
        return app;
    }

    private static IServer Create(ServiceDescriptor server, IServiceProvider provider) => (IServer)(
        server.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, server.ImplementationType!));
}
