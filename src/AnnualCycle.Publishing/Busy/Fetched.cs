namespace AnnualCycle.Publishing.Busy;

/// <summary>What came of fetching a calendar: its bytes, nothing new, or what went wrong.</summary>
public sealed record Fetched
{
    /// <summary>The same as last time (RFC 9110, section 15.4.5).</summary>
    public static Fetched NotChanged { get; } = new();

    /// <summary>Null when nothing is new or something went wrong.</summary>
    public byte[]? Content { get; private init; }

    /// <summary>The validator that came with it.</summary>
    public string? ETag { get; private init; }

    /// <summary>For people, in Swedish, without the address; null when all went well.</summary>
    public string? Trouble { get; private init; }

    /// <summary>
    /// A calendar from its first line to its last; what was cut off on the way, or is a page that asks for a password,
    /// must not take the place of what was known.
    /// </summary>
    public static Fetched Whole(byte[] content, string? etag) =>
        content.AsSpan().IndexOf("BEGIN:VCALENDAR"u8) < 0 ? Failed("är inte någon kalender")
        : !content.AsSpan().TrimEnd(" \t\r\n"u8).EndsWith("END:VCALENDAR"u8) ? Failed("är avbruten: slutet saknas")
        : new() { Content = content, ETag = etag };

    public static Fetched Failed(string trouble) => new() { Trouble = trouble };
}
