using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Server.Pages;
using AnnualCycle.Server.Pages.Subscriptions;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AnnualCycle.Server.Tests.Pages;

/// <summary>The pages on a server of their own, answering on a free port of this computer.</summary>
internal sealed class PublishedPages : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PublishedPages(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>What the service holds; a test may put other years in force.</summary>
    public YearsInForce Years => _app.Services.GetRequiredService<YearsInForce>();

    /// <param name="publicAddress">What the administrator has set; null when nothing is.</param>
    public static async Task<PublishedPages> Start(
        IReadOnlyList<PublishedYear> years, DateTimeOffset now, Uri? publicAddress = null, string port = "0")
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(now));
        builder.Services.AddSingleton(new PublicAddress(publicAddress));
        builder.Services.AddAnnualPages();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var pages = new PublishedPages(builder.Build());
        pages._app.MapAnnualPages();
        var open = pages._app.MapGroup("").WithMetadata(new AllowedFor(Role.Public));
        open.MapGet("/feeds/{collaboration}.ics", (string collaboration) => pages.Feed(collaboration));
        open.MapGet("/feeds/{collaboration}/{group}.ics",
            (string collaboration, string group) => pages.Feed($"{collaboration}/{group}"));
        pages.Years.Use(years);
        await pages._app.StartAsync();
        return pages;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // The real feeds are served by another part of the service; here they only have to be where pages say they are.
    private IResult Feed(string id)
    {
        var year = Years.All[^1];
        var feeds = new PlanFeeds(new FeedSource(year.Plan, year.Changed));
        var calendar = id == "storhelger" ? feeds.Holidays(year.Input.Collaborations, "annualcycle.example") :
            year.Plan.Groups.FirstOrDefault(group => group.Id == id && group.HasFeed) is { } group ? feeds.Group(group)
            : year.Plan.Collaborations.FirstOrDefault(one => one.Id == id) is { } one ? feeds.Collaboration(one)
            : null;
        return calendar is null ? Results.NotFound() : Results.Bytes(calendar, "text/calendar; charset=utf-8");
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
