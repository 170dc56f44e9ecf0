using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>What a request asks Graph to do.</summary>
public enum GraphOperation
{
    Other, Token, Create, Get, Find, Update, Cancel, Delete, CalendarView, Calendar, Schedule, SendMail,
}

/// <summary>One request that reached Graph or its token endpoint, and how it went.</summary>
public sealed class GraphCall
{
    /// <summary>Its place among the requests to Graph, from 1; 0 for one to the token endpoint.</summary>
    public required int Number { get; init; }

    public required GraphOperation Operation { get; init; }
    public required string Method { get; init; }

    /// <summary>Decoded, without /v1.0.</summary>
    public required string Path { get; init; }

    /// <summary>Decoded, by name.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>All request headers; several of a name are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string Body { get; init; }

    /// <summary>Scheme, host and port that the client used, with a slash.</summary>
    public required string Root { get; init; }

    /// <summary>The path as it was sent, still encoded and with /v1.0 if it had that.</summary>
    public required string RawPath { get; init; }

    public required Instant At { get; init; }

    /// <summary>In small letters; null when the path names none.</summary>
    public string? Mailbox { get; init; }

    public string? EventId { get; init; }

    /// <summary>0 as long as, or when, no answer was given.</summary>
    public int Status { get; internal set; }

    public Duration Took { get; internal set; }

    /// <summary>The fault that the gate put on it, or null.</summary>
    public GraphFault? Fault { get; internal set; }

    /// <summary>Whether it got as far as acting, or being refused for a reason of its own.</summary>
    public bool Acted { get; internal set; }

    /// <summary>Create, update, cancel, delete or sendMail.</summary>
    public bool IsWrite => Operation is GraphOperation.Create or GraphOperation.Update or GraphOperation.Cancel
        or GraphOperation.Delete or GraphOperation.SendMail;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public override string ToString() => $"#{Number} {Method} {Path}: {Status}{(Fault is null ? "" : $" ({Fault})")}";

    internal static async Task<GraphCall> ReadAsync(HttpRequest request, Func<bool, int> number, Instant at)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var path = WithoutVersion(request.Path.Value ?? "/");
        var address = GraphAddress.Of(request.Method, path, query.ContainsKey("$filter"));
        return new GraphCall
        {
            Number = number(address.Operation != GraphOperation.Token),
            Operation = address.Operation,
            Method = request.Method,
            Path = path,
            Query = query,
            Headers = request.Headers.ToDictionary(
                pair => pair.Key, pair => string.Join(',', pair.Value.ToArray()), StringComparer.OrdinalIgnoreCase),
            Body = body,
            Root = UriHelper.BuildAbsolute(request.Scheme, request.Host),
            RawPath = request.Path.ToUriComponent(),
            At = at,
            Mailbox = address.Mailbox,
            EventId = address.EventId,
        };
    }

    private static string WithoutVersion(string path) =>
        path.StartsWith("/v1.0/", StringComparison.Ordinal) ? path["/v1.0".Length..] : path;
}
