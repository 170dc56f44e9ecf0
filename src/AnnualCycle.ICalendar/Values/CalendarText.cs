using System.Buffers;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// What people wrote, as it may stand in a calendar: a TEXT value (RFC 5545, section 3.3.11), not yet escaped.
/// </summary>
/// <remarks>
/// Every kind of line break becomes <c>\n</c>, other control characters but the tab disappear and half a surrogate pair
/// becomes U+FFFD. What a reader gives back is therefore equal to what was written.
/// </remarks>
public readonly record struct CalendarText
{
    /// <summary>
    /// C0 and C1 controls, Unicode's line and paragraph separators, and surrogates: all that may need a change.
    /// </summary>
    private static readonly SearchValues<char> Suspect = SearchValues.Create(
        [.. Range('\0', '\b'), .. Range('\n', '\u001f'), .. Range('\u007f', '\u009f'), '\u2028', '\u2029',
            .. Range('\ud800', '\udfff')]);

    private readonly string? _value;

    /// <summary>Takes any text; a null is the empty text.</summary>
    public CalendarText(string? text) =>
        _value = text is not null && text.AsSpan().ContainsAny(Suspect) ? Cleaned(text) : text;

    /// <summary>
    /// The text with <c>\n</c> as its only control character beside the tab; empty for <c>default</c>.
    /// </summary>
    public string Value => _value ?? "";

    /// <summary>
    /// True when there is nothing to see; a property of it is not written, as libical takes it for an error.
    /// </summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(_value);

    /// <inheritdoc cref="CalendarText(string?)"/>
    public static implicit operator CalendarText(string? text) => new(text);

    /// <summary>Two texts are equal when they are written alike; a null and an empty text are.</summary>
    public bool Equals(CalendarText other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        var afterReturn = false;
        foreach (var rune in text.EnumerateRunes()) // gives U+FFFD for half a pair
        {
            if (IsLineBreak(rune.Value))
            {
                if (!(afterReturn && rune.Value == '\n'))
                    clean.Append('\n');
            }
            else if (rune.Value == '\t' || !Rune.IsControl(rune))
                clean.Append(rune.ToString());
            afterReturn = rune.Value == '\r';
        }
        return clean.ToString();
    }

    /// <summary>
    /// CR, LF, and what word processors and the Unicode standard (section 5.8) break lines with: VT, FF, NEL, LS, PS.
    /// </summary>
    private static bool IsLineBreak(int rune) => rune is '\r' or '\n' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    private static IEnumerable<char> Range(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
