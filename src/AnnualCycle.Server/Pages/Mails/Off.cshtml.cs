using AnnualCycle.Publishing.Links;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace AnnualCycle.Server.Pages.Mails;

/// <summary>
/// What a mail program asks when somebody presses its own button for no more of these mails (RFC 8058): it sends a form
/// without having opened the page. Who opens it presses a button here.
/// </summary>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Links), IgnoreAntiforgeryToken]
public sealed class OffModel(Database database, TimeProvider time) : PageModel
{
    public MailGroup Group { get; private set; } = null!;

    public MailChoices Choices { get; private set; } = null!;

    public MailText Words => new(Choices.Language);

    /// <summary>The page with all choices.</summary>
    public string AllPage => $"/mejl/{RouteData.Values["token"]}";

    public async Task<IActionResult> OnGetAsync(string token, string kind, CancellationToken cancel) =>
        await LookAsync(token, kind, cancel) ? Page() : NotFound();

    // No redirect: a mail program follows none.
    public async Task<IActionResult> OnPostAsync(string token, string kind, CancellationToken cancel)
    {
        if (!await LookAsync(token, kind, cancel))
        {
            return NotFound();
        }

        var wanted = Choices with { Muted = new HashSet<string>(Choices.Muted) { Group.Name } };
        await database.ChangeAsync(context => MailChoices.ChangeAsync(
            context, wanted, Instant.FromDateTimeOffset(time.GetUtcNow()), cancel), cancel);
        Choices = wanted;
        return Page();
    }

    private async Task<bool> LookAsync(string token, string kind, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "no-store";
        await using var context = database.Open();
        if (MailGroup.Find(kind) is not { } group
            || await PersonLinks.FindAsync(context, PersonLinkPurpose.Mails, token, cancel) is not { } link)
        {
            return false;
        }

        (Group, Choices) = (group, await MailChoices.ReadAsync(context, link.Email, cancel));
        return true;
    }
}
