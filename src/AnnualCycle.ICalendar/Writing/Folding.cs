using System.Buffers;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Folds a content line at 75 octets (RFC 5545, section 3.1), never inside a character or between a backslash and what
/// it escapes.
/// </summary>
internal static class Folding
{
    private const int Longest = 75;

    internal static void Write(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        for (var room = Longest; line.Length > room; room = Longest - 1) // a continuation begins with a space
        {
            var cut = CutAt(line, room);
            output.Write(line[..cut]);
            output.Write("\r\n "u8);
            line = line[cut..];
        }
        output.Write(line);
        output.Write("\r\n"u8);
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
