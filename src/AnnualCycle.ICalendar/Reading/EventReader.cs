using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>Makes an event of a VEVENT and reports what cannot be used.</summary>
internal sealed class EventReader(ImmutableArray<CalendarMistake>.Builder mistakes)
{
    internal ReadEvent Read(ReadComponent component) => new(component)
    {
        Uid = Required(component, "UID")?.Text.Value ?? "",
        Summary = Single(component, "SUMMARY")?.Text ?? default,
        Categories = [.. CategoriesOf(component)],
        Status = StatusOf(Single(component, "STATUS")?.Value),
        Start = Time(Required(component, "DTSTART")),
        End = Time(Single(component, "DTEND")),
        Duration = Duration(Single(component, "DURATION")),
        RRule = component.Property("RRULE")?.Value,
    };

    private static IEnumerable<CalendarText> CategoriesOf(ReadComponent component) => component.Properties
        .Where(property => property.Name == "CATEGORIES")
        .SelectMany(property => TextValues.UnescapeList(property.Value));

    private static EventStatus StatusOf(string? value) => value?.Trim().ToUpperInvariant() switch
    {
        "TENTATIVE" => EventStatus.Tentative,
        "CANCELLED" or "CANCELED" => EventStatus.Cancelled,
        _ => EventStatus.Confirmed,
    };

    private ReadTime? Time(ReadProperty? property)
    {
        if (property is null)
            return null;
        var time = ReadTime.Parse(property.Value, property.Parameter("TZID"));
        if (time is null)
            Report(property.Line, property.ValueColumn, MistakeKind.NotATime, $"{property.Name} {property.Value}");
        return time;
    }

    private CalendarDuration? Duration(ReadProperty? property)
    {
        if (property is null)
            return null;
        var duration = DurationParser.Parse(property.Value);
        if (duration is null)
            Report(property.Line, property.ValueColumn, MistakeKind.NotADuration, property.Value);
        return duration;
    }

    private ReadProperty? Required(ReadComponent component, string name)
    {
        var property = Single(component, name);
        if (property is null)
            Report(component.Line, 1, MistakeKind.Missing, name);
        return property;
    }

    private ReadProperty? Single(ReadComponent component, string name)
    {
        var all = component.Properties.Where(property => property.Name == name).Take(2).ToList();
        if (all.Count == 2)
            Report(all[1].Line, 1, MistakeKind.Repeated, name);
        return all.Count == 0 ? null : all[0];
    }

    private void Report(int line, int column, MistakeKind kind, string found) =>
        mistakes.Add(CalendarMistake.At(line, column, kind, found));
}
