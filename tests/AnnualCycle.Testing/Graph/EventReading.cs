using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Testing.Graph;

/// <summary>What a client may write into an event, laid over the event as it stands.</summary>
internal sealed class EventReading(GraphCall call, GraphMailbox mailbox)
{
    /// <summary>What is kept as sent, with what Exchange says when nothing was.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Usual { get; } = new Dictionary<string, JsonNode>
    {
        ["categories"] = new JsonArray(),
        ["importance"] = "normal",
        ["sensitivity"] = "normal",
        ["isAllDay"] = false,
        ["showAs"] = "busy",
        ["isReminderOn"] = true,
        ["reminderMinutesBeforeStart"] = 15,
        ["responseRequested"] = true,
        ["allowNewTimeProposals"] = true,
        ["hideAttendees"] = false,
    };

    private const int MostAttendees = 500;

    /// <exception cref="GraphRefusal">400: not an object, or with a property that no event has.</exception>
    public static JsonElement Parse(GraphCall call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                ? root.Clone() : throw Bad(call, "RequestBodyRead", "The request body must be an object.");
        }
        catch (JsonException mistake)
        {
            throw Bad(call, "RequestBodyRead", mistake.Message);
        }
    }

    public ExchangeEvent Lay(ExchangeEvent entry, JsonElement body) =>
        Checked(body.EnumerateObject().Aggregate(entry, (so, property) => Lay(so, property.Name, property.Value)));

    private ExchangeEvent Lay(ExchangeEvent entry, string name, JsonElement value) => name switch
    {
        "subject" => entry with { Subject = value.GetString() ?? "" },
        "body" => EventBody.Write(entry, value),
        "start" => entry with { Start = Time(value, name), StartZone = Zone(value) },
        "end" => entry with { End = Time(value, name), EndZone = Zone(value) },
        "location" => entry with { Place = Place(value) },
        "locations" => entry with { Place = value.EnumerateArray().Select(Place).FirstOrDefault() ?? "" },
        "attendees" => entry with { Attendees = [.. value.EnumerateArray().Select(one => Attendee(one, entry))] },
        "singleValueExtendedProperties" => entry with { Properties = Properties(entry, value) },
        "isOnlineMeeting" => value.ValueKind == JsonValueKind.True ? EventBody.Online(entry, mailbox) : entry,
        "onlineMeetingProvider" or "@odata.type" or "@odata.etag" => entry,
        "transactionId" => entry with { TransactionId = value.GetString() },
        _ when Usual.ContainsKey(name) => entry with { Others = entry.Others.SetItem(name, value) },
        _ => throw Bad(call, "RequestBodyRead",
            $"The property '{name}' does not exist on type 'microsoft.graph.event' or cannot be written."),
    };

    private ExchangeEvent Checked(ExchangeEvent entry) =>
        entry.End < entry.Start
            ? throw Bad(call, "ErrorCalendarEndDateIsEarlierThanStartDate", "The end is before the start.")
        : entry.Attendees.Count > MostAttendees
            ? throw Bad(call, "ErrorInvalidRecipients", $"More than {MostAttendees} attendees.")
        : entry;

    private Instant Time(JsonElement value, string name)
    {
        var text = value.TryGetProperty("dateTime", out var written) ? written.GetString() : null;
        var reading = LocalDateTimePattern.ExtendedIso.Parse(text ?? "");
        var local = reading.Success ? reading.Value : throw Bad(call, "ErrorPropertyValidationFailure",
            $"{name}: '{text}' is no date and time without an offset.");
        return local.InZoneLeniently(GraphZones.Get(Zone(value), call)).ToInstant();
    }

    private string Zone(JsonElement value) =>
        value.TryGetProperty("timeZone", out var zone) && zone.GetString() is { } name
            ? name : throw Bad(call, "TimeZoneNotSupportedException", "A valid TimeZone value must be specified.");

    private static string Place(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("displayName", out var name)
            ? name.GetString() ?? "" : "";

    // The answer of somebody who stays is kept.
    private ExchangeAttendee Attendee(JsonElement value, ExchangeEvent entry)
    {
        var mail = value.GetProperty("emailAddress");
        var address = mail.GetProperty("address").GetString() is { } text && text.Contains('@')
            ? text : throw Bad(call, "ErrorInvalidRecipients", "At least one recipient isn't valid.");
        var name = mail.TryGetProperty("name", out var given) ? given.GetString() ?? address : address;
        var type = value.TryGetProperty("type", out var kind) ? kind.GetString() ?? "required" : "required";
        var before = entry.Attendees.Find(other => ExchangeEvent.Same(other.Address, address));
        return (before ?? new(address, name, type)) with { Address = address, Name = name, Type = type };
    }

    private static ImmutableDictionary<string, string> Properties(ExchangeEvent entry, JsonElement value) =>
        value.EnumerateArray().Aggregate(entry.Properties, (all, one) =>
        {
            var id = one.GetProperty("id").GetString()!;
            return one.TryGetProperty("value", out var written) && written.GetString() is { } text
                ? all.SetItem(id, text) : all.Remove(id);
        });

    private static GraphRefusal Bad(GraphCall call, string code, string message) =>
        GraphRefusal.Of(400, code, message, call);
}
