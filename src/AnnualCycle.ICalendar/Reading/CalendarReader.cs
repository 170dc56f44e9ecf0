using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>Reads calendar files as people have them: never throws, keeps what it can and says where the rest went wrong.</summary>
public static class CalendarReader
{
    /// <summary>Reads a whole file; time and memory grow with its size alone.</summary>
    public static ReadCalendar Read(ReadOnlySpan<byte> file)
    {
        var mistakes = ImmutableArray.CreateBuilder<CalendarMistake>();
        var components = new ComponentReader(mistakes).Read(file);
        var events = new EventReader(mistakes);
        ImmutableArray<ReadEvent> read = [.. components.Where(c => c.Name == "VEVENT").Select(events.Read)];
        var inner = components.SelectMany(c => c.Components).ToHashSet(ReferenceEqualityComparer.Instance);
        return new ReadCalendar(
            [.. components.Where(c => !inner.Contains(c))],
            read,
            [.. mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column)]);
    }
}
