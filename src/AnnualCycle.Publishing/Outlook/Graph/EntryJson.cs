using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>Writes entries as Graph reads them. The same entry is the same bytes.</summary>
internal static class EntryJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A new entry.</summary>
    /// <param name="transaction">The same for every try, so that the service makes one entry of them.</param>
    public static ReadOnlyMemory<byte> New(OutlookEvent entry, string key, int revision, string transaction) => Write(json =>
    {
        json.WriteString("subject", entry.Subject);
        Body(json, entry);
        GraphTimes.Write(json, "start", entry.Date, entry.Start);
        GraphTimes.Write(json, "end", entry.Date, entry.End);
        Location(json, entry);
        json.WriteStartArray("attendees");
        entry.Attendees.Where(one => !one.IsForgotten).ToList().ForEach(one => Attendee(json, one));
        json.WriteEndArray();
        json.WriteBoolean("hideAttendees", entry.HidesAttendees);
        json.WriteBoolean("allowNewTimeProposals", false);
        json.WriteBoolean("responseRequested", true);
        json.WriteString("transactionId", transaction);
        if (entry.IsOnline)
        {
            json.WriteBoolean("isOnlineMeeting", true);
            json.WriteString("onlineMeetingProvider", "teamsForBusiness");
        }

        Properties(json, (GraphProperties.Key, key), (GraphProperties.Revision, Number(revision)));
    });

    /// <summary>
    /// What is otherwise than before, and which revision it is then; nothing that is as it was, as each property that is
    /// sent may make Outlook send mails.
    /// </summary>
    /// <param name="before">As we told it last.</param>
    /// <param name="seen">As it stood when somebody last decided on what was changed by hand.</param>
    /// <param name="found">As it stands now.</param>
    public static ReadOnlyMemory<byte> Change(
        OutlookEvent before, OutlookEvent seen, OutlookEvent after, GraphEvent found, int revision) => Write(json =>
    {
        if (after.Subject != before.Subject && after.Subject != found.Subject)
        {
            json.WriteString("subject", after.Subject);
        }

        // The text beneath a meeting in Teams has its link in it; without that the meeting is lost.
        if (after.Text != before.Text && !found.IsOnline)
        {
            Body(json, after);
        }

        Times(json, before, after, found);
        if (after.Location != before.Location && after.Location != found.Location)
        {
            Location(json, after);
        }

        if (after.HidesAttendees != before.HidesAttendees)
        {
            json.WriteBoolean("hideAttendees", after.HidesAttendees);
        }

        if (!after.Attendees.SequenceEqual(before.Attendees))
        {
            AttendeeList.Write(json, (before, seen, after), found);
        }

        Properties(json, (GraphProperties.Revision, Number(revision)));
    });

    public static ReadOnlyMemory<byte> Cancel(string comment) => Write(json => json.WriteString("Comment", comment));

    private static void Times(Utf8JsonWriter json, OutlookEvent before, OutlookEvent after, GraphEvent found)
    {
        var isMoved = (after.Date, after.Start, after.End) != (before.Date, before.Start, before.End);
        if (isMoved && (found.Start != after.Date + after.Start || found.End != after.Date + after.End))
        {
            GraphTimes.Write(json, "start", after.Date, after.Start);
            GraphTimes.Write(json, "end", after.Date, after.End);
        }
    }

    private static void Body(Utf8JsonWriter json, OutlookEvent entry)
    {
        json.WriteStartObject("body");
        json.WriteString("contentType", "html");
        json.WriteString("content", string.Concat(entry.Text.Split("\n\n").Where(part => part.Length > 0).Select(part =>
            $"<p>{WebUtility.HtmlEncode(part).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")));
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, OutlookEvent entry)
    {
        json.WriteStartObject("location");
        json.WriteString("displayName", entry.Location ?? "");
        json.WriteEndObject();
    }

    internal static void Attendee(Utf8JsonWriter json, OutlookAttendee one)
    {
        json.WriteStartObject();
        json.WriteStartObject("emailAddress");
        json.WriteString("address", one.Email);
        json.WriteString("name", one.Name);
        json.WriteEndObject();
        json.WriteString("type", one.IsRequired ? "required" : "optional");
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, params (string Id, string Value)[] properties)
    {
        json.WriteStartArray("singleValueExtendedProperties");
        foreach (var (id, value) in properties)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Number(int revision) => revision.ToString(CultureInfo.InvariantCulture);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var room = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(room, Options);
        json.WriteStartObject();
        content(json);
        json.WriteEndObject();
        json.Flush();
        return room.WrittenMemory;
    }
}
