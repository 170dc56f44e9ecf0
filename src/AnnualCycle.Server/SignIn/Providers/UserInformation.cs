using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AnnualCycle.Server.SignIn.Providers;

/// <summary>
/// Asks the issuer for what its ID token did not say (OpenID Connect Core 1.0 section 5.3); most do not put the address
/// into the token unless they are told to.
/// </summary>
internal sealed class UserInformation(HttpClient http, OpenIdConnectConfiguration issuer)
{
    /// <param name="subject">Of the ID token; an answer about anybody else is not used.</param>
    public async Task<string?> EmailAsync(OAuthTokenResponse tokens, string subject, CancellationToken cancel)
    {
        if (issuer.UserInfoEndpoint is not { } address)
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        using var answer = await http.SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw new AuthenticationFailureException("The organisation did not say who it was.");
        }

        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
        string? Of(string name) => said.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
        return Of("sub") == subject ? IdentityToken.EmailOf(Of("email"), Of("email_verified")) : null;
    }
}
