namespace AnnualCycle.Publishing.Answers.Received;

/// <summary>Asks whether the mail server before us has found that a mail is from whom it says (RFC 8601, RFC 7489).</summary>
/// <param name="by">
/// The name that the server writes its findings under; <see cref="Everything"/> when it lets nothing else through, null
/// when nobody vouches for anything.
/// </param>
internal sealed class Authentication(string? by)
{
    /// <summary>Instead of a name: whatever comes has been looked at before.</summary>
    public const string Everything = "*";

    public bool Vouches(ReceivedMail mail)
    {
        if (by is null or Everything)
        {
            return by is not null;
        }

        // Whoever sends a mail can write such a line too; the server's own stands above all others.
        var said = mail.All("Authentication-Results").Select(line => HeaderTokens.Plain(line, out _).Split(';'))
            .FirstOrDefault(parts => FirstWord(parts[0]).Equals(by, StringComparison.OrdinalIgnoreCase));
        return said?.Skip(1).Select(Words).FirstOrDefault(words => words.Method == "dmarc") is { Result: "pass" } dmarc
            && dmarc.From is { Length: > 0 } domain && mail.From?.Split('@')[^1] == domain;
    }

    private static string FirstWord(string text) => text.Trim().Split(' ', '\t')[0];

    private static (string Method, string Result, string? From) Words(string part)
    {
        var words = part.Replace('\t', ' ').Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = (words.FirstOrDefault() ?? "").Split('=');
        return (first[0].Split('/')[0], first.Length == 2 ? first[1] : "",
            words.FirstOrDefault(word => word.StartsWith("header.from=", StringComparison.Ordinal))?["header.from=".Length..]);
    }
}
