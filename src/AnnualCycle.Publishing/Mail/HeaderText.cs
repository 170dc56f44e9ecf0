using System.Text;
using System.Text.RegularExpressions;

namespace AnnualCycle.Publishing.Mail;

/// <summary>
/// Writes text into a mail's headers so that it stays text: control characters never get there, and what is not plain
/// ASCII is encoded (RFC 2047).
/// </summary>
internal static partial class HeaderText
{
    private const int Width = 76;

    // Of an encoded word; 64 characters with its frame, so that it fits beside the name of its header.
    private const int BytesOfWord = 39;

    /// <summary>One header with its line ends.</summary>
    public static string Line(string name, string text) => Fold(name, Cleaned(text) is var clean && IsPlain(clean)
        ? clean.Split(' ') : EncodedWords(clean));

    /// <summary>A header that names people; its addresses are what <see cref="Mailbox.Wire"/> lets through.</summary>
    /// <exception cref="ArgumentException">It has no such address; whoever sends has to look first.</exception>
    public static string Line(string name, Mailbox box)
    {
        var address = box.Wire ?? throw new ArgumentException("There is no address to write", nameof(box));
        return Cleaned(box.Name ?? "") is { Length: > 0 } shown
            ? Fold(name, [.. Phrase(shown), $"<{address}>"]) : Fold(name, [address]);
    }

    /// <summary>The text on one line, spaces for whatever is no character to be seen.</summary>
    public static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<string> Phrase(string name) =>
        IsPlain(name) ? $"\"{Quoted().Replace(name, "\\$0")}\"".Split(' ') : EncodedWords(name);

    // What looks like an encoded word would be read as one, and a word that fills a line cannot be folded.
    private static bool IsPlain(string text) =>
        Ascii.IsValid(text) && !text.Contains("=?", StringComparison.Ordinal)
        && text.Split(' ').All(word => word.Length <= 900);

    private static IEnumerable<string> EncodedWords(string text)
    {
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + bytes.Length > BytesOfWord)
            {
                yield return Encoded(word);
                word.Clear();
            }

            word.AddRange(bytes);
        }

        yield return Encoded(word);
    }

    private static string Encoded(List<byte> word) => $"=?utf-8?B?{Convert.ToBase64String([.. word])}?=";

    private static string Fold(string name, IEnumerable<string> words)
    {
        var (lines, width) = (new StringBuilder(name).Append(':'), name.Length + 1);
        var isFirst = true;
        foreach (var word in words)
        {
            // The first word stays beside the name: a line of nothing but the name is read badly by some.
            var fits = isFirst || width + 1 + word.Length <= Width;
            lines.Append(fits ? " " : "\r\n ").Append(word);
            (width, isFirst) = ((fits ? width : 0) + 1 + word.Length, false);
        }

        return lines.Append("\r\n").ToString();
    }

    [GeneratedRegex(@"[""\\]")]
    private static partial Regex Quoted();
}
