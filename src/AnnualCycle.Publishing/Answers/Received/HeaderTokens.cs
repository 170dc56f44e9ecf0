using System.Text;

namespace AnnualCycle.Publishing.Answers.Received;

/// <summary>
/// Takes a structured header apart (RFC 5322, section 3.2): comments go, quoted text is kept whole and never mistaken for
/// signs.
/// </summary>
internal static class HeaderTokens
{
    /// <summary>Stands in the plain text where a quoted text was.</summary>
    public const char Quoted = '\uFFFF';

    /// <param name="quotes">What stood in quotation marks, in order.</param>
    /// <returns>The header without comments, with <see cref="Quoted"/> for each quoted text.</returns>
    public static string Plain(string header, out IReadOnlyList<string> quotes)
    {
        var (plain, texts, depth) = (new StringBuilder(header.Length), new List<string>(), 0);
        for (var at = 0; at < header.Length; at++)
        {
            var sign = header[at];
            if (depth > 0)
            {
                depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
                at += sign == '\\' ? 1 : 0;
            }
            else if (sign == '(')
            {
                depth++;
                plain.Append(' ');
            }
            else if (sign == '"')
            {
                texts.Add(QuotedText(header, ref at));
                plain.Append(Quoted);
            }
            else if (sign != Quoted)
            {
                plain.Append(sign);
            }
        }

        quotes = texts;
        return plain.ToString();
    }

    /// <summary>The value and the parameters of a header such as Content-Type, names in lower case.</summary>
    public static (string Value, IReadOnlyDictionary<string, string> Parameters) WithParameters(string header)
    {
        var parts = Plain(header, out var quotes).Split(';');
        var (texts, pieces) = (new Queue<string>(quotes), new List<(string Name, string Value)>());
        var type = Filled(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var (name, value) = part.IndexOf('=') is >= 0 and var equals
                ? (Filled(part[..equals]), Filled(part[(equals + 1)..])) : ("", Filled(part));
            if (name.Trim().Length > 0)
            {
                pieces.Add((name.Trim().ToLowerInvariant(), value.Trim()));
            }
        }

        return (type.Trim().ToLowerInvariant(), Joined(pieces));

        string Filled(string text) =>
            string.Concat(text.Trim().Select(sign => sign == Quoted ? texts.Dequeue() : $"{sign}"));
    }

    // RFC 2231: "name*0", "name*1*" are pieces of one value, "name*" has an alphabet before it.
    private static Dictionary<string, string> Joined(List<(string Name, string Value)> pieces)
    {
        var all = new Dictionary<string, string>();
        foreach (var same in pieces.GroupBy(piece => piece.Name.Split('*')[0]))
        {
            var whole = same.FirstOrDefault(piece => piece.Name == same.Key);
            all[same.Key] = whole.Name is not null ? whole.Value : string.Concat(same
                .OrderBy(piece => int.TryParse(piece.Name.Split('*')[1], out var number) ? number : 0)
                .Select(piece => piece.Name.EndsWith('*') ? Uri.UnescapeDataString(piece.Value[(piece.Value.LastIndexOf('\'') + 1)..])
                    : piece.Value));
        }

        return all;
    }

    private static string QuotedText(string header, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < header.Length && header[at] != '"'; at++)
        {
            at += header[at] == '\\' && at + 1 < header.Length ? 1 : 0;
            text.Append(header[at]);
        }

        return text.ToString();
    }
}
