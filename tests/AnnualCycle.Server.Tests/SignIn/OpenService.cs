using AnnualCycle.Publishing.Links;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.People;
using AnnualCycle.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>The whole service in this process, with a clock that a test may set: for what takes time.</summary>
internal sealed class OpenService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private OpenService(SmallInstallation folder, Installation installation, WebApplication app, SetClock clock, bool owns) =>
        (Folder, Installation, _app, Clock, _ownsFolder) = (folder, installation, app, clock, owns);

    public SmallInstallation Folder { get; }

    public Installation Installation { get; }

    public SetClock Clock { get; }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    /// <summary>Nord is public, Sluten is not; Anna is in both, Bo in Sluten.</summary>
    /// <param name="clock">Stands at a morning in November when nothing else is said.</param>
    public static async Task<OpenService> StartAsync(
        Provider provider, ServiceOptions? options = null, SetClock? clock = null, OutlookSettings? outlook = null) =>
        await StartAsync(await SmallInstallation.CreateAsync(provider), options ?? new ServiceOptions(), owns: true, clock, outlook);

    /// <summary>A second process on the same database and key: a restart, or another node.</summary>
    public Task<OpenService> AgainAsync() => StartAsync(Folder, Installation.Options, owns: false, Clock);

    /// <summary>A browser that nobody has signed in with.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>A browser in which somebody is signed in.</summary>
    public async Task<Visitor> VisitorAsync(string email)
    {
        var visitor = Visitor();
        visitor.Add(await CookieAsync(email));
        return visitor;
    }

    /// <summary>Gives roles as an administrator at the terminal does.</summary>
    public Task<GrantOutcome> GiveAsync(string email, Role role, string scope) => Installation.Database.ChangeAsync(
        context => new RoleGrants(context, "prov", Now).GiveAsync(email, role, scope, default));

    /// <summary>Puts somebody on a seat until further notice.</summary>
    public async Task SeatAsync(string email, string seat)
    {
        await using var context = Installation.Database.Open();
        context.Memberships.Add(new StoredMembership
        {
            Collaboration = seat.Split('/')[0], Seat = seat, Name = email.Split('@')[0], Email = email,
        });
        await context.SaveChangesAsync();
    }

    /// <summary>Where the link at the foot of somebody's mails leads.</summary>
    public Task<string> MailsPageAsync(string email) => Installation.Database.ChangeAsync(async context =>
    {
        var path = await new PersonLinks(Installation.Key).PathAsync(
            context, PersonLinkPurpose.Mails, (email, "", ""), default);
        await context.SaveChangesAsync();
        return path;
    });

    /// <summary>The first mail to somebody, once it has come.</summary>
    public async Task<string> MailToAsync(string email)
    {
        var folder = Path.Combine(Folder.Data, "mail");
        string? Found() => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").Select(File.ReadAllText)
            .FirstOrDefault(mail => mail.Contains($"{email}", StringComparison.Ordinal)) : null;
        await Patience.UntilAsync(() => Found() is not null, () => $"a mail to {email}");
        return Found()!;
    }

    /// <summary>The cookie of a new session, as <c>name=value</c>.</summary>
    public async Task<string> CookieAsync(string email)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var secret = await Services.GetRequiredService<SessionKeeper>().BeginAsync(email, "prov", default);
        var until = new AuthenticationProperties
        {
            IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow() + options.ExpireTimeSpan,
        };
        var ticket = new AuthenticationTicket(SessionCookie.Principal(secret), until, SessionCookie.Scheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            await Folder.DisposeAsync();
        }
    }

    private static async Task<OpenService> StartAsync(
        SmallInstallation folder, ServiceOptions options, bool owns, SetClock? clock = null, OutlookSettings? outlook = null)
    {
        clock ??= new SetClock(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        options.Database ??= folder.Database.Provider == Provider.PostgreSql ? folder.Database.ConnectionString : null;
        var mistakes = new List<Mistake>();
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var configuration = ConfigurationFolder.Find(folder.PathOf("config"), null, null);
        var installation = (await Installation.OpenAsync(
            options, configuration, new DataFolder(folder.Data), now, mistakes, default))!;
        installation = outlook is null ? installation : installation with { Outlook = outlook };
        var app = WebService.Build(installation, "http://127.0.0.1:0", clock);
        await app.Services.GetRequiredService<Caretaker>().KeepAsync(now, default);
        await app.StartAsync();
        installation.Data.Note(app.Urls.First());
        return new OpenService(folder, installation, app, clock, owns);
    }
}

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    /// <summary>For a browser, which has a clock of its own and throws away cookies by it.</summary>
#pragma warning disable RS0030 // What the browser goes by.
    public static SetClock AtNow => new(TimeProvider.System.GetUtcNow());
#pragma warning restore RS0030

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
