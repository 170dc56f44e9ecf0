using AnnualCycle.Server.SignIn;

namespace AnnualCycle.Server.Pages;

/// <summary>
/// Tells browsers what a page of ours may do: no script, nothing from elsewhere, no frame around it, and that other
/// sites do not learn which page somebody came from. What an answer has said itself stands.
/// </summary>
public sealed class PageHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    private const string Year = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", Policy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
            AddForPersons(context, headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void AddForPersons(HttpContext context, IHeaderDictionary headers)
    {
        if (context.Request.IsHttps)
        {
            headers.TryAdd("Strict-Transport-Security", Year);
        }

        // What somebody sees who is signed in stays in no cache, nor does what asks them to sign in.
        if (context.Viewer() is not null || headers.SetCookie.Count > 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
