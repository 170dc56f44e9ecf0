using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>The certificate by which the tenant knows the service, as it lies in a file.</summary>
public static class TenantCertificate
{
    /// <exception cref="CryptographicException">It is no certificate with its key, or the password is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static X509Certificate2 Read(string file, string? passwordFile) => Read(
        File.ReadAllBytes(file), passwordFile is null ? null : File.ReadAllText(passwordFile).TrimEnd('\r', '\n'));

    internal static X509Certificate2 Read(byte[] content, string? password)
    {
        var text = Encoding.Latin1.GetString(content);
        if (!text.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            return Keyed(X509CertificateLoader.LoadPkcs12(content, password));
        }

        try
        {
            return text.Contains("-----BEGIN ENCRYPTED PRIVATE KEY", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromEncryptedPem(text, text, password) : X509Certificate2.CreateFromPem(text, text);
        }
        catch (ArgumentException wrong)
        {
            // Said of a key that is of another certificate than the first in the file.
            throw new CryptographicException("The key is not the certificate's", wrong);
        }
    }

    private static X509Certificate2 Keyed(X509Certificate2 certificate) =>
        certificate.HasPrivateKey ? certificate : throw new CryptographicException("There is no key in the file");
}
