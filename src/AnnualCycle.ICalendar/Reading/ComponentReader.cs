using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Builds components from content lines and goes on after every mistake: a state machine over BEGIN and END.
/// </summary>
internal sealed class ComponentReader(ImmutableArray<CalendarMistake>.Builder mistakes)
{
    /// <summary>RFC 5545 needs three levels (calendar, event, alarm).</summary>
    private const int Deepest = 32;

    /// <summary>Windows-1252, which holds ISO 8859-1: what Swedish programs wrote before UTF-8.</summary>
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Stack<ReadComponent> _open = new();
    private readonly List<ReadComponent> _read = [];

    /// <summary>
    /// Every component of the file, in the order of their BEGIN lines; each is also listed in the one around it.
    /// </summary>
    internal IReadOnlyList<ReadComponent> Read(ReadOnlySpan<byte> file)
    {
        for (var lines = new UnfoldedLines(file); lines.MoveNext();)
            Take(Decode(lines.Current, lines.Line), lines.Line);
        foreach (var component in _open)
            Report(component.Line, 1, MistakeKind.NeverEnded, component.Name);
        if (!_read.Exists(component => component.Name == "VCALENDAR"))
            Report(1, 1, MistakeKind.NotACalendar, "");
        return _read;
    }

    private string Decode(ReadOnlySpan<byte> line, int number)
    {
        if (Utf8.IsValid(line))
            return Encoding.UTF8.GetString(line);
        var text = Western.GetString(line);
        Report(number, 1, MistakeKind.NotUtf8, text);
        return text;
    }

    private void Take(string text, int line)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        var parser = new ContentLineParser(text, line);
        if (parser.Parse() is not { } property)
            Report(line, parser.Column, MistakeKind.NotAContentLine, text);
        else if (property.Name == "BEGIN")
            Begin(property.Value.Trim().ToUpperInvariant(), line);
        else if (property.Name == "END")
            End(property.Value.Trim().ToUpperInvariant(), line);
        else if (_open.TryPeek(out var component))
            component.Add(property);
        else
            Report(line, 1, MistakeKind.OutsideComponent, property.Name);
    }

    private void Begin(string name, int line)
    {
        if (_open.Count == Deepest)
        {
            Report(line, 1, MistakeKind.TooDeep, name);
            return;
        }
        var component = new ReadComponent(name, line);
        if (_open.TryPeek(out var around))
            around.Add(component);
        _open.Push(component);
        _read.Add(component);
    }

    /// <summary>Ends the nearest component of that name, and with it those inside that were never ended.</summary>
    private void End(string name, int line)
    {
        if (!_open.Any(component => component.Name == name))
        {
            Report(line, 1, MistakeKind.UnmatchedEnd, name);
            return;
        }
        for (var ended = _open.Pop(); ended.Name != name; ended = _open.Pop())
            Report(ended.Line, 1, MistakeKind.NeverEnded, ended.Name);
    }

    private void Report(int line, int column, MistakeKind kind, string found) =>
        mistakes.Add(CalendarMistake.At(line, column, kind, found));
}
