using System.Net;
using System.Text.RegularExpressions;
using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.SignIn;

public sealed class MailLinkTests
{
    private const string Anna = "anna.ask@nord.example";

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, InlineData(Provider.PostgreSql)]
    public async Task A_member_signs_in_with_a_link_and_is_still_signed_in_after_a_restart(Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        var port = "http://127.0.0.1:" + FreePort.Take();
        await using var service = new RunningService(
            installation.Program().Start("serve", "--urls", port, "--data", installation.Data));
        await service.ServesAsync();
        using var browser = new Visitor(service.Address!);
        await Patience.UntilAsync(async () => (await browser.GetAsync("/nord")).Status == HttpStatusCode.OK,
            () => $"the pages. {service.Program}");

        var asked = await browser.GetAsync("/nord/styrgrupp/personer");
        Assert.Equal("/logga-in?till=%2Fnord%2Fstyrgrupp%2Fpersoner", asked.Location);
        await browser.PostAsync(asked.Location!, "/logga-in", ("email", " Anna.Ask@nord.example "),
            ("till", "/nord/styrgrupp/personer"));
        var link = await LinkAsync(installation);
        // A mail program looks at it first, twice.
        Assert.Contains(Anna, (await browser.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains(Anna, (await new Visitor(service.Address!).GetAsync(link)).Text, StringComparison.Ordinal);
        var signedIn = await browser.PostAsync(link);
        Assert.Equal((HttpStatusCode.Redirect, "/nord/styrgrupp/personer"), (signedIn.Status, signedIn.Location));
        Assert.Contains("Anna Ask", (await browser.GetAsync(signedIn.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains("gäller inte längre", (await browser.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await service.StopAsync());
        Assert.DoesNotContain("anna.ask", service.Program.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(link.Split('/')[^1], service.Program.ToString(), StringComparison.Ordinal);

        await using var again = new RunningService(
            installation.Program().Start("serve", "--urls", port, "--data", installation.Data));
        await again.ServesAsync();
        await Patience.UntilAsync(async () => (await browser.GetAsync("/min-sida")).Status == HttpStatusCode.OK,
            () => $"that she is signed in still. {again.Program}");
        await browser.PostAsync("/min-sida", "/min-sida?handler=SignOut");
        Assert.True((await browser.GetAsync("/min-sida")).AsksToSignIn);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_keys_of_forms_and_cookies_are_encrypted_in_the_database_and_the_same_on_every_node(
        Provider provider)
    {
        await using var service = await OpenService.StartAsync(provider);
        using var anna = await service.VisitorAsync(Anna);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/min-sida")).Status);

        var keys = new ProtectionKeys(service.Installation.Database).All();
        Assert.Contains("<sealed ", Assert.Single(keys), StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", keys[0], StringComparison.Ordinal);

        await using var other = await service.AgainAsync();
        using var there = new Visitor(other.Address);
        foreach (Cookie cookie in anna.Cookies)
        {
            there.Add($"{cookie.Name}={cookie.Value}");
        }

        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/min-sida")).Status);
    }

    [Fact]
    public async Task Nobody_learns_whether_an_address_is_known_here()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var browser = service.Visitor();

        var known = await browser.PostAsync("/logga-in", null, ("email", Anna));
        var unknown = await browser.PostAsync("/logga-in", null, ("email", "ingen@nord.example"));

        Assert.Equal(HttpStatusCode.OK, known.Status);
        Assert.Equal(known.Text, unknown.Text);
        await LinkAsync(service.Folder);
        Assert.Single(Mails(service.Folder));
        var mistyped = await browser.PostAsync("/logga-in", null, ("email", "anna"));
        Assert.Contains("Skriv hela adressen", mistyped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_works_for_a_quarter_of_an_hour_and_nobodys_mailbox_is_filled()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var browser = service.Visitor();
        for (var i = 0; i < 3 * OneTimeLinks.MostAtOnce; i++)
        {
            await browser.PostAsync("/logga-in", null, ("email", Anna));
        }

        // Somebody else's wish is served after all of hers.
        await browser.PostAsync("/logga-in", null, ("email", "bo.berg@nord.example"));
        await Patience.UntilAsync(() => Mails(service.Folder).Any(mail => mail.Contains("bo.berg@", StringComparison.Ordinal)),
            () => string.Join('\n', Mails(service.Folder)));
        Assert.Equal(OneTimeLinks.MostAtOnce + 1, Mails(service.Folder).Count);

        var link = await LinkAsync(service.Folder);
        service.Clock.Pass(TimeSpan.FromMinutes(16));
        // The form was opened before.
        var late = await browser.PostAsync("/logga-in", link);
        Assert.Contains("gäller inte längre", late.Text, StringComparison.Ordinal);
        Assert.True((await browser.GetAsync("/min-sida")).AsksToSignIn);
    }

    [Theory]
    [InlineData("https://ond.example/")]
    [InlineData("//ond.example/")]
    [InlineData("/\\ond.example/")]
    // What no header carries: the link would be used up, and nobody signed in.
    [InlineData("/å")]
    [InlineData("/sida\r\nX-Ond: ja")]
    public async Task A_sign_in_never_leads_to_somebody_elses_server(string target)
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var browser = service.Visitor();
        await browser.PostAsync("/logga-in?till=" + Uri.EscapeDataString(target), "/logga-in", ("email", Anna), ("till", target));

        var signedIn = await browser.PostAsync(await LinkAsync(service.Folder));

        Assert.Equal("/min-sida", signedIn.Location);
    }

    [Fact]
    public async Task A_link_leads_to_the_service_whatever_host_the_request_named()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var browser = service.Visitor();
        browser.Headers.Host = "ond.example";
        browser.Headers.Add("X-Forwarded-Host", "ond.example");

        await browser.PostAsync("/logga-in", null, ("email", Anna));

        await LinkAsync(service.Folder);
        Assert.DoesNotContain("ond.example", Assert.Single(Mails(service.Folder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_in_again_in_the_same_browser_has_left_the_session_before()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var browser = await service.VisitorAsync(Anna);
        var before = browser.Cookies["annualcycle"]!.Value;
        await browser.PostAsync("/logga-in", null, ("email", Anna));
        await browser.PostAsync(await LinkAsync(service.Folder));

        using var thief = service.Visitor();
        thief.Add($"annualcycle={before}");
        Assert.True((await thief.GetAsync("/min-sida")).AsksToSignIn);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/min-sida")).Status);
    }

    private static IReadOnlyList<string> Mails(SmallInstallation installation)
    {
        var folder = Path.Combine(installation.Data, "mail");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText)] : [];
    }

    /// <summary>The path of the link in her first mail, once it has come.</summary>
    private static async Task<string> LinkAsync(SmallInstallation installation)
    {
        string? Found() => Mails(installation).FirstOrDefault(mail => mail.Contains(Anna, StringComparison.Ordinal));
        await Patience.UntilAsync(() => Found() is not null, () => "a mail");
        return Regex.Match(Found()!, @"/logga-in/lank/\S+").Value;
    }
}
