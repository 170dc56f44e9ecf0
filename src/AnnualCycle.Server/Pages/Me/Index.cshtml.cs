using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Feeds;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.Me;

/// <summary>What the service knows of whoever is signed in, and what they decide about themselves.</summary>
[AllowedFor(Role.Member)]
public sealed class IndexModel(
    Installation installation, ShownYears years, Sessions sessions, PersonChoices choices, TimeProvider time) : PageModel
{
    public Viewer Viewer => HttpContext.Viewer()!;

    public PersonChoice Choice { get; private set; } = null!;

    public IReadOnlyList<StoredSession> Sessions { get; private set; } = [];

    /// <summary>The person's own calendar; null when there is none, as for somebody who is on no seat.</summary>
    public Uri? Feed { get; private set; }

    /// <summary>The feed's address as calendars on telephones and computers answer to.</summary>
    public string? Webcal => Feed is { } feed ? $"webcal{feed.AbsoluteUri[feed.Scheme.Length..]}" : null;

    /// <summary>What was just done, in words; null for nothing.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Ids of the collaborations that call from Outlook.</summary>
    public IReadOnlyCollection<string> InOutlook => [.. installation.Outlook.Organisers.Keys];

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Groups with their next meeting, as the latest year calls them.</summary>
    public IReadOnlyList<(PlannedGroup Group, string Collaboration, PlannedMeeting? Next)> Groups =>
    [
        .. Viewer.Groups.Order(StringComparer.Ordinal)
            .Select(id => (Year: years.All.LastOrDefault(year => year.Group(id) is not null), id))
            .Where(own => own.Year is not null)
            .Select(own => (own.Year!.Group(own.id)!, own.Year.Collaboration(own.id.Split('/')[0])!.Name,
                years.Coming(own.id).FirstOrDefault())),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Choice = await choices.OfAsync(Viewer.Email, cancel);
        await using var context = installation.Database.Open();
        Sessions = await context.Sessions.AsNoTracking().Where(own => own.Email == Viewer.Email)
            .OrderByDescending(own => own.Created).ToListAsync(cancel);
        var id = PersonFeeds.IdOf(Viewer.Email);
        if (!Choice.IsFeedClosed
            && await context.Feeds.AsNoTracking().SingleOrDefaultAsync(own => own.Id == id, cancel) is { } feed)
        {
            Feed = AddressOf(feed);
        }
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancel)
    {
        await RenewAsync(cancel);
        return Back("Kalendern har fått en ny adress. Lägg in den i dina kalendrar; den gamla svarar inte längre.");
    }

    /// <summary>Whoever has the address gets no more; and nobody is shown one, until the person wants it back.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        await RenewAsync(cancel);
        await choices.ChangeAsync(Viewer.Email, "Stängde av sin kalender", own => own.IsFeedClosed = true, Now, cancel);
        return Back("Din kalender är avstängd.");
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        await choices.ChangeAsync(Viewer.Email, "Slog på sin kalender", own => own.IsFeedClosed = false, Now, cancel);
        return Back("Din kalender är på igen, med en ny adress.");
    }

    /// <param name="all">True to see in the own calendar also what an invite shows already.</param>
    public async Task<IActionResult> OnPostInvitedAsync(bool all, CancellationToken cancel)
    {
        await choices.ChangeAsync(Viewer.Email, all ? "Valde alla möten i sin kalender" : "Valde möten utan kallelse i sin kalender",
            own => own.ShowsInvited = all, Now, cancel);
        await installation.Database.ChangeAsync(async context => await new FeedWriter(context, installation.Key,
            await Database.NotBeforeAsync(context, Now, cancel), SwedishTime.DayOf(Now)).WriteAsync(
                [.. Viewer.Groups.Select(group => group.Split('/')[0]).Distinct()], cancel), cancel);
        return Back(all ? "Din kalender visar alla möten." : "Din kalender visar de möten som du inte har en kallelse till.");
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? language, CancellationToken cancel)
    {
        if (language is not (PersonChoice.Swedish or PersonChoice.English))
        {
            return BadRequest();
        }

        await choices.ChangeAsync(Viewer.Email, $"Valde språk i mejl: {(language == PersonChoice.English ? "engelska" : "svenska")}", own => own.Language = language, Now, cancel);
        return Back(language == PersonChoice.English ? "Du får dina mejl på engelska." : "Du får dina mejl på svenska.");
    }

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken cancel)
    {
        await sessions.EndAsync(Viewer.Email, session ?? "", cancel);
        return Back("Inloggningen är avslutad.");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await sessions.EndOthersAsync(Viewer.Email, Viewer.Session, cancel);
        return Back("Alla andra inloggningar är avslutade.");
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken cancel)
    {
        await sessions.EndAsync(Viewer.Email, Viewer.Session, cancel);
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        return LocalRedirect("/");
    }

    /// <summary>What a collaboration or a group is called.</summary>
    public string NameOf(string id) => years.All.Reverse()
        .Select(year => year.Collaboration(id)?.Name ?? year.Group(id)?.Name).FirstOrDefault(name => name is not null) ?? id;

    private Task<FeedRenewal> RenewAsync(CancellationToken cancel) =>
        new FeedAddresses(installation.Database, installation.Key)
            .RenewAsync(PersonFeeds.IdOf(Viewer.Email), Viewer.Email, Now, cancel);

    private Uri AddressOf(StoredFeed feed) =>
        new(installation.Address, FeedAddresses.PathOf(feed, installation.Key, "samverkan"));

    private RedirectResult Back(string done)
    {
        Done = done;
        return Redirect("/min-sida");
    }
}
