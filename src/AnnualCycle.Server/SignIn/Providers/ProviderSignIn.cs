using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace AnnualCycle.Server.SignIn.Providers;

/// <summary>
/// Signs people in at their organisation: OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636), state
/// and nonce. The framework's OAuth handler does the journey; what makes it OpenID Connect is here.
/// </summary>
public sealed class ProviderSignIn(
    IOptionsMonitor<ProviderSignInOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<ProviderSignInOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            await DiscoverAsync();
        }
        catch (AuthenticationFailureException failure)
        {
            await Events.RemoteFailure(new RemoteFailureContext(Context, Scheme, Options, failure));
            return;
        }

        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        // Travels protected inside the state, and comes back in the signed token.
        properties.Items[Nonce] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, nonce);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        await DiscoverAsync();
        return await base.ExchangeCodeAsync(context);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        properties.Items.Remove(Nonce, out var nonce);
        var issuer = await Options.Issuer.GetConfigurationAsync(Context.RequestAborted);
        var person = await new IdentityToken(issuer, Options.ClientId, Options.Provider.EmailClaim).ReadAsync(tokens, nonce);
        var email = person.Email ?? await new UserInformation(Backchannel, issuer)
            .EmailAsync(tokens, person.Subject, Context.RequestAborted);
        return email is not null && Options.Provider.AnswersFor(email)
            ? new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Email, email)], Scheme.Name)),
                properties, Scheme.Name)
            : throw new AuthenticationFailureException("The organisation does not answer for the address.");
    }

    /// <exception cref="AuthenticationFailureException">The issuer does not answer.</exception>
    private async Task DiscoverAsync()
    {
        try
        {
            var issuer = await Options.Issuer.GetConfigurationAsync(Context.RequestAborted);
            (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (issuer.AuthorizationEndpoint, issuer.TokenEndpoint);
        }
        catch (InvalidOperationException away)
        {
            throw new AuthenticationFailureException("The organisation's sign-in does not answer.", away);
        }
    }
}
