using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// An address on the net: URI (RFC 5545, section 3.3.13), absolute and in ASCII, so that nothing in it needs an escape.
/// </summary>
public sealed record CalendarUri
{
    /// <summary>Takes an absolute address.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public CalendarUri(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
            throw new ArgumentException($"A calendar can only hold an absolute address: {uri}", nameof(uri));
        Value = Ascii(WithAsciiHost(uri));
    }

    /// <summary>The address as it is written.</summary>
    public string Value { get; }

    /// <inheritdoc cref="CalendarUri(Uri)"/>
    public static implicit operator CalendarUri(Uri uri) => new(uri);

    /// <summary>An address people typed, or null when it is not an absolute one.</summary>
    public static CalendarUri? TryParse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && !uri.IsFile ? new CalendarUri(uri) : null;

    /// <summary>RFC 3987, section 3.1: the host in its ASCII form, as mail and calendar programs look it up.</summary>
    private static string WithAsciiHost(Uri uri)
    {
        var text = uri.AbsoluteUri;
        var isAscii = uri.Host.Length == 0 || uri.Host == uri.IdnHost;
        var at = isAscii ? -1 : text.IndexOf(uri.Host, StringComparison.Ordinal);
        return at < 0 ? text : text[..at] + uri.IdnHost + text[(at + uri.Host.Length)..];
    }

    private static string Ascii(string text)
    {
        if (text.All(IsPlain))
            return text;
        var ascii = new StringBuilder();
        foreach (var part in Encoding.UTF8.GetBytes(text))
            ascii.Append(IsPlain((char)part) ? ((char)part).ToString() : $"%{part:X2}");
        return ascii.ToString();
    }

    private static bool IsPlain(char c) => c is > ' ' and < '\u007f' and not ('"' or '\\' or '<' or '>');

    /// <inheritdoc/>
    public override string ToString() => Value;
}
