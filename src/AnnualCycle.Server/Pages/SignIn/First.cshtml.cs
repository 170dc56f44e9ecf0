using AnnualCycle.Publishing.Mail;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace AnnualCycle.Server.Pages.SignIn;

/// <summary>Where whoever started the service becomes its first administrator.</summary>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Policy)]
public sealed class FirstModel(OneTimeLinks links, Database database, TimeProvider time) : PageModel
{
    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public bool IsGood { get; private set; }

    public bool IsMistyped { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancel) => await LookAsync(token, cancel);

    public async Task<IActionResult> OnPostAsync(string token, string? email, CancellationToken cancel)
    {
        var address = email?.Trim().ToLowerInvariant() ?? "";
        if (new Mailbox(address).Wire is null)
        {
            await LookAsync(token, cancel);
            IsMistyped = true;
            return Page();
        }

        await LookAsync(token, cancel);
        if (!IsGood || !await database.ChangeAsync(context => AppointAsync(context, token, address, cancel), cancel))
        {
            IsGood = false;
            return Page();
        }

        await SessionCookie.BeginAsync(HttpContext, address, "länken vid starten");
        return LocalRedirect("/min-sida");
    }

    // Within one change: of two who press the button at once one becomes it.
    private async Task<bool> AppointAsync(
        AnnualCycleContext context, string token, string email, CancellationToken cancel)
    {
        if (await RoleGrants.HasAdministratorAsync(context, cancel)
            || await OneTimeLinks.TakeAsync(context, token, LinkPurpose.FirstAdministrator, Now, cancel) is null)
        {
            return false;
        }

        var at = await Database.NotBeforeAsync(context, Now, cancel);
        await new RoleGrants(context, $"{email} (länken vid starten)", at)
            .GiveAsync(email, Role.Administrator, "", cancel);
        return true;
    }

    private async Task LookAsync(string token, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
        await using var context = database.Open();
        IsGood = !await RoleGrants.HasAdministratorAsync(context, cancel)
            && await links.LookAsync(token, LinkPurpose.FirstAdministrator, Now, cancel) is not null;
    }
}
