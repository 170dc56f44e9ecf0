using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Reminders;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AnnualCycle.Server.Pages.Mails;

/// <summary>Where one person chooses their mails, signed in or by the link in one of them.</summary>
public abstract class MailPage(Database database, ReminderRounds rounds, TimeProvider time) : PageModel
{
    /// <summary>The reminders that they are to get if nothing changes, in order.</summary>
    public IReadOnlyList<ComingMail> Coming { get; private set; } = [];

    public MailChoices Choices { get; private set; } = null!;

    public MailText Words => new(Choices.Language);

    /// <summary>True right after the choices were saved.</summary>
    [BindProperty(SupportsGet = true, Name = "sparat")]
    public bool IsSaved { get; set; }

    /// <summary>True when the form proves with a token that it was sent from here.</summary>
    public abstract bool HasFormToken { get; }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <param name="wanted">Names of the groups of mails that were ticked.</param>
    /// <param name="form">
    /// What a form from here always sends: without it nothing ticked does not mean that nothing is wanted.
    /// </param>
    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "vill")] string[]? wanted, [FromForm(Name = "takt")] string? pace,
        [FromForm(Name = "form")] string? form, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } email)
        {
            return NotFound();
        }

        if (form is null)
        {
            return BadRequest();
        }

        await database.ChangeAsync(async context =>
        {
            var own = await MailChoices.ReadAsync(context, email, cancel);
            var muted = own.Groups.Select(group => group.Name).Except(wanted ?? []).ToHashSet();
            return await MailChoices.ChangeAsync(context, own with
            {
                Muted = muted, Pace = Read(pace) ?? own.Pace,
            }, Now, cancel);
        }, cancel);
        return LocalRedirect($"{Request.Path}?sparat=true");
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) is { } email && await ReadAsync(email, cancel) ? Page() : NotFound();

    /// <summary>Whose mails they are; null when the link is none.</summary>
    protected abstract Task<string?> FindAsync(CancellationToken cancel);

    // By its name alone: a number that is no pace would be stored as one.
    private static ReminderPace? Read(string? said) =>
        Enum.GetValues<ReminderPace>().Cast<ReminderPace?>().FirstOrDefault(pace => $"{pace}" == said);

    private async Task<bool> ReadAsync(string email, CancellationToken cancel)
    {
        await using var context = database.Open();
        Choices = await MailChoices.ReadAsync(context, email, cancel);
        Coming = rounds.Calendar is { } calendar
            ? await ReminderForecast.OfAsync(context, calendar, email, Now, cancel) : [];
        return true;
    }
}
