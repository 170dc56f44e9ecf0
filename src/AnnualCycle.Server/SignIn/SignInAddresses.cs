using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Authentication;

namespace AnnualCycle.Server.SignIn;

/// <summary>The addresses of signing in that are no pages.</summary>
public static class SignInAddresses
{
    /// <summary>Sends people to their organisation; they come back to where they were going.</summary>
    public static void MapSignIn(this WebApplication app) =>
        app.MapGet("/logga-in/med/{provider}", (string provider, string? till, WayIn way) =>
            !way.Has(provider) ? Results.NotFound() : Results.Challenge(
                new AuthenticationProperties { RedirectUri = OwnAddress.Of(till) ?? "/min-sida" }, [provider]))
            .WithMetadata(new AllowedFor(Role.Public));
}
