using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>What could be read of a calendar file: slices of its octets, read when they are asked.</summary>
public sealed class ReadCalendar
{
    private readonly List<CalendarMistake> _structure = [];
    private readonly Lazy<ImmutableArray<CalendarMistake>> _mistakes;
    private readonly FileZones _zones;

    internal ReadCalendar(ReadOnlySpan<byte> file, ReadLimits limits)
    {
        Limits = limits;
        Lines = new CalendarLines(file, limits, _structure);
        Tree = new ComponentTree(Lines, limits, _structure);
        _zones = new FileZones(this);
        _mistakes = new(() => MistakeSearch.In(this, _structure));
    }

    /// <summary>The outermost components; all else is inside them.</summary>
    public IEnumerable<ReadComponent> Components => All((index, _) => !Tree[index].IsInner);

    /// <summary>Every event of the file, in order.</summary>
    public IEnumerable<ReadEvent> Events => Named("VEVENT").Select(component => new ReadEvent(component));

    /// <summary>
    /// What could not be used, in order of lines. The first time it is asked, every line of the file is looked at.
    /// </summary>
    public ImmutableArray<CalendarMistake> Mistakes => _mistakes.Value;

    /// <summary>METHOD in upper case, or null when the file is no message.</summary>
    public string? Method =>
        Named("VCALENDAR").Select(calendar => calendar.Property("METHOD")).FirstOrDefault(p => p is not null)
        ?.Value.Trim().ToUpperInvariant();

    internal ReadLimits Limits { get; }

    internal CalendarLines Lines { get; }

    internal ComponentTree Tree { get; }

    /// <summary>
    /// The clock that a TZID means here: of the tz database under exactly that name, else as the file's own VTIMEZONE
    /// has it, else one of Windows' names or behind a maker's prefix; null when nobody knows.
    /// </summary>
    public CalendarZone? Zone(string tzId) => _zones.Find(tzId);

    /// <summary>
    /// What takes place between two moments, in order of start: counted out as it is asked for, cancelled events too.
    /// </summary>
    /// <param name="from">In UTC; what ends later counts.</param>
    /// <param name="to">In UTC; what starts before counts.</param>
    /// <param name="local">The clock for whole days, floating times and zones that nobody knows.</param>
    /// <param name="mistakes">Is told when a limit cut the walk short.</param>
    public IEnumerable<Occurrence> Occurrences(
        DateTime from, DateTime to, CalendarZone local, ICollection<CalendarMistake>? mistakes = null) =>
        new OccurrenceSearch(this, from, to, local).Walk(mistakes);

    /// <summary>Every component of a name, wherever it stands.</summary>
    internal IEnumerable<ReadComponent> Named(string name)
    {
        var octets = Encoding.UTF8.GetBytes(name);
        return All((index, calendar) => calendar.Tree.Is(index, octets));
    }

    internal ReadTime? Time(ContentLine content) => Time(content, content.Value);

    internal ReadTime? Time(ContentLine content, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return null;
        var tzId = content.Parameter("TZID"u8);
        if (tzId.IsEmpty)
            return ReadTime.Parse(value, null);
        var (name, zone) = _zones.Find(tzId);
        return ReadTime.Parse(value, zone, name);
    }

    /// <summary>The character, from 1, at which so many octets of a line end.</summary>
    internal static int Column(ReadOnlySpan<byte> line, int octets) => 1 + Encoding.UTF8.GetCharCount(line[..octets]);

    private IEnumerable<ReadComponent> All(Func<int, ReadCalendar, bool> wanted)
    {
        for (var index = 0; index < Tree.Count; index++)
            if (wanted(index, this))
                yield return new ReadComponent(this, index);
    }
}
