namespace AnnualCycle.Publishing.Answers.Received;

/// <summary>A mail server's word that a mail of ours did not arrive (RFC 3464).</summary>
/// <param name="Recipient">In lower case; empty when it does not say.</param>
/// <param name="Why">In the server's words.</param>
/// <param name="Key">What names the delivery, when the mail that is returned says so; null otherwise.</param>
internal sealed record Bounce(string Recipient, string Why, string? Key)
{
    /// <summary>Null for another mail, and for one that only says that it takes longer.</summary>
    public static Bounce? Of(ReceivedMail mail)
    {
        if (mail.Parts.FirstOrDefault(part => part.Type is "message/delivery-status" or "message/global-delivery-status")
            is not { } status)
        {
            return null;
        }

        var fields = Fields(status.Text);
        var action = fields.GetValueOrDefault("action", "failed").Trim().ToLowerInvariant();
        if (action != "failed")
        {
            return null;
        }

        var recipient = fields.GetValueOrDefault("final-recipient", fields.GetValueOrDefault("original-recipient", ""));
        return new Bounce(recipient[(recipient.IndexOf(';') + 1)..].Trim().ToLowerInvariant(),
            fields.GetValueOrDefault("diagnostic-code", fields.GetValueOrDefault("status", "")).Trim(), KeyIn(mail));
    }

    private static string? KeyIn(ReceivedMail mail)
    {
        var returned = mail.Parts.FirstOrDefault(part =>
            part.Type is "message/rfc822" or "text/rfc822-headers" or "message/global" or "message/global-headers");
        var id = returned is null ? null : MimeReader.Read(returned.Content).All("Message-ID").FirstOrDefault();
        return id?.Trim().TrimStart('<').Split('@')[0] is { Length: > 0 } key
            && key.All(sign => sign is > ' ' and <= '~') ? key : null;
    }

    // Of the first receiver that is named: our mails have one.
    private static Dictionary<string, string> Fields(string text)
    {
        var fields = new Dictionary<string, string>();
        foreach (var line in text.ReplaceLineEndings("\n").Replace("\n ", " ").Replace("\n\t", " ").Split('\n'))
        {
            if (line.IndexOf(':') is > 0 and var colon)
            {
                fields.TryAdd(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..]);
            }
        }

        return fields;
    }
}
