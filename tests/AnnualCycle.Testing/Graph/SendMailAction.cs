using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AnnualCycle.Testing.Graph;

/// <summary>Takes a letter, as JSON or as MIME in Base64, and keeps it for reading.</summary>
internal sealed class SendMailAction(GraphState state)
{
    public GraphAnswer Answer(GraphCall call)
    {
        var mailbox = state.Mailbox(call);
        var isMime = call.Header("Content-Type")?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true;
        var (letter, from) = isMime ? Mime(call, mailbox) : Json(call, mailbox);
        if (from is not null && !ExchangeEvent.Same(from, mailbox.Address))
        {
            throw GraphRefusal.Of(403, "ErrorSendAsDenied",
                "The account does not have the right to send mail on behalf of the specified sending account.", call);
        }

        if (letter.Recipients.IsEmpty)
        {
            throw GraphRefusal.Of(400, "ErrorInvalidRecipients", "At least one recipient is not valid.", call);
        }

        state.Ledger.Take(letter);
        return new(202);
    }

    private (GraphLetter Letter, string? From) Mime(GraphCall call, GraphMailbox mailbox)
    {
        try
        {
            var bytes = Convert.FromBase64String(call.Body);
            var text = Encoding.UTF8.GetString(bytes);
            var headers = Regex.Replace(Regex.Split(text, "\r?\n\r?\n")[0], "\r?\n[ \t]+", " ");
            var to = Field("To").Concat(Field("Cc")).Concat(Field("Bcc")).SelectMany(Addresses).ToImmutableArray();
            return (new(state.Now, mailbox.Address, Field("Subject").FirstOrDefault() ?? "", to, bytes, null),
                Field("From").SelectMany(Addresses).FirstOrDefault());

            IEnumerable<string> Field(string name) =>
                Regex.Matches(headers, $"(?im)^{name}:[ \t]*(.*?)\r?$").Select(match => match.Groups[1].Value);
        }
        catch (FormatException)
        {
            throw GraphRefusal.Of(
                400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content.", call);
        }
    }

    private (GraphLetter Letter, string? From) Json(GraphCall call, GraphMailbox mailbox)
    {
        var message = Member(EventReading.Parse(call), "Message")
            ?? throw GraphRefusal.Of(400, "RequestBodyRead", "The action needs a Message.", call);
        var to = new[] { "toRecipients", "ccRecipients", "bccRecipients" }
            .Select(name => Member(message, name)).OfType<JsonElement>().SelectMany(list => list.EnumerateArray())
            .Select(Address).ToImmutableArray();
        return (new(state.Now, mailbox.Address, Member(message, "subject")?.GetString() ?? "", to, null, call.Body),
            Member(message, "from") is { } from ? Address(from) : null);
    }

    private static string Address(JsonElement recipient) =>
        recipient.GetProperty("emailAddress").GetProperty("address").GetString()!;

    private static JsonElement? Member(JsonElement json, string name) => json.EnumerateObject()
        .Where(member => ExchangeEvent.Same(member.Name, name))
        .Select(member => (JsonElement?)member.Value).FirstOrDefault();

    private static IEnumerable<string> Addresses(string field) =>
        Regex.Matches(field, @"[^\s<>,;""]+@[^\s<>,;""]+").Select(match => match.Value);
}
