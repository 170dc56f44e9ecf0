using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Graph;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>A tenant of the tests' own, and the files by which the service is let in there.</summary>
internal sealed class SmallTenant : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallTenant(GraphFake graph, StandingTime time) => (Graph, Time) = (graph, time);

    public GraphFake Graph { get; }

    public StandingTime Time { get; }

    public string SecretFile => _folder.File("hemlighet");

    public string CertificateFile => _folder.File("certifikat");

    public string PasswordFile => _folder.File("lösenord");

    public static async Task<SmallTenant> StartAsync(StandingTime? at = null)
    {
        var time = at ?? new StandingTime(SomeMail.At);
        var tenant = new SmallTenant(await GraphFake.StartAsync(time), time);
        // What asks for keys signs for an address with TLS, and thinks of no other.
        tenant.Graph.Tokens.Authority = new UriBuilder(tenant.Graph.Address) { Scheme = Uri.UriSchemeHttps }.Uri;
        File.WriteAllText(tenant.SecretFile, $"{tenant.Graph.Tokens.Secret}\n");
        return tenant;
    }

    /// <summary>As the settings would have it, with a secret in a file.</summary>
    public TenantAccess BySecret => new(Graph.Tokens.Tenant, Graph.Tokens.ClientId)
    {
        Endpoint = Graph.Address, Authority = Graph.Address, IsPrivate = true, SecretFile = SecretFile,
    };

    public TenantAccess ByCertificate => BySecret with { SecretFile = null, CertificateFile = CertificateFile };

    /// <summary>A certificate that the tenant knows from now on, and no other.</summary>
    public X509Certificate2 NewCertificate(string name)
    {
        var key = RSA.Create(2048);
        var made = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Time.GetUtcNow().AddYears(-1), Time.GetUtcNow().AddDays(99));
        Graph.Tokens.Certificate = made;
        return made;
    }

    public static string PemOf(X509Certificate2 certificate) =>
        $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n";

    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        _folder.Dispose();
    }
}
