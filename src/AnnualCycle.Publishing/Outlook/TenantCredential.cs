using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// Asks the tenant for keys with what lies in the files now: a certificate or secret that is renewed needs no restart, and
/// while a new one is only half written the one before goes on.
/// </summary>
internal sealed class TenantCredential(TenantAccess access) : TokenCredential
{
    private readonly Lock _sync = new();
    private byte[] _print = [];
    private TokenCredential? _own;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Own().GetTokenAsync(requestContext, cancellationToken);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Own().GetToken(requestContext, cancellationToken);

    private TokenCredential Own()
    {
        lock (_sync)
        {
            try
            {
                var (proof, password) = Proof();
                var print = SHA256.HashData([.. SHA256.HashData(proof), .. Encoding.UTF8.GetBytes(password ?? "")]);
                if (!print.AsSpan().SequenceEqual(_print))
                {
                    (_own, _print) = (Make(proof, password), print);
                }
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or CryptographicException
                && _own is null)
            {
                throw new AuthenticationFailedException("The file with the secret or the certificate cannot be used", wrong);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or CryptographicException)
            {
                // Read again at the next request; doctor tells what is wrong with the file.
            }

            return _own!;
        }
    }

    private (byte[] Proof, string? Password) Proof() => access.CertificateFile is { } file
        ? (File.ReadAllBytes(file), access.CertificatePasswordFile is { } password
            ? File.ReadAllText(password).TrimEnd('\r', '\n') : null)
        : (Encoding.UTF8.GetBytes(access.Secret ?? File.ReadAllText(access.SecretFile!).Trim()), null);

    private TokenCredential Make(byte[] proof, string? password) => access.CertificateFile is null
        ? new ClientSecretCredential(access.Tenant, access.ClientId, Encoding.UTF8.GetString(proof),
            Options(new ClientSecretCredentialOptions { DisableInstanceDiscovery = access.IsPrivate }))
        : new ClientCertificateCredential(access.Tenant, access.ClientId, TenantCertificate.Read(proof, password),
            Options(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = access.IsPrivate }));

    private T Options<T>(T options) where T : TokenCredentialOptions
    {
        var plain = access.Authority.Scheme == Uri.UriSchemeHttp;
        options.AuthorityHost = plain ? new UriBuilder(access.Authority) { Scheme = Uri.UriSchemeHttps }.Uri : access.Authority;
        options.Transport = plain ? new HttpClientTransport(new LoopbackHandler()) : options.Transport;
        options.Diagnostics.IsTelemetryEnabled = false;
        return options;
    }

    // The library takes no authority without TLS; on this machine alone it may be done without.
    private sealed class LoopbackHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { IsLoopback: true } own)
            {
                request.RequestUri = new UriBuilder(own) { Scheme = Uri.UriSchemeHttp }.Uri;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
