using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// The calendar address of a person or mailbox: CAL-ADDRESS (RFC 5545, section 3.3.3), always a <c>mailto:</c>.
/// </summary>
public sealed record CalAddress
{
    /// <summary>RFC 5322 atext that RFC 6068, section 2, lets stand unencoded in a mailto URI, and the dot.</summary>
    private const string PlainLocal = "!$'*+-._~";

    /// <summary>The rest of RFC 5322's atext: allowed in an address, percent-encoded in its URI.</summary>
    private const string EncodedLocal = "#%&/=?^`{|}";

    private CalAddress(string mailbox) => Mailbox = mailbox;

    /// <summary>The mail address as people write it: <c>anna@kommun.example</c>.</summary>
    public string Mailbox { get; }

    /// <summary>The address as it is written in a calendar.</summary>
    public string Uri => "mailto:" + EncodedLocalPart() + Mailbox[Mailbox.LastIndexOf('@')..];

    /// <summary>An address from a mailbox.</summary>
    /// <exception cref="ArgumentException">
    /// It is not one: ask <see cref="TryMailto"/> about what people typed.
    /// </exception>
    public static CalAddress Mailto(string mailbox) =>
        TryMailto(mailbox) ?? throw new ArgumentException($"Not a mail address: {mailbox}", nameof(mailbox));

    /// <summary>
    /// An address from a mailbox in ASCII, local@domain without quotes or comments, or null when it is not one.
    /// </summary>
    public static CalAddress? TryMailto(string? mailbox)
    {
        var at = mailbox?.LastIndexOf('@') ?? -1;
        var valid = at > 0 && mailbox!.Length <= 254 && IsLocalPart(mailbox[..at]) && IsDomain(mailbox[(at + 1)..]);
        return valid ? new CalAddress(mailbox!) : null;
    }

    /// <summary>
    /// An address as a calendar has it, <c>mailto:</c> in any case, or null when it is no mail address.
    /// </summary>
    public static CalAddress? TryParse(string? uri)
    {
        var text = uri?.Trim() ?? "";
        if (!text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return null;
        var query = text.IndexOf('?');
        return TryMailto(System.Uri.UnescapeDataString(query < 0 ? text[7..] : text[7..query]).Trim());
    }

    private static bool IsLocalPart(string local) =>
        local.Split('.').All(atom => atom.Length > 0)
        && local.All(c => char.IsAsciiLetterOrDigit(c) || PlainLocal.Contains(c) || EncodedLocal.Contains(c));

    private static bool IsDomain(string domain) =>
        domain.Split('.').All(label => label.Length is > 0 and < 64 && label[0] != '-' && label[^1] != '-'
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    private string EncodedLocalPart()
    {
        var text = new StringBuilder();
        foreach (var c in Mailbox.AsSpan(0, Mailbox.LastIndexOf('@')))
            text.Append(EncodedLocal.Contains(c) ? $"%{(int)c:X2}" : c.ToString());
        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Uri;
}
