using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Testing.Graph;

/// <summary>What is sent back: a status, perhaps a body, headers.</summary>
internal sealed record GraphAnswer(int Status, string? Body = null, string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static GraphAnswer Json(int status, JsonNode body) => new(status, body.ToJsonString(Plain));

    /// <param name="more">Further members of the error object.</param>
    public static GraphAnswer Error(
        int status, string code, string message, GraphCall call, params (string Name, string Value)[] more)
    {
        var inner = new JsonObject
        {
            ["date"] = InstantPattern.General.Format(call.At),
            ["request-id"] = Identifier(call),
            ["client-request-id"] = call.Header("client-request-id") ?? Identifier(call),
        };
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        foreach (var (name, value) in more)
        {
            error[name] = value;
        }

        error["innerError"] = inner;
        return Json(status, new JsonObject { ["error"] = error });
    }

    public static GraphAnswer TooMany(GraphCall call, Duration wait) =>
        Error(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.", call).After(wait);

    /// <summary>The same with Retry-After in whole seconds, rounded up.</summary>
    public GraphAnswer After(Duration? wait) => wait is not { } length ? this : With(
        "Retry-After", ((long)Math.Ceiling(length.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    public GraphAnswer With(string name, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };

    private static JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Identifier(GraphCall call) =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{call.Number:x12}");
}

/// <summary>Ends what a request asks for with the answer that says why not.</summary>
internal sealed class GraphRefusal(GraphAnswer answer) : Exception(answer.Body)
{
    public GraphAnswer Answer { get; } = answer;

    public static GraphRefusal Of(int status, string code, string message, GraphCall call) =>
        new(GraphAnswer.Error(status, code, message, call));

    public static GraphRefusal NotFound(GraphCall call) =>
        Of(404, "ErrorItemNotFound", "The specified object was not found in the store.", call);
}
