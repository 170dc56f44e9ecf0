using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace AnnualCycle.Server.Pages.SignIn;

/// <summary>
/// Where a sign-in link leads. Mail programs open links to look at them, so nothing happens before somebody presses the
/// button.
/// </summary>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Policy)]
public sealed class LinkModel(OneTimeLinks links, Database database, ViewerReader viewers, TimeProvider time) : PageModel
{
    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Whom the link was sent to; null when it works no more.</summary>
    public string? Email { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        Hide();
        Email = (await links.LookAsync(token, LinkPurpose.SignIn, Now, cancel))?.Email;
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        Hide();
        // Read first: a change waits for others, and how long tells what the service is doing.
        var link = await links.LookAsync(token, LinkPurpose.SignIn, Now, cancel) is null ? null : await database.ChangeAsync(
            context => OneTimeLinks.TakeAsync(context, token, LinkPurpose.SignIn, Now, cancel), cancel);
        if (link?.Email is not { } email || await viewers.OfAsync(email, cancel) is null)
        {
            return Page();
        }

        await SessionCookie.BeginAsync(HttpContext, email, "länk med mejl");
        return LocalRedirect(link.Target ?? "/min-sida");
    }

    // The address holds a secret as long as the link works.
    private void Hide()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
    }
}
