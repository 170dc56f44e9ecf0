using AnnualCycle.Server.Feeds;
using AnnualCycle.Server.Jobs;
using AnnualCycle.Server.Pages;
using AnnualCycle.Server.Pages.Subscriptions;
using AnnualCycle.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Service;

/// <summary>The web side of an installation: feeds, pages and the worker in one process.</summary>
public static class WebService
{
    /// <param name="urls">Where to listen, as <c>--urls</c> gives it.</param>
    public static WebApplication Build(Installation installation, string urls, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            // What keeps the host from starting is told in words, and not with a stack as well.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        AddServices(builder.Services, installation, time);
        var app = builder.Build();
        app.UseFeeds();
        app.MapAnnualPages();
        return app;
    }

    private static void AddServices(IServiceCollection services, Installation installation, TimeProvider time)
    {
        services.AddSingleton(installation).AddSingleton(installation.Database).AddSingleton(time);
        services.AddSingleton(new PublicAddress(installation.Options.PublicAddress));
        services.AddSingleton<Shopwindow>().AddSingleton<Caretaker>().AddSingleton<CatchingUp>();
        services.AddSingleton(new DoneOnce(installation.Database, Node.Name));
        services.AddAnnualPages();
        services.AddFeeds(new FeedOptions { MemoryMegabytes = installation.Options.FeedMemoryMegabytes },
            _ => (feed, cancel) => ContentAsync(installation, feed, cancel));
        services.AddTimetable(installation);
    }

    private static async ValueTask<byte[]?> ContentAsync(
        Installation installation, string feed, CancellationToken cancel)
    {
        await using var context = installation.Database.Open();
        return await context.Feeds.Where(stored => stored.Id == feed).Select(stored => stored.Content)
            .SingleOrDefaultAsync(cancel);
    }
}
