using System.Globalization;
using System.Text;

namespace AnnualCycle.Plans.Wheel;

/// <summary>How much room words take and how they are made to fit, without asking a font.</summary>
internal static class Wording
{
    private const string Narrow = "ijlI.,:;'|!()[]/·\u00A0 ";
    private const string Slim = "frt-–\"*";
    private const string Wide = "mwMW%@&—ÆæŒœ";

    /// <summary>Width in the font size's unit, for Arial and its likes, with a margin of some per cent.</summary>
    public static double Width(string text, double size, bool bold = false) =>
        text.EnumerateRunes().Sum(RuneWidth) * size * (bold ? 1.1 : 1.03);

    /// <summary>The text, or what fits of it and an ellipsis; empty when not even three letters fit.</summary>
    public static string Fit(string text, double size, double room, bool bold = false)
    {
        if (Width(text, size, bold) <= room)
        {
            return text;
        }

        var parts = Letters(text);
        var kept = parts.Count;
        while (kept > 0 && Width(Shortened(parts, kept), size, bold) > room)
        {
            kept--;
        }

        return kept < 3 ? "" : Shortened(parts, kept);
    }

    /// <summary>Lines no wider than the room, at most so many, the last shortened where words are left over.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double room, int most, bool bold = false)
    {
        var lines = Wrap(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), " ", size, room, bold);
        return lines.Count <= most
            ? [.. lines.Select(line => Fit(line, size, room, bold))]
            : [.. lines.Take(most - 1).Append(string.Join(' ', lines.Skip(most - 1)))
                .Select(line => Fit(line, size, room, bold))];
    }

    /// <summary>Items joined by the separator into lines; an item is never broken.</summary>
    public static IReadOnlyList<string> Wrap(
        IEnumerable<string> items, string separator, double size, double room, bool bold = false)
    {
        List<string> lines = [];
        foreach (var item in items)
        {
            var longer = lines.Count == 0 ? item : lines[^1] + separator + item;
            if (lines.Count > 0 && Width(longer, size, bold) <= room)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(item);
            }
        }

        return lines;
    }

    /// <summary>
    /// What may stand in XML 1.0 (section 2.2) and on paper: line ends become blanks; controls, lone surrogates,
    /// noncharacters and marks that turn the writing direction are left out.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings(" ").Replace('\t', ' ').EnumerateRunes())
        {
            if (Allowed(rune))
            {
                clean.Append(rune);
            }
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Clean, and with a capital first: "sportlov Ale" stands by itself on the wheel.</summary>
    public static string Headed(string text)
    {
        var clean = Clean(text);
        return clean.Length == 0 ? clean : char.ToUpperInvariant(clean[0]) + clean[1..];
    }

    private static bool Allowed(Rune rune) =>
        !Rune.IsControl(rune) && rune != Rune.ReplacementChar && (rune.Value & 0xFFFE) != 0xFFFE
        && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F);

    private static double RuneWidth(Rune rune)
    {
        var letter = rune.Value <= char.MaxValue ? (char)rune.Value : '\u4E00';
        return letter switch
        {
            _ when Narrow.Contains(letter) => 0.28,
            _ when Slim.Contains(letter) => 0.35,
            _ when Wide.Contains(letter) => 0.86,
            >= '\u1100' => 1.0,
            _ when char.IsUpper(letter) => 0.7,
            _ => 0.55,
        };
    }

    /// <summary>Text elements, so that an accent or a joined sign is never cut in two.</summary>
    private static List<string> Letters(string text)
    {
        List<string> letters = [];
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            letters.Add(elements.GetTextElement());
        }

        return letters;
    }

    private static string Shortened(List<string> letters, int kept) =>
        string.Concat(letters.Take(kept)).TrimEnd(' ', ',', '–', '-') + "…";
}
