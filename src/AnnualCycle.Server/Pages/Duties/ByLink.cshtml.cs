using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Links;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace AnnualCycle.Server.Pages.Duties;

/// <summary>
/// Where the link in a reminder leads: whoever it was sent to marks what is due as done, without an account. Mail programs
/// open links to look at them, so nothing happens before a button is pressed.
/// </summary>
/// <remarks>
/// The secret in the address is what another site would have to know to send this form, so no cookie is asked for.
/// </remarks>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Links), IgnoreAntiforgeryToken]
public sealed class ByLinkModel(DutyRoom room, Database database, PersonChoices choices) : PageModel
{
    public DutyView Duty { get; private set; } = null!;

    public DutyText Words { get; private set; } = null!;

    /// <summary>Why nothing was done; null when nothing was wrong.</summary>
    public string? Refusal { get; private set; }

    /// <summary>True right after it was taken.</summary>
    [BindProperty(SupportsGet = true, Name = "sparat")]
    public bool IsSaved { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await FindAsync(token, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string token, [FromForm] DutyForm form, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } email
            || await room.TakeAsync(Duty.Item, form, email, cancel) is not { } taken)
        {
            return NotFound();
        }

        if (taken.IsDone)
        {
            return LocalRedirect($"{Request.Path}?sparat=true");
        }

        Refusal = form.Link is { Length: > 0 } link && !DutyDesk.IsLink(link.Trim()) ? Words.NoLink(link) : Words.TooLong;
        return Page();
    }

    // The address holds a secret: it goes to no other site and into no cache. What no plan has any more is gone.
    private async Task<string?> FindAsync(string token, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "no-store";
        await using var context = database.Open();
        if (await PersonLinks.FindAsync(context, PersonLinkPurpose.Duty, token, cancel) is not { } link)
        {
            return null;
        }

        var lists = await room.ReadAsync(cancel);
        Words = new DutyText((await choices.OfAsync(link.Email, cancel)).Language);
        if (lists.Book.All.FirstOrDefault(own => own.Deadline.Uid == link.Subject) is not { CanBeSettled: true } item
            || !lists.IsOf(item, link.Email) && lists.Who.LeadersOf(item.Collaboration).All(own => own.Email != link.Email))
        {
            return null;
        }

        Duty = lists.View(item);
        return link.Email;
    }
}
