using System.Globalization;
using System.Text;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>Lines to and from a server, none of which is waited for beyond its limit.</summary>
/// <remarks>
/// A limit that is reached is a <see cref="TimeoutException"/>, nonsense an <see cref="InvalidDataException"/>.
/// </remarks>
internal sealed class SubmissionWire(Stream stream, TimeProvider time)
{
    // RFC 5321 has 512 octets to a line and names no number of lines; servers with long greetings exceed the first.
    private const int LongestLine = 2048;

    private const int MostLines = 128;

    private const int Chunk = 16 * 1024;

    private readonly byte[] _read = new byte[LongestLine];

    private int _from;

    private int _to;

    public Stream Stream { get; } = stream;

    public async Task<SubmissionReply> AskAsync(string command, TimeSpan limit, CancellationToken cancel)
    {
        DemandSilence();
        await WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), limit, cancel);
        return await ReadAsync(limit, cancel);
    }

    /// <exception cref="InvalidDataException">
    /// There is an answer before its question, which would be taken for the answer to it.
    /// </exception>
    public void DemandSilence()
    {
        if (_from < _to)
        {
            throw new InvalidDataException("svarade innan det frågades");
        }
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> content, TimeSpan limit, CancellationToken cancel)
    {
        for (var at = 0; at < content.Length; at += Chunk)
        {
            var part = content.Slice(at, Math.Min(Chunk, content.Length - at));
            await WithinAsync(limit, time, async either =>
            {
                await Stream.WriteAsync(part, either);
                await Stream.FlushAsync(either);
                return part.Length;
            }, cancel);
        }
    }

    /// <summary>A whole reply, all its lines within the limit together.</summary>
    public Task<SubmissionReply> ReadAsync(TimeSpan limit, CancellationToken cancel) =>
        WithinAsync(limit, time, ReadAsync, cancel);

    /// <exception cref="TimeoutException">The limit was reached before the work was done.</exception>
    public static async Task<T> WithinAsync<T>(
        TimeSpan limit, TimeProvider time, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"svarade inte inom {limit.TotalSeconds:0.#} s");
        }
    }

    private async Task<SubmissionReply> ReadAsync(CancellationToken cancel)
    {
        var (code, lines) = (0, new List<string>());
        while (lines.Count < MostLines && await LineAsync(cancel) is var line && CodeOf(line) is { } own
            && (code == 0 || own == code))
        {
            code = own;
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SubmissionReply(code, lines);
            }
        }

        throw new InvalidDataException("svarade något som inte är ett svar på en e-postservers vis");
    }

    // Three digits; then a space, a hyphen where more lines follow, or nothing.
    private static int? CodeOf(string line) => line.Length >= 3 && (line.Length == 3 || line[3] is ' ' or '-')
        && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && code is >= 200 and <= 599 ? code : null;

    private async Task<string> LineAsync(CancellationToken cancel)
    {
        while (true)
        {
            var end = _read.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.UTF8.GetString(_read, _from, end).TrimEnd('\r');
                _from += end + 1;
                return line;
            }

            await MoreAsync(cancel);
        }
    }

    private async Task MoreAsync(CancellationToken cancel)
    {
        _read.AsSpan(_from, _to - _from).CopyTo(_read);
        (_from, _to) = (0, _to - _from);
        if (_to == _read.Length)
        {
            throw new InvalidDataException("svarade med en rad utan slut");
        }

        var count = await Stream.ReadAsync(_read.AsMemory(_to), cancel);
        _to += count > 0 ? count : throw new EndOfStreamException("la på");
    }
}
