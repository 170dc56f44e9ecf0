using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AnnualCycle.Publishing.Tests.Busy;

/// <summary>A web server on this machine where somebody keeps a calendar; the test says how it answers.</summary>
internal sealed class CalendarSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private CalendarSite(WebApplication app) => _app = app;

    /// <summary>A calendar with one meeting, 09:00–10:00 in Sweden on 2 March 2027.</summary>
    public const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//nord//sv\r\nBEGIN:VEVENT\r\n"
        + "UID:1@nord.example\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:20270302T080000Z\r\nDTEND:20270302T090000Z\r\n"
        + "SUMMARY:Hemligt möte\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    /// <summary>What it does with who asks.</summary>
    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsync(Calendar);

    /// <summary>How many times it was asked.</summary>
    public int Asked => _asked;

    /// <summary>The address by the machine's number; <see cref="Named"/> by its name.</summary>
    public Uri Address => new(_app.Urls.Single() + "/anna.ics?hemlig=1");

    public Uri Named => new UriBuilder(Address) { Host = "localhost" }.Uri;

    public static async Task<CalendarSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new CalendarSite(app);
        app.Run(context =>
        {
            Interlocked.Increment(ref site._asked);
            return site.Answer(context);
        });
        await app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
