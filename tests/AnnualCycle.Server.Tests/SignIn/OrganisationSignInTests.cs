using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Tests.Pages;
using AnnualCycle.Storage;
using Microsoft.Playwright;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>People of several organisations sign in, each at their own, in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class OrganisationSignInTests(Browser browser)
{
    private const string Bo = "bo.berg@nord.example", Siv = "siv.syd@syd.example";

    [Fact]
    public async Task People_of_two_organisations_sign_in_each_at_their_own_and_meet_in_the_same_group()
    {
        await using var nord = new Organisation();
        await using var syd = new Organisation();
        await using var service = await StartAsync(("nord", nord.Options("Region Nord", "nord.example")),
            ("syd", syd.Options("Syds kommun", "syd.example, syd-skolor.example")));
        await service.SeatAsync(Siv, "sluten/rad.ledamot");
        await nord.OpenAsync(service.Address, "nord");
        await syd.OpenAsync(service.Address, "syd", "userinfo");

        foreach (var (organisation, email) in new[] { ("Region Nord", Bo), ("Syds kommun", Siv) })
        {
            var page = await browser.Open(new Uri(service.Address, "/sluten/rad/personer"));
            await page.GetByRole(AriaRole.Link, new() { Name = $"Logga in med {organisation}" }).ClickAsync();
            await SayAsync(page, email);
            Assert.Equal(new Uri(service.Address, "/sluten/rad/personer").ToString(), page.Url);
            var people = await page.InnerTextAsync("main");
            Assert.Contains("Bo Berg", people, StringComparison.Ordinal);
            Assert.Contains("siv.syd", people, StringComparison.Ordinal);
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    // Whoever runs a directory may write any address into it.
    [InlineData("chef@annan.example", "Det gick inte att logga in hos din organisation")]
    [InlineData("ej-verifierad@nord.example", "Det gick inte att logga in hos din organisation")]
    [InlineData("ny.ida@nord.example", "Din adress finns inte i någon grupp här")]
    public async Task Who_is_not_vouched_for_or_not_known_is_told_what_to_do_and_is_not_signed_in(string email, string told)
    {
        await using var nord = new Organisation();
        await using var service = await StartAsync(("nord", nord.Options("Region Nord", "nord.example")));
        await service.SeatAsync("chef@annan.example", "nord/styrgrupp.ordforande");
        await service.SeatAsync("ej-verifierad@nord.example", "nord/styrgrupp.ordforande");
        await nord.OpenAsync(service.Address, "nord");

        var page = await browser.Open(new Uri(service.Address, "/logga-in/med/nord"));
        await SayAsync(page, email);

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(told);
        await page.GotoAsync(new Uri(service.Address, "/min-sida").ToString());
        Assert.Contains("/logga-in", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_and_an_organisation_that_is_away_let_nobody_in()
    {
        await using var nord = new Organisation();
        await using var service = await StartAsync(("nord", nord.Options("Region Nord", "nord.example")));
        using var visitor = service.Visitor();

        Assert.Equal("/logga-in?fel=organisation", (await visitor.GetAsync("/logga-in/med/nord")).Location);
        Assert.Equal("/logga-in?fel=organisation",
            (await visitor.GetAsync("/signin-oidc/nord?code=stulen&state=gissad")).Location);
        await nord.OpenAsync(service.Address, "nord");
        var sent = await visitor.GetAsync("/logga-in/med/nord?till=//ond.example");
        Assert.StartsWith(nord.Address, sent.Location, StringComparison.Ordinal);
        var state = System.Web.HttpUtility.ParseQueryString(new Uri(sent.Location!).Query)["state"];
        Assert.Contains("code_challenge_method=S256", sent.Location, StringComparison.Ordinal);
        Assert.Contains("nonce=", sent.Location, StringComparison.Ordinal);

        // In another browser than the one that asked, and with a code that was never given.
        using var other = service.Visitor();
        var back = $"/signin-oidc/nord?code=gissad&state={Uri.EscapeDataString(state!)}";
        Assert.Equal("/logga-in?fel=organisation", (await other.GetAsync(back)).Location);
        Assert.Equal("/logga-in?fel=organisation", (await visitor.GetAsync(back)).Location);
        Assert.True((await visitor.GetAsync("/min-sida")).AsksToSignIn);
    }

    private static Task<OpenService> StartAsync(params (string Name, ProviderOptions Provider)[] organisations)
    {
        var options = new ServiceOptions();
        foreach (var (name, provider) in organisations)
        {
            options.SignIn.Providers[name] = provider;
        }

        return OpenService.StartAsync(Provider.Sqlite, options, SetClock.AtNow);
    }

    // The organisation's own pages: who one is, and that the service may know it.
    private static async Task SayAsync(IPage page, string email)
    {
        await page.FillAsync("input[name=login]", email);
        await page.FillAsync("input[name=password]", "vad som helst");
        await page.ClickAsync("button[type=submit]");
        await page.ClickAsync("button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/interaction/") && !url.Contains("/auth"));
    }
}
