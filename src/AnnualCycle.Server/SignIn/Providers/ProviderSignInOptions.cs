using AnnualCycle.Server.Configuration;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AnnualCycle.Server.SignIn.Providers;

/// <summary>One organisation's sign-in as the host needs it.</summary>
public sealed class ProviderSignInOptions : OAuthOptions
{
    public ProviderOptions Provider { get; set; } = new();

    /// <summary>What the issuer says of itself: addresses and keys, fetched when needed and kept for a day.</summary>
    public IConfigurationManager<OpenIdConnectConfiguration> Issuer { get; set; } = null!;

    /// <summary>Asks only over https, but for an issuer on this computer.</summary>
    public void Use(ProviderOptions provider)
    {
        Provider = provider;
        (ClientId, ClientSecret) = (provider.ClientId, provider.Secret());
        var address = $"{provider.Authority!.ToString().TrimEnd('/')}/.well-known/openid-configuration";
        Issuer = new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = !provider.Authority.IsLoopback });
        // Replaced by what the issuer says; the host wants something at start.
        (AuthorizationEndpoint, TokenEndpoint) = (address, address);
        (UsePkce, SaveTokens) = (true, false);
        foreach (var scope in (string[])["openid", "email", "profile"])
        {
            Scope.Add(scope);
        }
    }
}
