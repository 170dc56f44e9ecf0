using System.Text;

namespace AnnualCycle.Publishing.Tests.Answers;

/// <summary>The same numbers each time for the same seed.</summary>
internal sealed class Numbers(uint seed)
{
    private uint _state = seed * 2654435761 + 1;

    public int Below(int limit)
    {
        // xorshift32, Marsaglia 2003.
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)Math.Max(1, limit));
    }
}

/// <summary>Mails of all shapes that keep to the rules: parts in parts, alphabets, codings, folded and coded headers.</summary>
internal sealed class MadeUpMail(uint seed)
{
    private static readonly string[] Words = ["möte", "Åre", "=", "a\tb", " x ", "ärende 3", "— ja", "<b>", "”nej”", ".", "--x", "From a"];

    private readonly Numbers _random = new(seed);
    private int _boundary;

    public byte[] Next()
    {
        var lineEnd = _random.Below(4) == 0 ? "\n" : "\r\n";
        var subject = _random.Below(3) switch
        {
            0 => "Enkel rad",
            1 => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("Möte på Åland"))}?={lineEnd} =?utf-8?q?_och_=C3=A5ter_?=",
            _ => "=?iso-8859-1?Q?M=F6te_?= idag",
        };
        return
        [
            .. Bytes($"From: a@nord.example{lineEnd}Subject: {subject.Replace("Enkel rad", "Plain words", StringComparison.Ordinal)}{lineEnd}MIME-Version: 1.0{lineEnd}"),
            .. Part(_random.Below(4), lineEnd),
        ];
    }

    private byte[] Part(int depth, string lineEnd) =>
        depth > 0 && _random.Below(4) > 0 ? Multipart(depth, lineEnd) : Leaf(lineEnd);

    private byte[] Multipart(int depth, string lineEnd)
    {
        var boundary = $"b_{_boundary++}" + "'()+,-./:=?"[.._random.Below(11)];
        var kind = new[] { "mixed", "alternative", "related" }[_random.Below(3)];
        var content = new List<byte>(Bytes($"Content-Type: multipart/{kind};{lineEnd} boundary=\"{boundary}\"{lineEnd}{lineEnd}"));
        content.AddRange(Bytes(_random.Below(2) == 0 ? "" : $"Bara för gamla program{lineEnd}"));
        for (var parts = 1 + _random.Below(3); parts > 0; parts--)
        {
            content.AddRange(Bytes($"--{boundary}{(_random.Below(5) == 0 ? "  " : "")}{lineEnd}"));
            content.AddRange(Part(depth - 1, lineEnd));
            content.AddRange(Bytes(lineEnd));
        }

        content.AddRange(Bytes($"--{boundary}--{lineEnd}"));
        return [.. content];
    }

    private byte[] Leaf(string lineEnd)
    {
        var type = new[] { "text/plain", "text/html", "text/calendar", "application/ics", "application/octet-stream" }[_random.Below(5)];
        var charset = new[] { "utf-8", "ISO-8859-1", "windows-1252", "\"UTF-8\"" }[_random.Below(4)];
        var text = string.Join(lineEnd, Enumerable.Range(0, _random.Below(6))
            .Select(_ => string.Join(' ', Enumerable.Range(0, _random.Below(9)).Select(_ => Words[_random.Below(Words.Length)]))));
        var bytes = charset.Contains("tf-8", StringComparison.OrdinalIgnoreCase) ? Bytes(text) : Encoding.Latin1.GetBytes(text);
        var (coding, content) = _random.Below(4) switch
        {
            0 => ("base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)
                .ReplaceLineEndings(lineEnd))),
            1 => ("Quoted-Printable", Quoted(bytes, lineEnd)),
            2 => ("8bit", bytes),
            _ => ("", bytes),
        };
        var header = coding.Length > 0 ? $"Content-Transfer-Encoding: {coding}{lineEnd}" : "";
        return [.. Bytes($"Content-Type: {type}; charset={charset}{lineEnd}{header}{lineEnd}"), .. content];
    }

    private byte[] Quoted(byte[] bytes, string lineEnd)
    {
        var text = new StringBuilder();
        foreach (var one in bytes)
        {
            text.Append(one is (byte)'\r' or (byte)'\n' ? $"{(char)one}"
                : one is (byte)'=' or > 126 or < 33 || _random.Below(9) == 0 ? $"={one:X2}" : $"{(char)one}");
            text.Append(_random.Below(30) == 0 && one is not ((byte)'\r' or (byte)'\n') ? $"={lineEnd}" : "");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
