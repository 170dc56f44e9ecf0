using System.Net;
using System.Text.Json;

namespace AnnualCycle.Testing.Graph;

/// <summary>
/// The text of an event, which holds an online meeting's join information: whoever takes it out ends the meeting.
/// </summary>
internal static class EventBody
{
    public static ExchangeEvent Write(ExchangeEvent entry, JsonElement body)
    {
        var content = body.ValueKind == JsonValueKind.Object ? body.GetProperty("content").GetString() ?? "" : "";
        var isText = body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty("contentType", out var type) && type.GetString() == "text";
        var html = Wrapped(isText ? WebUtility.HtmlEncode(content) : content);
        return entry.JoinUrl is { } join && !html.Contains(join, StringComparison.Ordinal)
            ? entry with { Body = html, IsOnlineMeeting = false, JoinUrl = null }
            : entry with { Body = html };
    }

    /// <summary>Makes it an online meeting when the mailbox may; once it is one, nobody asks again.</summary>
    public static ExchangeEvent Online(ExchangeEvent entry, GraphMailbox mailbox) =>
        mailbox.HasTeams && !entry.IsOnlineMeeting ? entry with { IsOnlineMeeting = true } : entry;

    /// <summary>The event with its join address, and the address in its text.</summary>
    public static ExchangeEvent Joined(ExchangeEvent entry)
    {
        var join = $"https://teams.example/l/meetup-join/{entry.Id}";
        var blob = $"<div class=\"me-email-text\"><a href=\"{join}\">Anslut till mötet nu</a></div>";
        var body = Wrapped(entry.Body).Replace("</body>", blob + "</body>", StringComparison.Ordinal);
        return entry with { JoinUrl = join, Body = body };
    }

    private static string Wrapped(string html) =>
        html.Contains("<html", StringComparison.OrdinalIgnoreCase) && html.Contains("</body>", StringComparison.Ordinal)
            ? html : $"<html><head>\r\n<meta charset=\"utf-8\"></head><body>\r\n{html}\r\n</body></html>";
}
