using AnnualCycle.Server.Tests.Pages;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>The pages of those who are signed in, in a browser: for everybody's eyes, keyboard and window.</summary>
[Collection(BrowserTests.Name)]
public sealed class SignedInPagesTests(Browser browser)
{
    private const string Chief = "anna.ask@nord.example";

    [Fact]
    public async Task Every_page_keeps_to_WCAG_and_to_the_window()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite, clock: SetClock.AtNow);
        await service.GiveAsync(Chief, Role.Administrator, "");
        await service.GiveAsync(Chief, Role.ProcessLeader, "nord");
        using var chief = await service.VisitorAsync(Chief);
        var person = System.Text.RegularExpressions.Regex.Match(
            (await chief.GetAsync("/nord/personer")).Text, "/personer/person/[^\"]+").Value;
        var link = await AskedRounds.StartAsync(service, chief);
        await AskedRounds.PutAsideAsync(service);
        var mails = await service.MailsPageAsync(Chief);
        var cookie = await service.CookieAsync(Chief);
        foreach (var path in (string[])["/logga-in?fel=okand", "/min-sida", "/min-sida/mejl", mails, $"{mails}/av/invites", "/personer", "/nord/personer", "/nord/styrgrupp/personer",
            "/personer/las-in", "/nord/personer/belastning", person, person + "/radera", "/roller", "/logg", "/utskick", "/nord/utskick", "/paminnelser", "/nord/paminnelser",
            "/sluten/rad", link, AskedRounds.PageOf(service), "/nord/inkorg", "/nord/ar", "/nord/publicera/2027"])
        {
            var page = await browser.Open(new Uri(service.Address, path), cookie: cookie);
            foreach (var width in new[] { 1280, 390 })
            {
                Assert.Empty(await AccessibilityTests.BrokenAsync(page, width));
                Assert.Equal((path, width),
                    (path, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
            }

            await page.Context.CloseAsync();
        }
    }
}
