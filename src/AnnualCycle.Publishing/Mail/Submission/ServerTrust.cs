using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>Which certificates a mail server may show: those in its name from an authority that is trusted.</summary>
internal static class ServerTrust
{
    public static SslClientAuthenticationOptions Of(SubmissionServer server) => new()
    {
        TargetHost = server.Host,
        CertificateChainPolicy = server.CertificateAuthorityFile is { } file ? OnlyFrom(file) : null,
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
            throw SubmissionWords.Setting(MailStage.Security, $"CertificateAuthorityFile går inte att läsa ({wrong.Message})");
        }

        return policy;
    }
}
