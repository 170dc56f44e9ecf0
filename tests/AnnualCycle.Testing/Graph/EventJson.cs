using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Testing.Graph;

/// <summary>An event as Graph writes it.</summary>
internal static class EventJson
{
    private const string Never = "0001-01-01T00:00:00Z";

    public static JsonObject Write(ExchangeEvent entry, GraphPreferences prefer, GraphCall call, string name)
    {
        var id = prefer.ImmutableIds ? entry.Id : entry.MovingId;
        var json = new JsonObject
        {
            ["@odata.context"] = $"{call.Root}v1.0/$metadata#users('{entry.Mailbox}')/events/$entity",
            ["@odata.etag"] = entry.ETag,
            ["id"] = id,
            ["createdDateTime"] = InstantPattern.ExtendedIso.Format(entry.CreatedAt),
            ["lastModifiedDateTime"] = InstantPattern.ExtendedIso.Format(entry.ChangedAt),
            ["changeKey"] = entry.ChangeKey,
            ["transactionId"] = entry.TransactionId,
            ["originalStartTimeZone"] = entry.StartZone,
            ["originalEndTimeZone"] = entry.EndZone,
            ["iCalUId"] = entry.ICalUId,
            ["hasAttachments"] = false,
            ["subject"] = entry.Subject,
            ["bodyPreview"] = Preview(entry.Body),
            ["isCancelled"] = false,
            ["isOrganizer"] = ExchangeEvent.Same(entry.Organizer, entry.Mailbox),
            ["isDraft"] = false,
            ["seriesMasterId"] = null,
            ["type"] = "singleInstance",
            ["recurrence"] = null,
            ["webLink"] = $"https://outlook.example/owa/?itemid={Uri.EscapeDataString(id)}",
            ["onlineMeetingUrl"] = null,
            ["isOnlineMeeting"] = entry.IsOnlineMeeting,
            ["onlineMeetingProvider"] = entry.IsOnlineMeeting ? "teamsForBusiness" : "unknown",
            ["onlineMeeting"] = entry is { IsOnlineMeeting: true, JoinUrl: { } join }
                ? new JsonObject { ["joinUrl"] = join } : null,
            ["body"] = Body(entry.Body, prefer.TextBody),
            ["start"] = Time(entry.Start, prefer),
            ["end"] = Time(entry.End, prefer),
            ["location"] = Place(entry.Place),
            ["locations"] = new JsonArray(entry.Place.Length > 0 ? [Place(entry.Place)] : []),
            ["responseStatus"] = new JsonObject { ["response"] = "organizer", ["time"] = Never },
            ["attendees"] = new JsonArray([.. entry.Attendees.Select(Attendee)]),
            ["organizer"] = new JsonObject { ["emailAddress"] = Address(entry.Organizer, name) },
        };
        return WithOthers(json, entry);
    }

    public static JsonObject Time(Instant at, GraphPreferences prefer) =>
        new() { ["dateTime"] = GraphZones.Write(at, prefer.Zone), ["timeZone"] = prefer.ZoneName };

    private static JsonObject WithOthers(JsonObject json, ExchangeEvent entry)
    {
        foreach (var (name, value) in EventReading.Usual)
        {
            json[name] = entry.Others.TryGetValue(name, out var sent)
                ? JsonNode.Parse(sent.GetRawText()) : value.DeepClone();
        }

        return json;
    }

    private static JsonObject Attendee(ExchangeAttendee attendee) => new()
    {
        ["type"] = attendee.Type,
        ["status"] = new JsonObject
        {
            ["response"] = attendee.Response,
            ["time"] = attendee.AnsweredAt is { } at ? InstantPattern.ExtendedIso.Format(at) : Never,
        },
        ["emailAddress"] = Address(attendee.Address, attendee.Name),
    };

    private static JsonObject Address(string address, string name) => new() { ["name"] = name, ["address"] = address };

    private static JsonObject Place(string place) => place.Length == 0
        ? new() { ["displayName"] = "", ["locationType"] = "default", ["uniqueIdType"] = "unknown" }
        : new()
        {
            ["displayName"] = place, ["locationType"] = "default", ["uniqueId"] = place, ["uniqueIdType"] = "private",
        };

    private static JsonObject Body(string html, bool text) => new()
    {
        ["contentType"] = text ? "text" : "html",
        ["content"] = text ? Text(html) : html,
    };

    private static string Preview(string html) => Text(html) is { Length: > 255 } text ? text[..255] : Text(html);

    private static string Text(string html) =>
        System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", "")).Trim();
}
