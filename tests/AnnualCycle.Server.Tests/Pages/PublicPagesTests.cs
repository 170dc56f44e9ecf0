using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AnnualCycle.Server.Tests.Pages;

[Collection(BrowserTests.Name)]
public sealed class PublicPagesTests(Browser browser)
{
    private Task<HttpResponseMessage> Get(string path, string accept = "text/html")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(browser.Address, path));
        request.Headers.Add("Accept", accept);
        return browser.Http.SendAsync(request);
    }

    private async Task<string> Text(string path) => await (await Get(path)).Content.ReadAsStringAsync();

    private static IEnumerable<string> Links(string html) => Regex.Matches(html, "(?:href|src)=\"([^\"]*)\"")
        .Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        // Signing in needs more than published pages, and has tests of its own.
        var (known, waiting) = (new HashSet<string>(["/", "/logga-in"]), new Queue<string>(["/"]));
        while (waiting.TryDequeue(out var path))
        {
            var answer = await Get(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            var html = answer.Content.Headers.ContentType?.MediaType == "text/html"
                ? await answer.Content.ReadAsStringAsync() : "";
            foreach (var link in Links(html))
            {
                var target = link.Replace(Browser.PublicAddress.ToString(), "/", StringComparison.Ordinal).Split('#');
                Assert.True(target.Length == 1 || target[0].Length > 0 || html.Contains($"id=\"{target[1]}\""), link);
                if (target[0].StartsWith('/') && known.Add(target[0]))
                {
                    waiting.Enqueue(target[0]);
                }
            }
        }

        Assert.Superset(EveryPage.All.Where(path => path.EndsWith("/next", StringComparison.Ordinal)
            && PublishedNetwork.Years[1].Plan.Meetings.Any(meeting => meeting.Groups.Contains(path[1..^5])
                && meeting.Date.Month == 5)).ToHashSet(), known);
    }

    [Fact]
    public async Task No_page_names_a_person_or_gives_an_address()
    {
        Assert.True(PublishedNetwork.People.Count > 50);
        Assert.Contains(PublishedNetwork.Years[1].Plan.Meetings, meeting => meeting.Reasons.Any(reason =>
            PublishedNetwork.People.Any(person => reason.Text.Contains(person.Name, StringComparison.Ordinal))));
        foreach (var path in EveryPage.All)
        {
            var text = WebUtility.HtmlDecode(await Text(path));
            Assert.DoesNotContain('@', text);
            Assert.DoesNotContain(
                PublishedNetwork.People, person => text.Contains(person.Name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_collaboration_that_is_not_public_is_nowhere()
    {
        foreach (var path in EveryPage.All)
        {
            var text = WebUtility.HtmlDecode(await Text(path));
            Assert.DoesNotContain(PublishedNetwork.SecretName, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Slutna styrgruppen", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/sluten")]
    [InlineData("/sluten/styrgrupp")]
    [InlineData("/sluten/styrgrupp/next")]
    [InlineData("/arshjul/2027/sluten.svg")]
    [InlineData("/nord")]
    [InlineData("/simba/finns-inte")]
    [InlineData("/simba/finns-inte/next")]
    [InlineData("/simba?ar=1999")]
    [InlineData("/?ar=1999")]
    [InlineData("/arshjul/1999.svg")]
    [InlineData("/a/b/c/d")]
    public async Task What_is_not_there_is_said_in_the_same_house(string path)
    {
        var answer = await Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Sidan finns inte</h1>", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_is_not_there_gets_no_page()
    {
        var answer = await Get("/feeds/finns-inte.ics", "text/calendar");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_page_may_load_nothing_from_elsewhere_and_run_nothing()
    {
        foreach (var path in EveryPage.Kinds)
        {
            var answer = await Get(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith(
                "default-src 'none'; style-src 'self'; img-src 'self' data:;", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("<script| style=| on[a-z]+=\"|<style", text);
        }
    }

    [Fact]
    public async Task A_browser_finds_nothing_on_a_page_that_its_rules_forbid()
    {
        var page = await browser.Open("/simba/ledningsgrupp/next");
        var told = new List<string>();
        page.Console += (_, message) => told.Add(message.Text);
        foreach (var path in EveryPage.Kinds)
        {
            await page.GotoAsync(new Uri(browser.Address, path).ToString());
        }

        Assert.DoesNotContain(told, text => text.Contains("Security", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_one_finds_a_group_from_the_first_page_and_unfolds_how_to_subscribe()
    {
        var page = await browser.Open("/", 390, scripts: false);
        await page.GetByRole(AriaRole.Heading, new() { Name = "SIMBA" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.Locator("#grupper").GetByRole(AriaRole.Link, new() { Name = "Ledningsgrupp i samverkan" })
            .ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Ledningsgrupp i samverkan");
        var steps = page.GetByText("Klicka på plustecknet");
        await Assertions.Expect(steps).ToBeHiddenAsync();
        await page.GetByText("Steg för steg i Google Kalender").ClickAsync();
        await Assertions.Expect(steps).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
