using System.Text;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Server.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AnnualCycle.Server.Tests.Feeds;

/// <summary>
/// A service with feeds at a port of its own, its database in a dictionary and everything it logs in a list.
/// </summary>
internal sealed class FeedSite : IAsyncDisposable
{
    public const string Token = "Zm9ydHktdHdvIG1lZXRpbmdzIQA";
    public const string Group = "/feeds/simba/ledningsgrupp.ics";
    public const string Person = $"/feeds/p/{Token}/mina-moten.ics";

    public static readonly FeedAddress GroupAddress = FeedAddress.Public(Group);
    public static readonly Instant Autumn = Instant.FromUtc(2026, 11, 22, 12, 30, 45);

    private readonly WebApplication _app;

    private FeedSite(WebApplication app, LogLines log)
    {
        _app = app;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public LogLines Log { get; }

    public FeedShelf Shelf => _app.Services.GetRequiredService<FeedShelf>();

    public static RenderedFeed Year(string events = "möten", Instant? changed = null) =>
        RenderedFeed.Of(Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\r\n{events}\r\nEND:VCALENDAR\r\n"), changed ?? Autumn);

    /// <summary>With one public feed and one person's.</summary>
    public static async Task<FeedSite> Stocked()
    {
        var site = await Open(_ => throw new InvalidOperationException("nothing should be fetched"));
        site.Shelf.Use(
        [
            FeedChange.Live("simba/ledningsgrupp", GroupAddress, 1, Year()),
            FeedChange.Live("person/7", FeedAddress.OfToken(Token), 1, Year("mina möten")),
        ]);
        return site;
    }

    /// <summary>With nothing on the shelf and not yet told that there is nothing.</summary>
    public static async Task<FeedSite> Open(Func<string, byte[]?> database, int megabytes = 64)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log)
            .SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Information);
        builder.Services.AddFeeds(
            new FeedOptions { MemoryMegabytes = megabytes }, _ => (id, _) => ValueTask.FromResult(database(id)));
        var app = builder.Build();
        app.UseFeeds();
        app.MapFallback(() => Results.Text("Årshjulet"));
        await app.StartAsync();
        return new FeedSite(app, log);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
