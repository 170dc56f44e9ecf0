using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Reads calendar files as people have them: never throws, keeps what it can and says where the rest went wrong.
/// </summary>
public static class CalendarReader
{
    /// <summary>Reads a whole file; time and memory grow with its size alone.</summary>
    public static ReadCalendar Read(ReadOnlySpan<byte> file)
    {
        var mistakes = ImmutableArray.CreateBuilder<CalendarMistake>();
        var components = new ComponentReader(mistakes).Read(InUtf8(file));
        var events = new EventReader(mistakes);
        ImmutableArray<ReadEvent> read = [.. components.Where(c => c.Name == "VEVENT").Select(events.Read)];
        var inner = components.SelectMany(c => c.Components).ToHashSet(ReferenceEqualityComparer.Instance);
        return new ReadCalendar(
            [.. components.Where(c => !inner.Contains(c))],
            read,
            [.. mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column)]);
    }

    /// <summary>Some programs on Windows save in UTF-16 and say so in the first two octets.</summary>
    private static ReadOnlySpan<byte> InUtf8(ReadOnlySpan<byte> file)
    {
        Encoding? wide = file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
            : file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode : null;
        return wide is null ? file : Encoding.UTF8.GetBytes(wide.GetString(file));
    }
}
