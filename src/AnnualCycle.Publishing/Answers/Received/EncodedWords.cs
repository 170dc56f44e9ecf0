using System.Text;
using System.Text.RegularExpressions;

namespace AnnualCycle.Publishing.Answers.Received;

/// <summary>Reads words in headers that had to be written in ASCII (RFC 2047).</summary>
internal static partial class EncodedWords
{
    public static string Decode(string text) => !text.Contains("=?", StringComparison.Ordinal) ? text
        : Word().Replace(Between().Replace(text, "$1"), Decoded);

    private static string Decoded(Match word)
    {
        var text = word.Groups["text"].Value;
        var content = word.Groups["kind"].Value is "B" or "b" ? TransferCoding.Base64(Encoding.Latin1.GetBytes(text))
            : TransferCoding.Codes(Encoding.Latin1.GetBytes(text.Replace('_', ' ')));
        // A language may stand after the alphabet (RFC 2231, section 5).
        return Charsets.Text(content, word.Groups["charset"].Value.Split('*')[0]);
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]{1,40})\?(?<kind>[BbQq])\?(?<text>[^?\s]*)\?=")]
    private static partial Regex Word();

    // Blanks between two such words are none.
    [GeneratedRegex(@"(=\?[^?\s]{1,40}\?[BbQq]\?[^?\s]*\?=)\s+(?==\?[^?\s]{1,40}\?[BbQq]\?[^?\s]*\?=)")]
    private static partial Regex Between();
}
