using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AnnualCycle.ICalendar;

/// <summary>
/// A file's content lines as slices of one buffer: any kind of line end, blank lines passed over, folds undone in place
/// before a character is decoded (RFC 5545, section 3.1).
/// </summary>
internal sealed class CalendarLines
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <summary>Windows-1252, which holds ISO 8859-1: what Swedish programs wrote before UTF-8.</summary>
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly ReadLimits _limits;
    private readonly List<CalendarMistake> _mistakes;
    private byte[] _octets;
    private Slice[] _lines;
    private int _end;
    private int _at;
    private int _number = 1;

    internal CalendarLines(ReadOnlySpan<byte> file, ReadLimits limits, List<CalendarMistake> mistakes)
    {
        (_limits, _mistakes) = (limits, mistakes);
        _octets = Copy(file);
        _end = _octets.Length;
        _lines = new Slice[16 + _end / 32];
        Scan();
        if (!Utf8.IsValid(_octets))
            MakeUtf8();
    }

    /// <summary>Where a line stands in the buffer, and the line of the file where it begins, from 1.</summary>
    private readonly record struct Slice(int Start, int Length, int Number);

    internal int Count { get; private set; }

    /// <summary>A line without folds and line end.</summary>
    internal ReadOnlySpan<byte> this[int line] => _octets.AsSpan(_lines[line].Start, _lines[line].Length);

    internal int Number(int line) => _lines[line].Number;

    /// <summary>Some programs on Windows save in UTF-16 and say so in the first two octets.</summary>
    private byte[] Copy(ReadOnlySpan<byte> file)
    {
        Encoding? wide = file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
            : file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode : null;
        var cut = file[..Math.Min(file.Length, _limits.Octets)];
        if (cut.Length < file.Length)
            Report(1, MistakeKind.TooLarge, "octets");
        return wide is null ? cut.ToArray() : Encoding.UTF8.GetBytes(wide.GetString(cut));
    }

    private void Scan()
    {
        _at = _octets.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        for (SkipLineEnds(); _at < _end; SkipLineEnds())
        {
            var (start, number) = (_at, _number);
            var stop = TakeLine();
            if (_at < _end && _octets[_at] <= ' ')
                stop = Unfold(stop);
            if (!Add(new Slice(start, stop - start, number)))
                return;
        }
    }

    private bool Add(Slice line)
    {
        if (line.Length > _limits.LineOctets)
        {
            Report(line.Number, MistakeKind.TooLarge, "line");
            return true;
        }
        if (Count == _limits.Lines)
        {
            Report(line.Number, MistakeKind.TooLarge, "lines");
            return false;
        }
        if (Count == _lines.Length)
            Array.Resize(ref _lines, 2 * Count);
        _lines[Count++] = line;
        return true;
    }

    /// <summary>Moves what is folded up to the line's end; blank lines within a fold are passed over.</summary>
    private int Unfold(int stop)
    {
        for (SkipLineEnds(); _at < _end && _octets[_at] is (byte)' ' or (byte)'\t'; SkipLineEnds())
        {
            var from = _at + 1;
            var to = TakeLine();
            _octets.AsSpan(from, to - from).CopyTo(_octets.AsSpan(stop));
            stop += to - from;
        }
        _octets.AsSpan(stop, Math.Max(0, _at - stop)).Fill((byte)'\n'); // no half characters are left behind
        return stop;
    }

    /// <summary>Goes past the line and its end; where the line stops.</summary>
    private int TakeLine()
    {
        var length = _octets.AsSpan(_at, _end - _at).IndexOfAny(LineEnds);
        var stop = length < 0 ? _end : _at + length;
        _at = stop;
        TakeLineEnd();
        return stop;
    }

    private void SkipLineEnds()
    {
        while (_at < _end && _octets[_at] is (byte)'\r' or (byte)'\n')
            TakeLineEnd();
    }

    private void TakeLineEnd()
    {
        if (_at >= _end)
            return;
        _at += _octets[_at] == '\r' && _at + 1 < _end && _octets[_at + 1] == '\n' ? 2 : 1;
        _number++;
    }

    /// <summary>Lines that are not UTF-8 are written anew behind the others.</summary>
    private void MakeUtf8()
    {
        var more = new ArrayBufferWriter<byte>();
        for (var line = 0; line < Count; line++)
        {
            if (Utf8.IsValid(this[line]))
                continue;
            var text = Western.GetString(this[line]);
            var start = _octets.Length + more.WrittenCount;
            _lines[line] = new Slice(start, (int)Encoding.UTF8.GetBytes(text, more), Number(line));
            Report(Number(line), MistakeKind.NotUtf8, text);
        }
        _octets = [.. _octets, .. more.WrittenSpan];
    }

    private void Report(int line, MistakeKind kind, string found) =>
        _mistakes.Add(CalendarMistake.At(line, 1, kind, found));
}
