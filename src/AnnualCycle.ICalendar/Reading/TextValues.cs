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
    internal static CalendarText Unescape(ReadOnlySpan<char> value)
    {
        if (!value.Contains('\\'))
            return new CalendarText(value.ToString());
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
    internal static IEnumerable<CalendarText> UnescapeList(string value)
    {
        var items = ImmutableArray.CreateBuilder<CalendarText>();
        for (var (start, i) = (0, 0); i <= value.Length; i++)
        {
            if (i < value.Length && value[i] == '\\')
                i++;
            else if (i == value.Length || value[i] == ',')
            {
                items.Add(Unescape(value.AsSpan(start, i - start)));
                start = i + 1;
            }
        }
        return items.Where(item => !item.IsBlank);
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
}
