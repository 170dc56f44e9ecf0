using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>Undoes the escapes of TEXT (RFC 5545, section 3.3.11) and of parameters (RFC 6868), forgivingly.</summary>
internal static class TextValues
{
    /// <summary>
    /// From left to right, so that an escaped backslash before an n stays a backslash and an n; an unknown escape stays
    /// as it is.
    /// </summary>
    internal static CalendarText Unescape(ReadOnlySpan<byte> value) =>
        value.Contains((byte)'\\') ? Unescape(Encoding.UTF8.GetString(value))
            : new CalendarText(Encoding.UTF8.GetString(value));

    private static CalendarText Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
                text.Append(value[i]);
            else if (value[++i] is 'n' or 'N')
                text.Append('\n');
            else if (value[i] is '\\' or ';' or ',' or ':' or '"')
                text.Append(value[i]);
            else
                text.Append('\\').Append(value[i]);
        }
        return new CalendarText(text.ToString());
    }

    /// <summary>A list of TEXT: split at commas that are not escaped; blank items are left out.</summary>
    internal static ImmutableArray<CalendarText> UnescapeList(ReadOnlySpan<byte> value)
    {
        var items = ImmutableArray.CreateBuilder<CalendarText>();
        for (int start = 0, i = 0; i <= value.Length; i++)
        {
            if (i + 1 < value.Length && value[i] == '\\')
                i++;
            else if (i == value.Length || value[i] == ',')
            {
                if (Unescape(value[start..i]) is { IsBlank: false } item)
                    items.Add(item);
                start = i + 1;
            }
        }
        return items.DrainToImmutable();
    }

    /// <summary>RFC 6868: ^n, ^' and ^^ in a parameter's value.</summary>
    internal static string UnescapeCarets(string value)
    {
        if (!value.Contains('^'))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var known = value[i] == '^' && i + 1 < value.Length ? "n'^".IndexOf(value[i + 1]) : -1;
            text.Append(known < 0 ? value[i] : "\n\"^"[known]);
            if (known >= 0)
                i++;
        }
        return text.ToString();
    }

    /// <summary>A name of a component, property or parameter in upper case.</summary>
    internal static string Upper(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name).ToUpperInvariant();
}
