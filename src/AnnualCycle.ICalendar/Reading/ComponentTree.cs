using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Components as ranges of content lines, in the order of their BEGIN lines, so that what is inside one follows it.
/// </summary>
internal sealed class ComponentTree
{
    /// <summary>RFC 5545 needs three levels (calendar, event, alarm).</summary>
    private const int Deepest = 32;

    private readonly CalendarLines _lines;
    private readonly List<CalendarMistake> _mistakes;
    private readonly List<Range> _components = [];
    private readonly Stack<int> _open = new(Deepest);
    private int _tooDeep;

    internal ComponentTree(CalendarLines lines, ReadLimits limits, List<CalendarMistake> mistakes)
    {
        (_lines, _mistakes) = (lines, mistakes);
        for (var line = 0; line < lines.Count; line++)
        {
            var text = lines[line];
            if (IsBegin(text))
            {
                if (_components.Count == limits.Components)
                {
                    Report(line, MistakeKind.TooLarge, "components");
                    CloseAll(line);
                    return;
                }
                Begin(line);
            }
            else if (IsEnd(text))
                End(line);
            else if (_open.Count == 0)
                Report(line, MistakeKind.OutsideComponent, Shown(text));
        }
        CloseAll(lines.Count);
    }

    /// <param name="Begin">Its BEGIN line.</param>
    /// <param name="After">The line after its END, or the line that ended it without one.</param>
    /// <param name="Next">The component after all those inside it.</param>
    /// <param name="IsInner">Whether it stands inside another.</param>
    internal readonly record struct Range(int Begin, int After, int Next, bool IsInner);

    internal int Count => _components.Count;

    internal Range this[int component] => _components[component];

    /// <summary>The name as it is written.</summary>
    internal ReadOnlySpan<byte> Name(int component) => NameIn(_lines[_components[component].Begin]);

    internal bool Is(int component, ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(Name(component), name);

    /// <summary>The last line of the component that begins at a line; the line itself if none does.</summary>
    internal int LastLine(int begin)
    {
        var (low, high) = (0, _components.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_components[middle].Begin < begin)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _components.Count && _components[low].Begin == begin ? _components[low].After - 1 : begin;
    }

    internal static bool IsBegin(ReadOnlySpan<byte> line) =>
        line.Length > 5 && line[5] == ':' && Ascii.EqualsIgnoreCase(line[..5], "BEGIN"u8);

    internal static bool IsEnd(ReadOnlySpan<byte> line) =>
        line.Length > 3 && line[3] == ':' && Ascii.EqualsIgnoreCase(line[..3], "END"u8);

    private static ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> line) =>
        line[(line.IndexOf((byte)':') + 1)..].Trim(" \t"u8);

    private void Begin(int line)
    {
        if (_open.Count == Deepest)
        {
            _tooDeep++;
            Report(line, MistakeKind.TooDeep, Shown(NameIn(_lines[line])));
            return;
        }
        _components.Add(new Range(line, 0, 0, _open.Count > 0));
        _open.Push(_components.Count - 1);
    }

    /// <summary>Ends the nearest component of that name, and with it those inside that were never ended.</summary>
    private void End(int line)
    {
        var name = NameIn(_lines[line]);
        if (_tooDeep > 0)
            _tooDeep--;
        else if (!IsOpen(name))
            Report(line, MistakeKind.UnmatchedEnd, Shown(name));
        else
        {
            while (!Is(_open.Peek(), name))
                CloseUnended(line);
            Close(line + 1);
        }
    }

    private bool IsOpen(ReadOnlySpan<byte> name)
    {
        foreach (var component in _open)
            if (Is(component, name))
                return true;
        return false;
    }

    private void CloseAll(int line)
    {
        while (_open.Count > 0)
            CloseUnended(line);
    }

    private void CloseUnended(int line)
    {
        Report(_components[_open.Peek()].Begin, MistakeKind.NeverEnded, Shown(Name(_open.Peek())));
        Close(line);
    }

    private void Close(int after)
    {
        var component = _open.Pop();
        _components[component] = _components[component] with { After = after, Next = _components.Count };
    }

    private static string Shown(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, 240)]);

    private void Report(int line, MistakeKind kind, string found) =>
        _mistakes.Add(CalendarMistake.At(_lines.Number(line), 1, kind, found));
}
