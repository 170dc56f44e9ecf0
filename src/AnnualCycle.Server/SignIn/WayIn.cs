using System.Security.Claims;
using AnnualCycle.Server.Configuration;
using Microsoft.AspNetCore.Authentication;

namespace AnnualCycle.Server.SignIn;

/// <summary>Lets in whoever an organisation has vouched for, when the address is known here.</summary>
internal sealed class WayIn(SignInOptions options, ViewerReader viewers, SessionKeeper sessions, ILogger<WayIn> log)
{
    private const int LongestReason = 200;

    // Where a person is told, in words, why it did not work.
    private const string Unknown = "/logga-in?fel=okand", Failed = "/logga-in?fel=organisation";

    public bool Has(string provider) => options.Providers.ContainsKey(provider);

    /// <summary>Somebody came back from their organisation.</summary>
    public async Task ArrivedAsync(TicketReceivedContext arrived)
    {
        var cancel = arrived.HttpContext.RequestAborted;
        if (arrived.Principal?.FindFirstValue(ClaimTypes.Email) is { } email
            && await viewers.OfAsync(email, cancel) is not null)
        {
            await SessionCookie.EndPresentAsync(arrived.HttpContext);
            arrived.Principal = SessionCookie.Principal(
                await sessions.BeginAsync(email, arrived.Scheme.DisplayName!, cancel));
            return;
        }

        arrived.HandleResponse();
        arrived.Response.Redirect(Unknown);
    }

    /// <summary>The reason goes to the log; it names no person and holds no token.</summary>
    public Task FailedAsync(RemoteFailureContext failed)
    {
        log.LogWarning("Inloggning hos {Provider} gick inte: {Reason} ({Cause})", failed.Scheme.DisplayName,
            OneLine(failed.Failure?.Message ?? ""), failed.Failure?.InnerException?.GetType().Name);
        failed.HandleResponse();
        failed.Response.Redirect(Failed);
        return Task.CompletedTask;
    }

    // Some of it may be the words of whoever sent the answer.
    private static string OneLine(string text) =>
        string.Concat(text.Where(letter => !char.IsControl(letter)).Take(LongestReason));
}
