using System.Text;

namespace AnnualCycle.Publishing.Answers.Received;

/// <summary>Reads text by the name of its alphabet, and by a guess when the name is missing or wrong.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Also what programs mean that say ISO 8859-1: they differ in signs that no text has.
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="name">As the mail gives it; null or unknown for none.</param>
    public static string Text(ReadOnlySpan<byte> bytes, string? name) => name?.Trim().ToLowerInvariant() switch
    {
        null or "" or "utf-8" or "utf8" or "us-ascii" or "ascii" => Guessed(bytes),
        "iso-8859-1" or "latin1" or "latin-1" or "windows-1252" or "cp1252" => Western.GetString(bytes),
        { } other => Named(other)?.GetString(bytes) ?? Guessed(bytes),
    };

    /// <summary>Whether bytes of that name are UTF-8 as they stand, or read by whoever gets them as well as here.</summary>
    public static bool IsPlain(string? name) => name?.Trim().ToLowerInvariant() is null or "" or "utf-8" or "utf8" or "us-ascii";

    private static string Guessed(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }

    private static Encoding? Named(string name)
    {
        try
        {
            // UTF-7 is refused, as its letters hide others.
            return name is "utf-7" ? null : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
