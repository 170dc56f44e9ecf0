using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AnnualCycle.Testing;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

/// <summary>An authority of the tests' own, and the certificates that it gave to servers.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset To = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly X509Certificate2 Authority = SelfSigned("CN=Region Nords utfärdare");

    /// <summary>Of localhost, from the authority.</summary>
    public static X509Certificate2 Localhost { get; } = Issued("localhost");

    /// <summary>Of another host, from the authority.</summary>
    public static X509Certificate2 Elsewhere { get; } = Issued("post.nord.example");

    /// <summary>Writes the authority's certificate and gives the file's name.</summary>
    public static string AuthorityFile(TemporaryFolder folder)
    {
        File.WriteAllText(folder.File("ca.pem"), Authority.ExportCertificatePem());
        return folder.File("ca.pem");
    }

    /// <summary>Another authority, which gave nothing to anybody.</summary>
    public static string StrangersFile(TemporaryFolder folder)
    {
        File.WriteAllText(folder.File("stranger.pem"), SelfSigned("CN=Någon annan").ExportCertificatePem());
        return folder.File("stranger.pem");
    }

    private static X509Certificate2 SelfSigned(string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, To);
    }

    private static X509Certificate2 Issued(string host)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request.Create(Authority, From, To, [1, (byte)host.Length]).CopyWithPrivateKey(key);
    }
}
