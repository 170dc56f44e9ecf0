using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>Which certificate a mail server may show: one in its own name from an authority that is trusted.</summary>
internal sealed class ServerTrust(SubmissionServer server)
{
    private SslPolicyErrors _wrong;

    public SslClientAuthenticationOptions Options => new()
    {
        TargetHost = server.Host,
        CertificateChainPolicy = server.CertificateAuthorityFile is { } file ? OnlyFrom(file) : null,
        RemoteCertificateValidationCallback = (_, _, _, wrong) => (_wrong = wrong) == SslPolicyErrors.None,
    };

    /// <summary>Why the connection did not become secret, for the administrator.</summary>
    public string Trouble => _wrong switch
    {
        SslPolicyErrors.None => "den talar inte TLS där; se efter Port och Security",
        SslPolicyErrors.RemoteCertificateNameMismatch => $"dess certifikat gäller ett annat namn än {server.Host}",
        _ => "dess certifikat har gått ut eller kommer från en utfärdare som inte är betrodd; se efter "
            + "CertificateAuthorityFile",
    };

    private static X509ChainPolicy OnlyFrom(string file)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw SubmissionWords.Setting(MailStage.Security,
                $"CertificateAuthorityFile går inte att läsa ({wrong.Message})");
        }

        return policy;
    }
}
