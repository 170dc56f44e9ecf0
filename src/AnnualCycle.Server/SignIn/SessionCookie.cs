using System.Security.Claims;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NodaTime;

namespace AnnualCycle.Server.SignIn;

/// <summary>
/// What a signed-in browser carries: the secret of a session, which is looked up at each request. The cookie alone opens
/// nothing once the session has been ended.
/// </summary>
public sealed class SessionCookie(Sessions sessions, ViewerReader viewers, TimeProvider time)
    : CookieAuthenticationEvents
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "session";

    private const string SecretClaim = "session";

    /// <summary>The person as the cookie has them.</summary>
    public static ClaimsPrincipal Principal(string secret) =>
        new(new ClaimsIdentity([new Claim(SecretClaim, secret)], Scheme));

    /// <summary>Begins a session and gives the browser its cookie.</summary>
    public static async Task BeginAsync(HttpContext context, string email, string way)
    {
        await EndPresentAsync(context);
        var keeper = context.RequestServices.GetRequiredService<SessionKeeper>();
        await context.SignInAsync(Scheme, Principal(await keeper.BeginAsync(email, way, context.RequestAborted)));
    }

    /// <summary>Ends the session that the browser has, if any, before it gets another.</summary>
    public static Task EndPresentAsync(HttpContext context) => context.Viewer() is { } present
        ? context.RequestServices.GetRequiredService<Sessions>()
            .EndAsync(present.Email, present.Session, context.RequestAborted)
        : Task.CompletedTask;

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        try
        {
            var viewer = await ViewerAsync(context.Principal, context.HttpContext.RequestAborted);
            if (viewer is null)
            {
                context.RejectPrincipal();
                return;
            }

            context.HttpContext.Features.Set(viewer);
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is not null)
        {
            // What is public goes on without a database; nobody is signed in meanwhile.
            context.RejectPrincipal();
        }
    }

    /// <summary>Whoever is not signed in is asked to, and comes back to where they were going.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var target = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "";
        context.Response.Redirect("/logga-in" + (target.Length > 0 ? QueryString.Create("till", target) : ""));
        return Task.CompletedTask;
    }

    /// <summary>The same answer whether the page is there or not.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task<Viewer?> ViewerAsync(ClaimsPrincipal? principal, CancellationToken cancel)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return principal?.FindFirstValue(SecretClaim) is { } secret
            && await sessions.FindAsync(secret, now, cancel) is { } session
            && await viewers.OfAsync(session.Email, cancel) is { } viewer ? viewer with { Session = session.IdHash } : null;
    }
}

/// <summary>Begins sessions of the length that the administrator has set.</summary>
public sealed class SessionKeeper(Sessions sessions, TimeProvider time, Duration length)
{
    /// <returns>The secret for the cookie.</returns>
    public Task<string> BeginAsync(string email, string way, CancellationToken cancel) =>
        sessions.BeginAsync(email, way, Instant.FromDateTimeOffset(time.GetUtcNow()), length, cancel);
}
