using Azure.Core;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>Gets what the service shows Microsoft Graph at each request. The credential keeps it as long as it holds.</summary>
/// <param name="make">Makes a credential that remembers nothing.</param>
/// <param name="scope">The root of Graph and <c>/.default</c>.</param>
public sealed class GraphKeys(Func<TokenCredential> make, string scope)
{
    private volatile TokenCredential? _credential;

    /// <param name="claims">What the service asked to have proven, as it wrote it; null for nothing.</param>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">The tenant does not give one.</exception>
    public async Task<string> GetAsync(string? claims, CancellationToken cancel)
    {
        var credential = _credential ??= make();
        var key = await credential.GetTokenAsync(new TokenRequestContext([scope], claims: claims, isCaeEnabled: true), cancel);
        return key.Token;
    }

    /// <summary>What was given is refused: the next is asked for anew.</summary>
    public void Forget() => _credential = null;
}
