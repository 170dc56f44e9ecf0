namespace AnnualCycle.Plans.Wheel;

/// <summary>The wheel in sentences, for those who hear it instead of seeing it.</summary>
internal static class Description
{
    public static string Of(WheelYear year, IReadOnlyList<PeriodArc> periods) => string.Join(' ',
    [
        Opening(year),
        .. year.Rings.Select(Group),
        .. Listed("Röda dagar", year.RedDays.Select(day => $"{SwedishDates.Day(day.Date)} {day.Name}")),
        .. Listed("Lov och stängda veckor", periods.Select(arc => arc.Text.Replace('\u00A0', ' '))),
        .. year.Today is { } today ? [$"I dag är det {SwedishDay.Full(today)}."] : Array.Empty<string>(),
    ]);

    private static string Opening(WheelYear year)
    {
        var meetings = year.Rings.Sum(ring => ring.Marks.Count(mark => IsMeeting(mark.Kind)));
        var others = year.Rings.Sum(ring => ring.Marks.Count) - meetings;
        return $"Hjulet visar {year.Year} med januari överst och månaderna medurs: "
            + $"{Count(year.Rings.Count, "grupp", "grupper")}, {Count(meetings, "möte", "möten")}"
            + (others == 0 ? "." : $" och {Count(others, "annat datum", "andra datum")}.");
    }

    private static string Group(WheelRing ring)
    {
        var name = ring.Section is null ? ring.Name : $"{ring.Name} ({ring.Section})";
        return ring.Marks.Count == 0
            ? $"{name}: inga datum."
            : $"{name}: {string.Join("; ", ring.Marks.Select(mark => Mark(ring, mark)))}.";
    }

    private static string Mark(WheelRing ring, WheelMark mark)
    {
        var plain = mark.Kind == WheelMarkKind.Meeting && mark.Certain && MarkWords.Extra(ring, mark).Length == 0;
        return plain
            ? SwedishDates.Day(mark.Date)
            : $"{SwedishDates.Day(mark.Date)} {MarkWords.Text(ring, mark)}";
    }

    private static string[] Listed(string lead, IEnumerable<string> items)
    {
        var text = string.Join(", ", items);
        return text.Length == 0 ? [] : [$"{lead}: {text}."];
    }

    private static string Count(int number, string one, string many) => number == 1
        ? (one.StartsWith("grupp", StringComparison.Ordinal) ? $"en {one}" : $"ett {one}")
        : $"{number} {many}";

    private static bool IsMeeting(WheelMarkKind kind) => kind is WheelMarkKind.Meeting or WheelMarkKind.JointMeeting
        or WheelMarkKind.Preparatory or WheelMarkKind.GivenDate;
}
