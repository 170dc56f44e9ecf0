using System.Text;

namespace AnnualCycle.Publishing.Answers.Received;

/// <summary>
/// Takes a mail apart (RFC 5322, 2045, 2046), whoever wrote it and however: never throws, and never does more than its
/// limits.
/// </summary>
internal sealed class MimeReader
{
    /// <summary>Bytes of a mail; depth of parts in parts; parts of a mail.</summary>
    public const int LargestMail = 10 << 20, Deepest = 20, MostParts = 200;

    private readonly List<ReceivedPart> _parts = [];

    private MimeReader()
    {
    }

    public static ReceivedMail Read(ReadOnlyMemory<byte> mail)
    {
        var reader = new MimeReader();
        var content = mail.Span[..Math.Min(mail.Length, LargestMail)];
        // What hands a mail to a program may put a line of its own first.
        if (content.StartsWith("From "u8))
        {
            NextLine(ref content);
        }

        var headers = Headers(ref content);
        var type = TypeOf(headers, "text/plain").Value;
        reader.Add(headers, content, depth: 0, "text/plain");
        return new ReceivedMail(headers, type, reader._parts);
    }

    private void Add(IReadOnlyList<ReceivedHeader> headers, ReadOnlySpan<byte> content, int depth, string otherwise)
    {
        if (_parts.Count >= MostParts)
        {
            return;
        }

        var (type, parameters) = TypeOf(headers, otherwise);
        if (type.StartsWith("multipart/", StringComparison.Ordinal) && depth < Deepest
            && parameters.GetValueOrDefault("boundary") is { Length: > 0 and <= 200 } boundary
            && Split(content, boundary, depth, type == "multipart/digest" ? "message/rfc822" : "text/plain"))
        {
            return;
        }

        _parts.Add(new ReceivedPart(type, parameters, FileName(headers, parameters),
            TransferCoding.Decode(content, First(headers, "Content-Transfer-Encoding") ?? "")));
    }

    private bool Split(ReadOnlySpan<byte> content, string boundary, int depth, string otherwise)
    {
        var delimiter = Encoding.Latin1.GetBytes("--" + boundary);
        var (start, at, found) = (-1, 0, false);
        var rest = content;
        while (!rest.IsEmpty && _parts.Count < MostParts)
        {
            var line = NextLine(ref rest);
            var (isEnd, isBoundary) = Is(line, delimiter);
            if (isBoundary)
            {
                AddPart(content, start, at, depth, otherwise);
                (start, found) = (content.Length - rest.Length, true);
            }

            if (isEnd)
            {
                return true;
            }

            at = content.Length - rest.Length;
        }

        // A mail that breaks off has its last part as far as it came.
        AddPart(content, start, content.Length, depth, otherwise);
        return found;
    }

    private void AddPart(ReadOnlySpan<byte> content, int start, int end, int depth, string otherwise)
    {
        if (start < 0)
        {
            return;
        }

        var part = content[start..Math.Max(start, end)];
        // The line end before a boundary belongs to it (RFC 2046, section 5.1.1).
        part = end < content.Length ? WithoutLineEnd(part) : part;
        var headers = Headers(ref part);
        Add(headers, part, depth + 1, otherwise);
    }

    private static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> part) =>
        part.EndsWith("\r\n"u8) ? part[..^2] : part.EndsWith("\n"u8) ? part[..^1] : part;

    private static (bool IsEnd, bool IsBoundary) Is(ReadOnlySpan<byte> line, ReadOnlySpan<byte> delimiter)
    {
        if (!line.StartsWith(delimiter))
        {
            return (false, false);
        }

        var after = line[delimiter.Length..].TrimEnd(" \t\r\n"u8);
        var isEnd = after.SequenceEqual("--"u8);
        return (isEnd, isEnd || after.IsEmpty);
    }

    private static List<ReceivedHeader> Headers(ref ReadOnlySpan<byte> content)
    {
        var headers = new List<(string Name, List<byte> Value)>();
        while (!content.IsEmpty)
        {
            var before = content;
            var line = NextLine(ref content).TrimEnd("\r\n"u8);
            if (line.IsEmpty)
            {
                break;
            }

            var colon = line.IndexOf((byte)':');
            if (line[0] is (byte)' ' or (byte)'\t' && headers.Count > 0)
            {
                headers[^1].Value.AddRange(line);
            }
            else if (colon > 0 && line[..colon].TrimEnd(" \t"u8) is var name && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            {
                headers.Add((Encoding.ASCII.GetString(name), [.. line[(colon + 1)..]]));
            }
            else
            {
                // No header any more: somebody left out the empty line.
                content = before;
                break;
            }
        }

        return [.. headers.Select(header => new ReceivedHeader(
            header.Name, Charsets.Text(header.Value.ToArray(), null).Trim()))];
    }

    private static (string Value, IReadOnlyDictionary<string, string> Parameters) TypeOf(
        IReadOnlyList<ReceivedHeader> headers, string otherwise)
    {
        var (type, parameters) = HeaderTokens.WithParameters(First(headers, "Content-Type") ?? otherwise);
        return (type.Count(sign => sign == '/') == 1 ? type : "text/plain", parameters);
    }

    private static string? FileName(IReadOnlyList<ReceivedHeader> headers, IReadOnlyDictionary<string, string> parameters) =>
        (First(headers, "Content-Disposition") is { } disposition
            ? HeaderTokens.WithParameters(disposition).Parameters.GetValueOrDefault("filename") : null)
        ?? parameters.GetValueOrDefault("name");

    private static string? First(IReadOnlyList<ReceivedHeader> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> content)
    {
        var end = content.IndexOf((byte)'\n') + 1;
        var line = end == 0 ? content : content[..end];
        content = content[line.Length..];
        return line;
    }
}
