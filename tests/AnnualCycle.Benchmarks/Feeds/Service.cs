using AnnualCycle.Server.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>The service's own way of handing out feeds, in this process.</summary>
internal sealed class Service(WebApplication app, FeedShelf shelf) : ISubject
{
    public string Name => "service";

    public Uri Address => new(app.Urls.Single());

    public TimeSpan Processor => Environment.CpuUsage.TotalTime;

    /// <param name="megabytes">How much of the content may be kept in memory.</param>
    public static async Task<Service> Start(IReadOnlyList<PolledFeed> feeds, int megabytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var stored = feeds.ToDictionary(feed => feed.Path, feed => feed.Now.Content);
        builder.Services.AddFeeds(
            new FeedOptions { MemoryMegabytes = megabytes }, _ => (id, _) => ValueTask.FromResult<byte[]?>(stored[id]));
        var app = builder.Build();
        app.UseFeeds();
        app.MapGet("/", () => Results.Text("Årshjulet"));
        var shelf = app.Services.GetRequiredService<FeedShelf>();
        shelf.Use(feeds.Select(feed => feed.Change(1)));
        await app.StartAsync();
        return new Service(app, shelf);
    }

    public void Replace(PolledFeed feed, long version) => shelf.Use([feed.Change(version)]);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
