using System.Net;
using System.Text.Json;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>Says what an answer means for what was asked: done, not done, or nobody knows.</summary>
internal static class GraphAnswers
{
    private const string DuplicateCode = "ErrorDuplicateTransactionId";

    private static readonly Duration WhenNotSaid = Duration.FromSeconds(10);

    public static GraphAnswer Of(GraphRequest request, HttpResponseMessage response, byte[] content, Instant now)
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300)
        {
            return OfSuccess(request, content) with { Status = status };
        }

        var (code, existing) = ErrorOf(content);
        return OfTrouble(status, code) with
        {
            Status = status, Code = code, ExistingId = existing, Wait = WaitOf(response, now),
        };
    }

    /// <summary>The request was cut off.</summary>
    /// <param name="isSent">False when no connection was made: nobody can have acted on it.</param>
    public static GraphAnswer Cut(bool isSent) => isSent
        ? new GraphAnswer(GraphOutcome.Unknown, "inget svar kom")
        : new GraphAnswer(GraphOutcome.NotNow, "tjänsten nås inte") { Wait = WhenNotSaid };

    // What says that it went well and cannot be read may have gone well.
    private static GraphAnswer OfSuccess(GraphRequest request, byte[] content)
    {
        if (request.IsAnsweredEmpty && content.Length == 0)
        {
            return new GraphAnswer(GraphOutcome.Done, "klart");
        }

        return Parse(content) is { ValueKind: JsonValueKind.Object } answer
            ? new GraphAnswer(GraphOutcome.Done, "klart") { Content = answer }
            : new GraphAnswer(GraphOutcome.Unknown, "svaret gick inte att läsa");
    }

    private static GraphAnswer OfTrouble(int status, string? code) => (status, code) switch
    {
        (_, DuplicateCode) => new(GraphOutcome.Duplicate, "posten är skapad sedan förut"),
        (429, _) => new(GraphOutcome.NotNow, "Outlook vill ha det lugnare"),
        (401, _) => new(GraphOutcome.NotNow, "Outlook känner inte igen tjänsten") { NeedsAdministrator = true },
        (403, _) => new(GraphOutcome.Refused, "tjänsten får inte använda brevlådan") { NeedsAdministrator = true },
        (404, "ErrorInvalidUser" or "Request_ResourceNotFound" or "ResourceNotFound" or "MailboxNotEnabledForRESTAPI"
            or "ErrorNonExistentMailbox") => new(GraphOutcome.Refused, "brevlådan finns inte") { NeedsAdministrator = true },
        // Graph always says what was wrong: a page without that is of something in between, and says nothing.
        (not (412 or 408) and < 500, null) => new(GraphOutcome.Unknown, $"någon annan än Outlook svarade {status}"),
        (404 or 410, _) => new(GraphOutcome.Missing, "posten finns inte"),
        (412, _) => new(GraphOutcome.Changed, "posten har ändrats av någon annan"),
        (408 or 409 or >= 500, _) => new(GraphOutcome.Unknown, $"Outlook svarade {status}"),
        _ => new(GraphOutcome.Refused, $"Outlook svarade {status} {code}".TrimEnd()),
    };

    private static (string? Code, string? Existing) ErrorOf(byte[] content)
    {
        if (Parse(content) is not { ValueKind: JsonValueKind.Object } answer
            || !answer.TryGetProperty("error", out var error) || error.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        return (TextOf(error, "code"), TextOf(error, "@event.existingEventId"));
    }

    private static string? TextOf(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Parse(byte[] content)
    {
        try
        {
            return JsonDocument.Parse(content).RootElement;
        }
        catch (JsonException)
        {
            // A page of a proxy, or half an answer: it says nothing, and that is what null stands for.
            return null;
        }
    }

    private static Duration? WaitOf(HttpResponseMessage response, Instant now)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => Duration.FromTimeSpan(delta),
            { Date: { } date } => Instant.FromDateTimeOffset(date) - now,
            _ => (Duration?)null,
        };
        return wait is { } said ? Duration.Max(said, Duration.Zero)
            : response.StatusCode is HttpStatusCode.TooManyRequests ? WhenNotSaid : null;
    }
}
