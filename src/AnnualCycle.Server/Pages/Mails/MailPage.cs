using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Reminders;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Invitations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.Mails;

/// <summary>Where one person chooses their mails, signed in or by the link in one of them.</summary>
public abstract class MailPage(Installation installation, ReminderRounds rounds, TimeProvider time) : PageModel
{
    /// <summary>What the form calls the two ways of invites.</summary>
    public const string ByMail = "mejl", FromOutlook = "outlook";

    /// <summary>The reminders that they are to get if nothing changes, in order.</summary>
    public IReadOnlyList<ComingMail> Coming { get; private set; } = [];

    public MailChoices Choices { get; private set; } = null!;

    public MailText Words => new(Choices.Language);

    /// <summary>True right after the choices were saved.</summary>
    [BindProperty(SupportsGet = true, Name = "sparat")]
    public bool IsSaved { get; set; }

    /// <summary>True right after invites to come were taken back by one way and sent by the other.</summary>
    [BindProperty(SupportsGet = true, Name = "bytt")]
    public bool IsMoved { get; set; }

    /// <summary>True for somebody whom Outlook would reach.</summary>
    public bool HasWays { get; private set; }

    /// <summary>True when the form proves with a token that it was sent from here.</summary>
    public abstract bool HasFormToken { get; }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <param name="wanted">Names of the groups of mails that were ticked.</param>
    /// <param name="form">
    /// What a form from here always sends: without it nothing ticked does not mean that nothing is wanted.
    /// </param>
    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "vill")] string[]? wanted, [FromForm(Name = "takt")] string? pace,
        [FromForm(Name = "kallelser")] string? way, [FromForm(Name = "form")] string? form, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } email)
        {
            return NotFound();
        }

        if (form is null)
        {
            return BadRequest();
        }

        var isMoved = await installation.Database.ChangeAsync(async context =>
        {
            var own = await MailChoices.ReadAsync(context, email, cancel);
            var chosen = own with
            {
                Muted = own.Groups.Select(group => group.Name).Except(wanted ?? []).ToHashSet(), Pace = Read(pace) ?? own.Pace,
                InvitesByMail = await ReadAsync(context, own, way, cancel),
            };
            await MailChoices.ChangeAsync(context, chosen, Now, cancel);
            return chosen.InvitesByMail != own.InvitesByMail && await MoveAsync(context, email, cancel);
        }, cancel);
        return LocalRedirect($"{Request.Path}?sparat=true{(isMoved ? "&bytt=true" : "")}");
    }

    // By its name alone, and from whoever has the choice: a form that does not ask leaves it as it is.
    private async Task<bool> ReadAsync(AnnualCycleContext context, MailChoices own, string? way, CancellationToken cancel) =>
        way is ByMail or FromOutlook && await IsReachedAsync(context, own.Email, cancel) ? way == ByMail : own.InvitesByMail;

    // At once, as whoever has chosen wants to see it: taken back by the one way and sent by the other, in one change.
    private async Task<bool> MoveAsync(AnnualCycleContext context, string email, CancellationToken cancel)
    {
        var today = SwedishTime.DayOf(Now);
        var holds = await context.Invitations.AnyAsync(
            own => own.Email == email && own.State == InvitationState.Live && own.Date >= today, cancel);
        await new InvitationKeeper(context, installation.Key, installation.Correspondence,
            await Database.NotBeforeAsync(context, Now, cancel), SwedishTime.Of(Now)).KeepAllAsync(cancel);
        return holds;
    }

    private Task<bool> IsReachedAsync(AnnualCycleContext context, string email, CancellationToken cancel) =>
        InviteWay.IsOpenAsync(context, installation.Outlook, email, SwedishTime.DayOf(Now), cancel);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) is { } email && await ReadAsync(email, cancel) ? Page() : NotFound();

    /// <summary>Whose mails they are; null when the link is none.</summary>
    protected abstract Task<string?> FindAsync(CancellationToken cancel);

    // By its name alone: a number that is no pace would be stored as one.
    private static ReminderPace? Read(string? said) =>
        Enum.GetValues<ReminderPace>().Cast<ReminderPace?>().FirstOrDefault(pace => $"{pace}" == said);

    private async Task<bool> ReadAsync(string email, CancellationToken cancel)
    {
        await using var context = installation.Database.Open();
        HasWays = await IsReachedAsync(context, email, cancel);
        Choices = await MailChoices.ReadAsync(context, email, cancel);
        Coming = rounds.Calendar is { } calendar
            ? await ReminderForecast.OfAsync(context, calendar, email, Now, cancel) : [];
        return true;
    }
}
