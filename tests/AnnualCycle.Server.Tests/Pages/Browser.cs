using AnnualCycle.Testing;
using Microsoft.Playwright;

namespace AnnualCycle.Server.Tests.Pages;

/// <summary>Chromium and the published pages, started once for all tests that look at them.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PublishedPages? _pages;

    /// <summary>As the administrator would have set it; the pages themselves answer at <see cref="Address"/>.</summary>
    public static Uri PublicAddress { get; } = new("https://arshjul.nord.example");

    public Uri Address => _pages!.Address;

    public HttpClient Http { get; } = new();

    /// <summary>Finds what a page has against WCAG; see tests/browser.</summary>
    public static string Axe { get; } = File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "browser", "node_modules", "axe-core", "axe.min.js"));

    public async Task InitializeAsync()
    {
        _pages = await PublishedPages.Start(PublishedNetwork.Years, PublishedNetwork.Now, PublicAddress);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium, Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _browser!.DisposeAsync();
        _playwright!.Dispose();
        await _pages!.DisposeAsync();
    }

    /// <summary>A page in a window so many pixels wide, by somebody who has never been here.</summary>
    public Task<IPage> Open(string path, int width = 1280, bool scripts = true) =>
        Open(new Uri(Address, path), width, scripts);

    /// <summary>A page of another service than the published pages.</summary>
    /// <param name="cookie">What the browser has from before, as <c>name=value</c>; null for nothing.</param>
    public async Task<IPage> Open(Uri address, int width = 1280, bool scripts = true, string? cookie = null)
    {
        var reader = await _browser!.NewContextAsync(new()
        {
            Locale = "sv-SE", TimezoneId = "Europe/Stockholm", JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        if (cookie?.Split('=', 2) is [var name, var value])
        {
            await reader.AddCookiesAsync([new() { Name = name, Value = value, Url = address.ToString() }]);
        }

        var page = await reader.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }
}

/// <summary>Tests that share the browser and the pages; planning two years takes longer than reading them.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "pages in a browser";
}
