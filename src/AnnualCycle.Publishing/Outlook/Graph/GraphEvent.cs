using System.Globalization;
using System.Text.Json;
using AnnualCycle.Storage.Invitations;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>An entry as it stands in the organiser's calendar.</summary>
/// <param name="Id">Immutable: it stays when the entry is moved.</param>
public sealed record GraphEvent(string Id, string? ETag, string? IcalUid)
{
    public string Subject { get; init; } = "";

    /// <summary>In Swedish time; null when the service's answer could not be understood.</summary>
    public LocalDateTime? Start { get; init; }

    public LocalDateTime? End { get; init; }

    public string? Location { get; init; }

    public bool IsCancelled { get; init; }

    public bool IsOnline { get; init; }

    public string? JoinUrl { get; init; }

    /// <summary>As we named it, <see cref="GraphProperties.Key"/>; null when it was not asked for.</summary>
    public string? Key { get; init; }

    /// <summary>Which change it has had, <see cref="GraphProperties.Revision"/>; null when it was not asked for.</summary>
    public int? Revision { get; init; }

    public IReadOnlyList<GraphAttendee> Attendees { get; init; } = [];

    /// <summary>Null when it has no id.</summary>
    public static GraphEvent? Read(JsonElement json) => TextOf(json, "id") is not { } id ? null
        : new GraphEvent(id, TextOf(json, "@odata.etag"), TextOf(json, "iCalUId"))
        {
            Subject = TextOf(json, "subject") ?? "",
            Start = GraphTimes.Read(json, "start"), End = GraphTimes.Read(json, "end"),
            Location = Inner(json, "location", "displayName") is { Length: > 0 } place ? place : null,
            IsCancelled = IsTrue(json, "isCancelled"), IsOnline = IsTrue(json, "isOnlineMeeting"),
            JoinUrl = Inner(json, "onlineMeeting", "joinUrl"),
            Key = Property(json, GraphProperties.Key),
            Revision = int.TryParse(Property(json, GraphProperties.Revision), NumberStyles.None,
                CultureInfo.InvariantCulture, out var number) ? number : null,
            Attendees = [.. Items(json, "attendees").Select(GraphAttendee.Read)],
        };

    /// <summary>The entries of a list.</summary>
    public static IReadOnlyList<GraphEvent> ReadAll(JsonElement json) =>
        [.. Items(json, "value").Select(Read).OfType<GraphEvent>()];

    internal static IEnumerable<JsonElement> Items(JsonElement from, string name) =>
        from.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    internal static string? TextOf(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static string? Inner(JsonElement from, string name, string inner) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? TextOf(value, inner) : null;

    private static bool IsTrue(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    // Names in an id are compared without regard to case: the service may write the GUID in its own way.
    private static string? Property(JsonElement from, string id) => Items(from, "singleValueExtendedProperties")
        .Where(own => string.Equals(TextOf(own, "id"), id, StringComparison.OrdinalIgnoreCase))
        .Select(own => TextOf(own, "value")).FirstOrDefault();
}

/// <summary>Somebody who is asked to an entry.</summary>
/// <param name="Json">All that the service says of them, to be sent back as it was.</param>
public sealed record GraphAttendee(string Email, string Name, JsonElement Json)
{
    /// <summary>Null for who has not answered.</summary>
    public Answer? Answer { get; init; }

    /// <summary>When they answered; null for who has not.</summary>
    public Instant? Answered { get; init; }

    internal static GraphAttendee Read(JsonElement json) => new(
        GraphEvent.Inner(json, "emailAddress", "address")?.ToLowerInvariant() ?? "",
        GraphEvent.Inner(json, "emailAddress", "name") ?? "", json)
    {
        Answer = GraphEvent.Inner(json, "status", "response") switch
        {
            "accepted" => Storage.Invitations.Answer.Yes,
            "declined" => Storage.Invitations.Answer.No,
            "tentativelyAccepted" => Storage.Invitations.Answer.Maybe,
            _ => null,
        },
        Answered = GraphEvent.Inner(json, "status", "time") is { } time
            && InstantPattern.ExtendedIso.Parse(time).TryGetValue(default, out var at) ? at : null,
    };
}
