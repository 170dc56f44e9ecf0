using System.Net;
using System.Text.RegularExpressions;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>What a page answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, string? Location, HttpResponseMessage Message)
{
    /// <summary>Sent to the page where people sign in.</summary>
    public bool AsksToSignIn => Status == HttpStatusCode.Redirect
        && Location?.StartsWith("/logga-in?till=", StringComparison.Ordinal) == true || Location == "/logga-in";
}

/// <summary>A browser without a window: keeps cookies, fills in forms, and goes only where it is told.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient _http;
    private readonly Uri _address;

    public Visitor(Uri address)
    {
        _address = address;
        _http = new HttpClient(_handler) { BaseAddress = address };
    }

    public CookieCollection Cookies => _handler.CookieContainer.GetCookies(_address);

    /// <summary>Headers that are sent with every request.</summary>
    public System.Net.Http.Headers.HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public void Add(string cookie) => _handler.CookieContainer.SetCookies(_address, cookie);

    public async Task<Answer> GetAsync(string path) => await ReadAsync(await _http.GetAsync(path));

    /// <summary>Opens a page, fills in its form and sends it.</summary>
    /// <param name="action">Where the form leads; the page itself when null.</param>
    public async Task<Answer> PostAsync(string page, string? action = null, params (string Name, string Value)[] fields)
    {
        var token = FormToken.Match((await GetAsync(page)).Text).Groups[1].Value;
        return await PostAsync(action ?? page, [.. fields, ("__RequestVerificationToken", WebUtility.HtmlDecode(token))]);
    }

    /// <summary>Sends what another site might make a browser send: without the form.</summary>
    public async Task<Answer> ForgeAsync(string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, fields);

    /// <summary>Hands in a file.</summary>
    public async Task<Answer> UploadAsync(string page, string name, byte[] file, string fileName)
    {
        var token = FormToken.Match((await GetAsync(page)).Text).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(token)), "__RequestVerificationToken" },
            { new ByteArrayContent(file), name, fileName },
        };
        return await ReadAsync(await _http.PostAsync(page, form));
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> PostAsync(string path, (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await _http.PostAsync(path, form));
    }

    private async Task<Answer> ReadAsync(HttpResponseMessage message)
    {
        var location = message.Headers.Location;
        var local = location is { IsAbsoluteUri: true } && location.Authority == _address.Authority
            ? location.PathAndQuery : location?.ToString();
        return new(message.StatusCode, await message.Content.ReadAsStringAsync(), local, message);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex FormToken { get; }
}
