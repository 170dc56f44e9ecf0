using System.Security.Cryptography.X509Certificates;
using AnnualCycle.Publishing.Outlook;
using Azure.Identity;

namespace AnnualCycle.Publishing.Tests.Outlook;

public sealed class TenantCredentialTests
{
    [Fact]
    public async Task A_secret_that_is_renewed_in_its_file_is_used_from_the_next_request_on_and_until_then_one_key_is_enough()
    {
        await using var small = await SmallTenant.StartAsync();
        using var tenant = new OutlookTenant(small.BySecret, small.Time);
        var first = await tenant.Keys.GetAsync(null, default);
        Assert.Equal(first, await tenant.Keys.GetAsync(null, default));
        Assert.Single(small.Graph.Tokens.Requests);

        small.Graph.Tokens.Secret = "ny hemlighet";
        await File.WriteAllTextAsync(small.SecretFile, "ny hemlighet");
        Assert.NotEqual(first, await tenant.Keys.GetAsync(null, default));
        Assert.Equal([200, 200], small.Graph.Tokens.Requests.Select(own => own.Status));
    }

    [Fact]
    public async Task A_certificate_is_renewed_without_a_restart_and_one_that_is_half_written_keeps_nobody_out()
    {
        await using var small = await SmallTenant.StartAsync(StandingTime.AtNow);
        await File.WriteAllTextAsync(small.CertificateFile, SmallTenant.PemOf(small.NewCertificate("gammalt")));
        using var tenant = new OutlookTenant(small.ByCertificate, small.Time);
        var first = await tenant.Keys.GetAsync(null, default);

        var fresh = SmallTenant.PemOf(small.NewCertificate("nytt"));
        await File.WriteAllTextAsync(small.CertificateFile, fresh[..(fresh.Length / 2)]);
        Assert.Equal(first, await tenant.Keys.GetAsync(null, default));

        await File.WriteAllTextAsync(small.CertificateFile, fresh);
        Assert.NotEqual(first, await tenant.Keys.GetAsync(null, default));
        Assert.Equal([200, 200], small.Graph.Tokens.Requests.Select(own => own.Status));
    }

    [Fact]
    public async Task A_certificate_may_lie_in_a_PFX_with_a_password_of_its_own_file()
    {
        await using var small = await SmallTenant.StartAsync(StandingTime.AtNow);
        await File.WriteAllBytesAsync(small.CertificateFile, small.NewCertificate("pfx").Export(X509ContentType.Pkcs12, "lösen ord"));
        await File.WriteAllTextAsync(small.PasswordFile, "lösen ord\n");
        using var tenant = new OutlookTenant(small.ByCertificate with { CertificatePasswordFile = small.PasswordFile }, small.Time);
        Assert.NotEmpty(await tenant.Keys.GetAsync(null, default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-----BEGIN CERTIFICATE-----\ninget\n-----END CERTIFICATE-----")]
    [InlineData("ingenting alls")]
    public async Task A_file_that_holds_no_certificate_is_no_fault_of_the_programs(string? content)
    {
        await using var small = await SmallTenant.StartAsync();
        if (content is not null)
        {
            await File.WriteAllTextAsync(small.CertificateFile, content);
        }

        using var tenant = new OutlookTenant(small.ByCertificate, small.Time);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => tenant.Keys.GetAsync(null, default));
    }

    [Theory]
    [InlineData("https://graph.example", "https://graph.example/v1.0/")]
    [InlineData("https://graph.example/", "https://graph.example/v1.0/")]
    [InlineData("http://127.0.0.1:5000/graph/v1.0/", "http://127.0.0.1:5000/graph/v1.0/")]
    public void Requests_begin_with_the_version_of_Graph_that_is_spoken(string endpoint, string root)
    {
        var access = new TenantAccess("nord.example", "id") { Endpoint = new Uri(endpoint), Authority = new Uri("https://login.example") };
        Assert.Equal(root, access.Root.AbsoluteUri);
        Assert.EndsWith("/.default", access.Scope, StringComparison.Ordinal);
    }
}
