using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Feeds;
using AnnualCycle.Server.Jobs;
using AnnualCycle.Server.Pages;
using AnnualCycle.Server.Pages.Duties;
using AnnualCycle.Server.Pages.Meetings;
using AnnualCycle.Server.Pages.People;
using AnnualCycle.Server.Pages.Subscriptions;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Feeds;
using AnnualCycle.Storage.Jobs;

namespace AnnualCycle.Server.Service;

/// <summary>The web side of an installation: feeds, pages and the worker in one process.</summary>
public static class WebService
{
    /// <summary>Bytes; pages that take a file say themselves how much less.</summary>
    private const int LargestRequest = 2_000_000;

    /// <param name="urls">Where to listen, as <c>--urls</c> gives it.</param>
    public static WebApplication Build(Installation installation, string urls, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            // What keeps the host from starting is told in words, and not with a stack as well.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            // Whoever sends forms that are none fills no log.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        AddServices(builder.Services, installation, time);
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseMiddleware<PublicAddressFirst>();
        app.UseFeeds();
        app.MapAnnualPages();
        app.MapSignIn();
        app.MapPeople();
        return app;
    }

    private static void AddServices(IServiceCollection services, Installation installation, TimeProvider time)
    {
        services.AddSingleton(installation).AddSingleton(installation.Database).AddSingleton(time);
        services.AddSingleton(new PublicAddress(installation.Options.PublicAddress));
        services.AddSingleton<RoundDesk>().AddSingleton<HolidayDesk>().AddSingleton<Shopwindow>().AddSingleton<BusyIntake>().AddSingleton<Caretaker>().AddSingleton<CatchingUp>();
        services.AddSingleton<ReminderRounds>().AddSingleton(new DutyDesk(installation.Database, installation.Key))
            .AddSingleton<DutyRoom>();
        services.AddSingleton(new DoneOnce(installation.Database, Node.Name));
        services.AddAnnualPages();
        services.AddSingleton<PeopleIntake>().AddSingleton<PeopleDesk>().AddSingleton<PersonKeys>();
        services.AddSingleton<MeetingDesk>();
        services.AddSignIn(installation);
        services.AddOutlook(installation, time);
        services.AddSingleton(own => MailOptions.Roads(
            installation.Options, installation.Data, time, own.GetService<OutlookTenant>()));
        services.AddSingleton(own => new Sender(installation.Database, own.GetRequiredService<MailRoads>(),
            MailOptions.Limits(installation.Options), time, Node.Name, own.GetRequiredService<ILogger<Sender>>()));
        services.AddSingleton<OutboxDesk>().AddSingleton<OutlookDesk>();
        services.Configure<ForwardedHeadersOptions>(forwarded => Proxies.Believe(installation.Options.Proxies, forwarded));
        // Keys are read when the first form or cookie wants them: a calendar that polls after a restart does not wait.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        services.AddFeeds(new FeedOptions { MemoryMegabytes = installation.Options.FeedMemoryMegabytes },
            _ => (feed, cancel) => ContentAsync(installation, feed, cancel));
        services.AddTimetable(installation);
    }

    private static async ValueTask<byte[]?> ContentAsync(
        Installation installation, string feed, CancellationToken cancel)
    {
        await using var connection = await installation.Database.ConnectAsync(cancel);
        return await FeedIndex.ContentAsync(connection, feed, cancel);
    }
}
