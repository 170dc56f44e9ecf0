using System.Text.Json;
using Microsoft.Playwright;

namespace AnnualCycle.Server.Tests.Pages;

[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    public static TheoryData<string> Kinds => [.. EveryPage.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_page_breaks_WCAG_as_far_as_a_machine_can_tell(string path)
    {
        var page = await browser.Open(path, 1280);
        await Unfold(page);
        foreach (var width in new[] { 1280, 390 })
        {
            Assert.Empty(await BrokenAsync(page, width));
        }

        await page.Context.CloseAsync();
    }

    /// <summary>What a page in a window so wide has against WCAG 2.2 AA, as far as axe can tell.</summary>
    internal static async Task<IReadOnlyList<string>> BrokenAsync(IPage page, int width)
    {
        await page.EvaluateAsync(Browser.Axe);
        await page.SetViewportSizeAsync(width, 900);
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
              return {
                passed: found.passes.length,
                broken: found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html)),
              };
            }
            """);
        Assert.True(found.GetProperty("passed").GetInt32() > 5, "axe looked at hardly anything");
        return [.. found.GetProperty("broken").EnumerateArray().Select(node => $"{page.Url} {width} {node}")];
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_telephone_never_scrolls_sideways(string path)
    {
        var page = await browser.Open(path, 390);
        await Unfold(page);
        foreach (var width in new[] { 390, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }

        await page.Context.CloseAsync();
    }

    // What stands in a folded part is read, too, once somebody unfolds it.
    private static Task Unfold(IPage page) =>
        page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

    [Fact]
    public async Task The_first_press_of_tab_leads_past_the_head_of_the_page()
    {
        var page = await browser.Open("/simba");
        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator(":focus");
        await Assertions.Expect(skip).ToHaveTextAsync("Till innehållet");
        Assert.True((await skip.BoundingBoxAsync())!.Y >= 0, "the link is outside of the window");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lgs-goteborg/lgs")]
    public async Task Whoever_uses_the_keyboard_sees_where_they_are(string path)
    {
        var page = await browser.Open(path);
        var stops = await page.Locator("a[href], input, summary").CountAsync();
        for (var stop = 0; stop < Math.Min(stops, 30); stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var outline = await page.EvaluateAsync<string>(
                "getComputedStyle(document.activeElement).outlineStyle + ' ' + document.activeElement.outerHTML");
            Assert.StartsWith("solid", outline, StringComparison.Ordinal);
        }

        await page.Context.CloseAsync();
    }
}
