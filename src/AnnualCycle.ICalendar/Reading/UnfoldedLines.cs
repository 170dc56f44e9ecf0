using System.Buffers;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Goes through a file's content lines in octets: any kind of line end, blank lines passed over, folds undone before a
/// character is decoded.
/// </summary>
/// <remarks>
/// A line without folds is a slice of the file; only folded ones are copied, into one buffer that is used again.
/// </remarks>
internal ref struct UnfoldedLines
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly byte[] _joined;
    private ReadOnlySpan<byte> _rest;
    private int _nextLine = 1;

    internal UnfoldedLines(ReadOnlySpan<byte> file)
    {
        _rest = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        _joined = new byte[_rest.Length];
    }

    /// <summary>The line, without folds and line end; valid until the next move.</summary>
    internal ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Where it begins in the file, from 1.</summary>
    internal int Line { get; private set; }

    internal bool MoveNext()
    {
        SkipBlankLines();
        if (_rest.IsEmpty)
            return false;
        Line = _nextLine;
        Current = TakeLine();
        SkipBlankLines(); // some programs leave a blank line within a fold
        if (StartsWithFold())
            Current = Join(Current);
        return true;
    }

    private ReadOnlySpan<byte> Join(ReadOnlySpan<byte> first)
    {
        first.CopyTo(_joined);
        var length = first.Length;
        for (; StartsWithFold(); SkipBlankLines())
        {
            var more = TakeLine()[1..];
            more.CopyTo(_joined.AsSpan(length));
            length += more.Length;
        }
        return _joined.AsSpan(0, length);
    }

    private readonly bool StartsWithFold() => !_rest.IsEmpty && _rest[0] is (byte)' ' or (byte)'\t';

    private ReadOnlySpan<byte> TakeLine()
    {
        var end = _rest.IndexOfAny(LineEnds);
        var line = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[end..];
        TakeLineEnd();
        return line;
    }

    private void SkipBlankLines()
    {
        while (!_rest.IsEmpty && _rest[0] is (byte)'\r' or (byte)'\n')
            TakeLineEnd();
    }

    private void TakeLineEnd()
    {
        if (_rest.IsEmpty)
            return;
        _rest = _rest[(_rest.StartsWith("\r\n"u8) ? 2 : 1)..];
        _nextLine++;
    }
}
