namespace AnnualCycle.ICalendar;

/// <summary>A component as it stands in a file, with everything in it (RFC 5545, section 3.6).</summary>
public sealed class ReadComponent
{
    private readonly List<ReadProperty> _properties = [];
    private readonly List<ReadComponent> _components = [];

    internal ReadComponent(string name, int line) => (Name, Line) = (name, line);

    /// <summary>The name in upper case: VCALENDAR, VEVENT, VTIMEZONE, ….</summary>
    public string Name { get; }

    /// <summary>Line of its BEGIN, from 1.</summary>
    public int Line { get; }

    /// <summary>Its own properties in order.</summary>
    public IReadOnlyList<ReadProperty> Properties => _properties;

    /// <summary>The components inside it in order.</summary>
    public IReadOnlyList<ReadComponent> Components => _components;

    /// <summary>The first property of a name in upper case, or null.</summary>
    public ReadProperty? Property(string name) => _properties.Find(property => property.Name == name);

    internal void Add(ReadProperty property) => _properties.Add(property);

    internal void Add(ReadComponent component) => _components.Add(component);
}
