using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using AnnualCycle.Publishing.Tests.Outbox;
using AnnualCycle.Testing.Graph;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

public sealed class GraphTokenTests : IAsyncLifetime
{
    private readonly SetTime _time = new(Instant.FromUtc(2026, 11, 22, 9, 0));
    private readonly HttpClient _http = new();
    private GraphFake _graph = null!;

    public async Task InitializeAsync()
    {
        _graph = await GraphFake.StartAsync(_time);
        _graph.Mailbox("moten@kommun.example");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_given_for_the_secret_and_lasts_an_hour()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("gissad")).Status);
        var (status, token) = await AskAsync();
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK),
            (await CallAsync(""), status, await CallAsync(token)));
        _time.Pass(Duration.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(token));
        Assert.Equal([401, 200], _graph.Tokens.Requests.Select(request => request.Status));
        Assert.Equal(1, _graph.Tokens.Issued);
    }

    [Fact]
    public async Task A_tenant_in_trouble_gives_no_token()
    {
        _graph.Tokens.Trouble = TokenTrouble.Refuse;
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync()).Status);
        _graph.Tokens.Trouble = TokenTrouble.Unavailable;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync()).Status);
    }

    [Fact]
    public async Task A_revoked_token_and_one_without_the_claims_that_are_demanded_are_refused()
    {
        var (_, old) = await AskAsync();
        _graph.Tokens.RevokeAll();
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(old));
        _graph.Tokens.DemandClaims("""{"access_token":{"nbf":{"essential":true,"value":"17"}}}""");
        var (_, bare) = await AskAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(bare));
        var (_, proven) = await AskAsync(claims:
            """{"access_token":{"nbf":{"essential":true,"value":"17"},"xms_cc":{"values":["cp1"]}}}""");
        Assert.Equal(HttpStatusCode.OK, await CallAsync(proven));
    }

    [Fact]
    public async Task A_token_is_given_for_an_assertion_that_the_certificate_has_signed()
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        var now = _time.GetUtcNow();
        _graph.Tokens.Certificate = new CertificateRequest(
            "CN=annualcycle", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        Assert.Equal(HttpStatusCode.OK, (await AssertAsync(key, now)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AssertAsync(other, now)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AssertAsync(key, now.AddHours(-1))).Status);
        _graph.Tokens.Authority = new("https://login.example");
        Assert.Equal(HttpStatusCode.Unauthorized, (await AssertAsync(key, now)).Status);
    }

    private Task<(HttpStatusCode Status, string Token)> AssertAsync(RSA key, DateTimeOffset now)
    {
        var client = _graph.Tokens.ClientId;
        var header = Part(new { alg = "PS256", typ = "JWT", x5t = Encoded(_graph.Tokens.Certificate!.GetCertHash()) });
        var body = Part(new
        {
            iss = client, sub = client, aud = _graph.TokenAddress, jti = "1",
            nbf = now.ToUnixTimeSeconds(), exp = now.AddMinutes(10).ToUnixTimeSeconds(),
        });
        var signature = key.SignData(
            Encoding.ASCII.GetBytes($"{header}.{body}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return PostAsync(new()
        {
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = $"{header}.{body}.{Encoded(signature)}",
        });
    }

    private Task<(HttpStatusCode Status, string Token)> AskAsync(string secret = "hemlighet", string? claims = null) =>
        PostAsync(claims is null ? new() { ["client_secret"] = secret }
            : new() { ["client_secret"] = secret, ["claims"] = claims });

    private async Task<(HttpStatusCode Status, string Token)> PostAsync(Dictionary<string, string> proof)
    {
        using var form = new FormUrlEncodedContent(proof.Concat(
        [
            new("grant_type", "client_credentials"), new("client_id", _graph.Tokens.ClientId),
            new("scope", "https://graph.example/.default"),
        ]));
        using var answer = await _http.PostAsync(_graph.TokenAddress, form);
        var json = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(json).GetProperty("access_token").GetString()! : "");
    }

    private async Task<HttpStatusCode> CallAsync(string token)
    {
        var address = new Uri(_graph.Address, "users/moten@kommun.example/calendar");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Part(object content) => Encoded(JsonSerializer.SerializeToUtf8Bytes(content));

    private static string Encoded(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
