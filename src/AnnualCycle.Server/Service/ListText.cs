using System.Text;

namespace AnnualCycle.Server.Service;

/// <summary>The text of a list that somebody made in a spreadsheet.</summary>
public static class ListText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// As UTF-8; else as the Western European letters that spreadsheets on Windows write (ISO 8859-1, which Windows-1252
    /// shares all letters of Swedish with). Null when it is no text.
    /// </summary>
    public static string? Of(byte[] bytes)
    {
        try
        {
            var text = Utf8.GetString(bytes);
            return text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return bytes.Any(IsNoLetter) ? null : Encoding.Latin1.GetString(bytes);
        }
    }

    private static bool IsNoLetter(byte value) =>
        value is (< 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r')) or (>= 0x7f and <= 0x9f);
}
