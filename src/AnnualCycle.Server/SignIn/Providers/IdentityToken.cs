using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AnnualCycle.Server.SignIn.Providers;

/// <summary>Who somebody is at their organisation.</summary>
/// <param name="Subject">The organisation's own name for the person.</param>
/// <param name="Email">Null when the organisation did not say it here.</param>
internal sealed record IdentifiedPerson(string Subject, string? Email);

/// <summary>Reads and checks an ID token (OpenID Connect Core 1.0 section 3.1.3.7).</summary>
internal sealed class IdentityToken(OpenIdConnectConfiguration issuer, string clientId, string emailClaim)
{
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.RsaSha384, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.RsaSha512,
    ];

    /// <exception cref="AuthenticationFailureException">The token is not for us, not now, or not from them.</exception>
    public async Task<IdentifiedPerson> ReadAsync(OAuthTokenResponse tokens, string? nonce)
    {
        var text = tokens.Response!.RootElement.TryGetProperty("id_token", out var found) ? found.GetString() : null;
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        var result = await handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer, ValidAudience = clientId, IssuerSigningKeys = issuer.SigningKeys,
            ValidAlgorithms = Algorithms, RequireExpirationTime = true, RequireSignedTokens = true,
        });
        if (!result.IsValid)
        {
            throw new AuthenticationFailureException("The organisation's answer was not valid.", result.Exception);
        }

        string? Claim(string name) => result.ClaimsIdentity.FindFirst(name)?.Value;
        return nonce is not null && Claim("nonce") == nonce && Claim("sub") is { } subject
            ? new(subject, EmailOf(Claim(emailClaim), Claim("email_verified")))
            : throw new AuthenticationFailureException("The organisation's answer was to another question.");
    }

    /// <summary>
    /// In lower case; null when it is none, when it has letters that only look like others, or when the organisation does
    /// not say that it is verified, having said something.
    /// </summary>
    public static string? EmailOf(string? email, string? verified) =>
        email is not null && email.Count(letter => letter == '@') == 1
            && email.All(letter => letter is > ' ' and < '\x7f')
            && (verified is null || string.Equals(verified, "true", StringComparison.OrdinalIgnoreCase))
                ? email.ToLowerInvariant() : null;
}
