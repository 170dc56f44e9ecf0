using AnnualCycle.Publishing.Links;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AnnualCycle.Server.Pages.Mails;

/// <summary>
/// Where the link at the foot of every mail leads: whoever it was sent to chooses their mails, without an account. Mail
/// programs open links to look at them, so nothing happens before a button is pressed.
/// </summary>
/// <remarks>
/// The secret in the address is what another site would have to know to send this form, so no cookie is asked for.
/// </remarks>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Links), IgnoreAntiforgeryToken]
public class ByLinkModel(Installation installation, ReminderRounds rounds, TimeProvider time)
    : MailPage(installation, rounds, time)
{
    private readonly Database _database = installation.Database;

    [FromRoute]
    public string Token { get; set; } = "";

    public override bool HasFormToken => false;

    // The address holds a secret: it goes to no other site and into no cache.
    protected override async Task<string?> FindAsync(CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "no-store";
        await using var context = _database.Open();
        return (await PersonLinks.FindAsync(context, PersonLinkPurpose.Mails, Token, cancel))?.Email;
    }
}
