using AnnualCycle.Publishing.Mail;

namespace AnnualCycle.Publishing.Answers.Received;

/// <summary>A line at the top of a mail that came, unfolded.</summary>
internal sealed record ReceivedHeader(string Name, string Value);

/// <summary>A part of a mail that holds no others.</summary>
/// <param name="Type">Content-Type in lower case without parameters.</param>
/// <param name="Parameters">Of the Content-Type, names in lower case.</param>
/// <param name="Content">As it was before it was made fit for the way.</param>
internal sealed record ReceivedPart(
    string Type, IReadOnlyDictionary<string, string> Parameters, string? FileName, byte[] Content)
{
    public string? Charset => Parameters.GetValueOrDefault("charset");

    public string Text => Charsets.Text(Content, Charset);

    /// <summary>A calendar under whatever name programs give it.</summary>
    public bool IsCalendar => Type is "text/calendar" or "application/ics" or "text/x-vcalendar"
        || FileName?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>A mail that came, taken apart.</summary>
/// <param name="Parts">Those that hold no others, in order.</param>
/// <param name="Type">Content-Type of the whole.</param>
internal sealed record ReceivedMail(IReadOnlyList<ReceivedHeader> Headers, string Type, IReadOnlyList<ReceivedPart> Parts)
{
    /// <summary>The one address that it says it is from, in lower case; null when it names none or several.</summary>
    public string? From => All("From").ToList() is [var only] && AddressesIn(only) is [var address] ? address : null;

    public string Subject => EncodedWords.Decode(All("Subject").FirstOrDefault() ?? "");

    /// <summary>What somebody wrote; empty when there is no such part.</summary>
    public string Text => Parts.FirstOrDefault(part => part.Type == "text/plain")?.Text.Trim() ?? "";

    /// <summary>All values of a header, the topmost first.</summary>
    public IEnumerable<string> All(string name) => Headers
        .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);

    /// <summary>The addresses that a header names, in lower case.</summary>
    public static IReadOnlyList<string> AddressesIn(string header) =>
    [
        .. HeaderTokens.Plain(header, out _).Split(',', ';').Select(one => one.Contains('<')
                ? one[(one.LastIndexOf('<') + 1)..].Split('>')[0] : one[(one.IndexOf(':') + 1)..])
            .Select(address => address.Trim().ToLowerInvariant())
            .Where(address => address.Length > 0).Select(address => new Mailbox(address).Wire is null ? "" : address),
    ];
}
