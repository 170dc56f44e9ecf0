using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>A component as it stands in a file, with everything in it (RFC 5545, section 3.6).</summary>
public sealed class ReadComponent
{
    private readonly ReadCalendar _calendar;
    private readonly int _index;

    internal ReadComponent(ReadCalendar calendar, int index) => (_calendar, _index) = (calendar, index);

    /// <summary>The name in upper case: VCALENDAR, VEVENT, VTIMEZONE, ….</summary>
    public string Name => TextValues.Upper(_calendar.Tree.Name(_index));

    /// <summary>Line of its BEGIN, from 1.</summary>
    public int Line => _calendar.Lines.Number(_calendar.Tree[_index].Begin);

    /// <summary>Its own properties in order.</summary>
    public IEnumerable<ReadProperty> Properties
    {
        get
        {
            for (var line = Next(-1); line >= 0; line = Next(line))
                yield return new ReadProperty(_calendar, line);
        }
    }

    /// <summary>The components inside it in order.</summary>
    public IEnumerable<ReadComponent> Components
    {
        get
        {
            for (var inner = _index + 1; inner < _calendar.Tree[_index].Next; inner = _calendar.Tree[inner].Next)
                yield return new ReadComponent(_calendar, inner);
        }
    }

    internal ReadCalendar Calendar => _calendar;

    /// <summary>The first property of a name, or null.</summary>
    public ReadProperty? Property(string name) =>
        Find(Encoding.UTF8.GetBytes(name)) is >= 0 and var line ? new ReadProperty(_calendar, line) : null;

    /// <summary>Every property of a name, in order.</summary>
    public IEnumerable<ReadProperty> PropertiesNamed(string name)
    {
        var octets = Encoding.UTF8.GetBytes(name);
        for (var line = Find(octets); line >= 0; line = Find(octets, line))
            yield return new ReadProperty(_calendar, line);
    }

    internal bool Is(ReadOnlySpan<byte> name) => _calendar.Tree.Is(_index, name);

    /// <summary>The content of the first property of a name; without a value when there is none.</summary>
    internal ContentLine Content(ReadOnlySpan<byte> name) =>
        Find(name) is >= 0 and var line ? new ContentLine(_calendar.Lines[line]) : new ContentLine(default);

    /// <summary>The line of the next property of a name after a line, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> name, int after = -1)
    {
        var line = Next(after);
        while (line >= 0 && !ContentLine.HasName(_calendar.Lines[line], name))
            line = Next(line);
        return line;
    }

    /// <summary>The line of its next own property after a line, or -1; what is inside it is passed over.</summary>
    private int Next(int after)
    {
        var range = _calendar.Tree[_index];
        for (var line = Math.Max(after, range.Begin) + 1; line < range.After; line++)
        {
            var text = _calendar.Lines[line];
            if (ComponentTree.IsBegin(text))
                line = _calendar.Tree.LastLine(line);
            else if (!ComponentTree.IsEnd(text))
                return line;
        }
        return -1;
    }
}
