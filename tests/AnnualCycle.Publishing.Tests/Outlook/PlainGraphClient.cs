using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AnnualCycle.Testing.Graph;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>Speaks to a Graph with nothing of the service's own in between.</summary>
internal sealed class PlainGraphClient : IDisposable
{
    public const string Meeting = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name test-meeting";
    public const string Revision = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name test-revision";

    public PlainGraphClient(GraphFake graph)
    {
        Http = new() { BaseAddress = graph.Address };
        Http.DefaultRequestHeaders.Authorization = new("Bearer", graph.Tokens.Issue());
    }

    public HttpClient Http { get; }

    public string Mailbox { get; init; } = "moten@kommun.example";

    public bool ImmutableIds { get; init; } = true;

    public static string Event(
        string meeting = "m-1/1", string revision = "1", string? more = null, params string[] attendees) => $$"""
        {
          "subject": "Styrelsemöte", "transactionId": "t-{{meeting}}",
          "start": { "dateTime": "2027-09-01T10:00:00", "timeZone": "W. Europe Standard Time" },
          "end": { "dateTime": "2027-09-01T11:00:00", "timeZone": "W. Europe Standard Time" },
          {{Attendees(attendees)}},
          {{Properties(meeting, revision)}}{{(more is null ? "" : "," + more)}}
        }
        """;

    public static string Attendees(params string[] addresses) =>
        "\"attendees\": [" + string.Join(',', addresses.Select(Attendee)) + "]";

    public static string Properties(string meeting, string revision) => $$"""
        "singleValueExtendedProperties": [
          { "id": "{{Meeting}}", "value": "{{meeting}}" }, { "id": "{{Revision}}", "value": "{{revision}}" }]
        """;

    public static string RevisionOnly(string revision) =>
        $$"""{ "singleValueExtendedProperties": [{ "id": "{{Revision}}", "value": "{{revision}}" }] }""";

    public async Task<Answered> CreateAsync(string body) => await SendAsync(HttpMethod.Post, "events", body);

    public async Task<Answered> ChangeAsync(string id, string body, string? match = null) =>
        await SendAsync(HttpMethod.Patch, $"events/{id}", body, match);

    public async Task<Answered> CancelAsync(string id) =>
        await SendAsync(HttpMethod.Post, $"events/{id}/cancel", """{ "Comment": "Inställt." }""");

    public async Task<Answered> GetAsync(string path) => await SendAsync(HttpMethod.Get, path);

    public async Task<Answered> FindAsync(string meeting) => await GetAsync("events?$filter=" + Uri.EscapeDataString(
        $"singleValueExtendedProperties/Any(ep: ep/id eq '{Meeting}' and ep/value eq '{meeting}')"));

    public async Task<Answered> SendAsync(
        HttpMethod method, string path, string? body = null, string? match = null, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(method, $"v1.0/users/{Mailbox}/{path}");
        request.Headers.Add("Prefer", ImmutableIds ? "IdType=\"ImmutableId\"" : "outlook.timezone=\"UTC\"");
        if (match is not null)
        {
            request.Headers.Add("If-Match", match);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request, cancel);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(cancel), response.Headers);
    }

    public void Dispose() => Http.Dispose();

    private static string Attendee(string address) =>
        $$"""{ "emailAddress": { "address": "{{address}}", "name": "Någon" }, "type": "required" }""";
}

/// <summary>What came back.</summary>
internal sealed record Answered(HttpStatusCode Status, string Text, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
    public string Id => Json.GetProperty("id").GetString()!;
    public string ETag => Json.GetProperty("@odata.etag").GetString()!;
    public string ErrorCode => Json.GetProperty("error").GetProperty("code").GetString()!;
    public bool Says(string words) => Text.Contains(words, StringComparison.Ordinal);
    public int Found => Json.GetProperty("value").GetArrayLength();
}
