using AnnualCycle.Server.Years;

namespace AnnualCycle.Server.Pages;

/// <summary>
/// Asks people to come back in a moment while the years are being read after a start: a page that is there must never
/// be called missing. Files of the pages themselves are there at once.
/// </summary>
public sealed class NotOpenYet(RequestDelegate next, YearsInForce years)
{
    private const string SecondsToWait = "3";

    public Task InvokeAsync(HttpContext context)
    {
        if (years.IsOpen || Path.HasExtension(context.Request.Path.Value) || context.Request.Path.StartsWithSegments("/fel"))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = SecondsToWait;
        return Task.CompletedTask;
    }
}
