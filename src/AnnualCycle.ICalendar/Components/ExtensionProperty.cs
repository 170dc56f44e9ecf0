namespace AnnualCycle.ICalendar;

/// <summary>
/// A property of our own or of one vendor, with a TEXT value: an X-property (RFC 5545, section 3.8.8.2).
/// </summary>
public sealed record ExtensionProperty
{
    /// <summary>Names that the writer writes itself, or that must not be sent (MS-OXCICAL 2.1.3.1.1.20.28).</summary>
    private static readonly string[] Reserved =
        ["X-WR-", "X-PUBLISHED-TTL", "X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-ALLDAYEVENT"];

    /// <summary>Takes a name such as <c>X-ANNUALCYCLE-RULE</c> and any text.</summary>
    /// <exception cref="ArgumentException">The name is not an X-name, or one that the writer writes itself.</exception>
    public ExtensionProperty(string name, CalendarText value)
    {
        Name = name.ToUpperInvariant();
        var isXName = Name.Length is > 2 and <= 64 && Name.StartsWith("X-", StringComparison.Ordinal)
            && Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (!isXName || Reserved.Any(reserved => Name.StartsWith(reserved, StringComparison.Ordinal)))
            throw new ArgumentException($"Not a free X-name: {name}", nameof(name));
        Value = value;
    }

    /// <summary>The name in upper case.</summary>
    public string Name { get; }

    /// <summary>The text, not yet escaped.</summary>
    public CalendarText Value { get; }
}
