namespace AnnualCycle.Publishing.Answers.Received;

/// <summary>Undoes how a mail's parts are carried (RFC 2045, section 6), as far as they can be.</summary>
internal static class TransferCoding
{
    /// <param name="name">Of the Content-Transfer-Encoding; one that nobody knows leaves the part as it is.</param>
    public static byte[] Decode(ReadOnlySpan<byte> content, string name) => name.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(content),
        "quoted-printable" => QuotedPrintable(content),
        _ => content.ToArray(),
    };

    /// <summary>What is no letter of the alphabet is passed over; a group that breaks off gives what it has.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> content)
    {
        var (bytes, bits, count) = (new List<byte>(content.Length * 3 / 4), 0, 0);
        foreach (var letter in content)
        {
            if (letter == '=' && count % 4 >= 2)
            {
                break;
            }

            if (ValueOf(letter) is not (>= 0 and var value))
            {
                continue;
            }

            bits = ((bits << 6) | value) & 0xFFFFFF;
            if (++count % 4 is not 1 and var place)
            {
                bytes.Add((byte)(bits >> (place switch { 2 => 4, 3 => 2, _ => 0 })));
            }
        }

        return [.. bytes];
    }

    /// <summary>What is no code stays as it stands; blanks at the end of a line were added on the way.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> content)
    {
        var bytes = new List<byte>(content.Length);
        while (!content.IsEmpty)
        {
            var end = content.IndexOf((byte)'\n');
            var line = end < 0 ? content : content[..end];
            var kept = line.TrimEnd(" \t\r"u8);
            var ending = end < 0 ? ""u8 : line.EndsWith("\r"u8) ? "\r\n"u8 : "\n"u8;
            var isSoft = kept.EndsWith("="u8);
            AddLine(bytes, isSoft ? kept[..^1] : kept);
            bytes.AddRange(isSoft ? ""u8 : ending);
            content = end < 0 ? [] : content[(end + 1)..];
        }

        return [.. bytes];
    }

    /// <summary>The codes of one line, as words in headers have them: nothing is trimmed.</summary>
    public static byte[] Codes(ReadOnlySpan<byte> line)
    {
        var bytes = new List<byte>(line.Length);
        AddLine(bytes, line);
        return [.. bytes];
    }

    private static void AddLine(List<byte> bytes, ReadOnlySpan<byte> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '=' && at + 2 < line.Length && Hex(line[at + 1]) is >= 0 and var high
                && Hex(line[at + 2]) is >= 0 and var low)
            {
                bytes.Add((byte)((high << 4) | low));
                at += 2;
            }
            else
            {
                bytes.Add(line[at]);
            }
        }
    }

    private static int ValueOf(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };

    private static int Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32($"{(char)digit}", 16) : -1;
}
