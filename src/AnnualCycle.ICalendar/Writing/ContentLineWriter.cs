using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Writes content lines (RFC 5545, section 3.1): one line is gathered in octets, then folded into the output.
/// </summary>
/// <remarks>
/// Each value type is escaped in one method here and nowhere else. Over 60 lines because these methods share the line
/// being gathered.
/// </remarks>
internal sealed class ContentLineWriter(IBufferWriter<byte> output)
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create('\\', ';', ',', '\n');
    private static readonly SearchValues<char> Unquoted =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .-");

    private byte[] _line = new byte[512];
    private int _length;

    /// <summary>A whole line that is known beforehand.</summary>
    internal void Line(ReadOnlySpan<byte> line)
    {
        Begin(line);
        End();
    }

    /// <summary>Starts a line with a property name and such parameters as are fixed.</summary>
    internal void Begin(ReadOnlySpan<byte> name) => Octets(name);

    /// <summary>Starts a line with a property name that is not known beforehand.</summary>
    internal void Begin(string name) => Chars(name);

    /// <summary>Ends the line and folds it into the output.</summary>
    internal void End()
    {
        Folding.Write(_line.AsSpan(0, _length), output);
        _length = 0;
    }

    /// <summary>Octets as they are: tokens, digits and separators.</summary>
    internal void Octets(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(Room(octets.Length));
        _length += octets.Length;
    }

    /// <summary>Characters that need no escape: a URI, an X-name, a time zone's name.</summary>
    internal void Chars(ReadOnlySpan<char> chars) =>
        _length += Encoding.UTF8.GetBytes(chars, Room(3 * chars.Length));

    /// <summary>TEXT (section 3.3.11): backslash, semicolon, comma and line break are escaped, nothing else.</summary>
    internal void Text(CalendarText text)
    {
        var rest = text.Value.AsSpan();
        for (var at = rest.IndexOfAny(Escaped); at >= 0; at = rest.IndexOfAny(Escaped))
        {
            Chars(rest[..at]);
            Octets(rest[at] switch { '\\' => @"\\"u8, ';' => @"\;"u8, ',' => @"\,"u8, _ => @"\n"u8 });
            rest = rest[(at + 1)..];
        }
        Chars(rest);
    }

    /// <summary>
    /// A parameter's value (section 3.2): quoted unless plain; a quotation mark, which cannot be said, becomes an
    /// apostrophe.
    /// </summary>
    internal void ParameterText(CalendarText text)
    {
        var value = text.Value.Replace('"', '\'').Replace('\n', ' ').Replace('\t', ' ');
        var quote = value.AsSpan().ContainsAnyExcept(Unquoted) ? "\""u8 : default;
        Octets(quote);
        Chars(value);
        Octets(quote);
    }

    /// <summary>INTEGER (section 3.3.8).</summary>
    internal void Integer(int value)
    {
        Utf8Formatter.TryFormat(value, Room(11), out var written);
        _length += written;
    }

    /// <summary>DATE (section 3.3.4).</summary>
    internal void Date(DateOnly date)
    {
        Digits(date.Year, 4);
        Digits(date.Month, 2);
        Digits(date.Day, 2);
    }

    /// <summary>DATE-TIME (section 3.3.5) in form 1 or 3; the caller adds the Z of form 2.</summary>
    internal void DateTime(DateTime time)
    {
        Date(DateOnly.FromDateTime(time));
        Octets("T"u8);
        Digits(time.Hour, 2);
        Digits(time.Minute, 2);
        Digits(time.Second, 2);
    }

    /// <summary>UTC-OFFSET (section 3.3.14), with seconds only where there are some.</summary>
    internal void Offset(TimeSpan offset)
    {
        Octets(offset < TimeSpan.Zero ? "-"u8 : "+"u8);
        Digits(Math.Abs(offset.Hours), 2);
        Digits(Math.Abs(offset.Minutes), 2);
        if (offset.Seconds != 0)
            Digits(Math.Abs(offset.Seconds), 2);
    }

    private void Digits(int value, int count)
    {
        var room = Room(count);
        for (var i = count - 1; i >= 0; i--, value /= 10)
            room[i] = (byte)('0' + value % 10);
        _length += count;
    }

    private Span<byte> Room(int octets)
    {
        if (_line.Length - _length < octets)
            Array.Resize(ref _line, Math.Max(2 * _line.Length, _length + octets));
        return _line.AsSpan(_length);
    }
}
