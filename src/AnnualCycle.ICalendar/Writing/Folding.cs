using System.Buffers;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Folds a content line at 75 octets (RFC 5545, section 3.1), never inside a character or between a backslash and what
/// it escapes.
/// </summary>
internal static class Folding
{
    private const int Longest = 75;

    /// <summary>A cut goes back by less than this from where the room ends.</summary>
    private const int MostBack = 5;

    internal static void Write(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        var to = output.GetSpan(line.Length + 3 * (1 + line.Length / (Longest - 1 - MostBack)) + 2);
        var length = 0;
        for (var room = Longest; line.Length > room; room = Longest - 1) // a continuation begins with a space
        {
            var cut = CutAt(line, room);
            Append(line[..cut], to, ref length);
            Append("\r\n "u8, to, ref length);
            line = line[cut..];
        }
        Append(line, to, ref length);
        Append("\r\n"u8, to, ref length);
        output.Advance(length);
    }

    private static void Append(ReadOnlySpan<byte> octets, Span<byte> to, ref int length)
    {
        octets.CopyTo(to[length..]);
        length += octets.Length;
    }

    private static int CutAt(ReadOnlySpan<byte> line, int at)
    {
        while ((line[at] & 0xC0) == 0x80) // a UTF-8 sequence goes on here
            at--;
        var slashes = 0;
        while (slashes < at && line[at - 1 - slashes] == '\\')
            slashes++;
        return at - slashes % 2; // pairs are whole; an odd one out escapes the next octet
    }
}
