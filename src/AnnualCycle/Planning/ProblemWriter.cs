using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AnnualCycle.Planning;

// Over 60 lines because it mirrors ProblemReader, method by method.

/// <summary>
/// Writes a problem file: one line for each calendar, resource, chain and link, so that a difference can be read.
/// </summary>
internal static class ProblemWriter
{
    public static byte[] Write(PlanningProblem problem)
    {
        var text = new StringBuilder();
        text.Append("{\"format\":\"").Append(NeedsSecond(problem) ? ProblemFile.Second : ProblemFile.First)
            .Append("\",\n");
        text.Append("\"name\":").Append(JsonSerializer.Serialize(problem.Name)).Append(',');
        text.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"\"year\":{problem.Year},\"days\":{problem.Days},\"firstWeekday\":{problem.FirstWeekday}," +
            $"\"buffer\":{problem.Buffer},\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"\"weights\":{{\"medium\":{problem.Weights.Medium},\"sameDay\":{problem.Weights.SameDay}," +
            $"\"weekLoad\":{problem.Weights.WeekLoad}}},\n");
        AddLines(text, "calendars", problem.Calendars, Calendar);
        AddLines(text, "resources", problem.Resources, Person);
        AddLines(text, "chains", problem.Chains, Chain);
        AddLines(text, "links", problem.Links, Link, isLast: true);
        return Encoding.UTF8.GetBytes(text.Append("}\n").ToString());
    }

    private static bool NeedsSecond(PlanningProblem problem) =>
        problem.Chains.Any(chain =>
            chain.Usual is not null || chain.Occurrences.Any(occurrence => occurrence.PinFree is not null));

    private static void AddLines<T>(
        StringBuilder text, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, bool isLast = false)
    {
        text.Append('"').Append(name).Append("\":[");
        for (var i = 0; i < items.Count; i++)
            text.Append(i == 0 ? "\n" : ",\n").Append(Line(items[i], write));
        text.Append(isLast ? "]" : "],\n");
    }

    private static string Line<T>(T item, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Calendar(Utf8JsonWriter json, PlanningCalendar calendar)
    {
        json.WriteString("id", calendar.Id);
        Numbers(json, "cost", calendar.Cost);
    }

    private static void Person(Utf8JsonWriter json, Resource resource)
    {
        json.WriteString("id", resource.Id);
        json.WriteNumber("m", resource.Multiplicity);
        json.WriteNumber("weekLimit", resource.WeekLimit);
        json.WriteStartArray("busy");
        foreach (var busy in resource.Busy)
            Tuple(json, busy.Day, busy.From, busy.To);
        json.WriteEndArray();
    }

    private static void Chain(Utf8JsonWriter json, Chain chain)
    {
        json.WriteString("id", chain.Id);
        json.WriteString("group", chain.Group);
        json.WriteNumber("cal", chain.Calendar);
        json.WriteNumber("stack", chain.Stack ?? -1);
        json.WriteNumber("invitees", chain.Invitees);
        Numbers(json, "res", chain.Resources);
        json.WriteNumber("dur", chain.Duration);
        json.WriteStartArray("starts");
        foreach (var start in chain.Starts)
            Tuple(json, start.Start, start.Cost);
        json.WriteEndArray();
        Numbers(json, "weekday", chain.WeekdayCost);
        Gap(json, chain.Gap);
        json.WriteNumber("stabDay", chain.StabilityDay);
        json.WriteNumber("stabTime", chain.StabilityTime);
        Usual(json, chain.Usual);
        json.WriteStartArray("occ");
        foreach (var occurrence in chain.Occurrences)
            Occurrence(json, occurrence);
        json.WriteEndArray();
    }

    private static void Gap(Utf8JsonWriter json, GapLaw gap)
    {
        json.WriteStartObject("gap");
        json.WriteNumber("min", gap.Min);
        json.WriteNumber("ideal", gap.Ideal);
        json.WriteNumber("tol", gap.Tolerance);
        json.WriteNumber("w", gap.Weight);
        json.WriteEndObject();
    }

    private static void Usual(Utf8JsonWriter json, UsualSlot? usual)
    {
        if (usual is null)
            return;
        json.WriteStartObject("usual");
        if (usual.Weekday is { } weekday)
            json.WriteNumber("weekday", weekday);
        if (usual.Start is { } start)
            json.WriteNumber("start", start);
        json.WriteNumber("cost", usual.Cost);
        json.WriteEndObject();
    }

    private static void Occurrence(Utf8JsonWriter json, Occurrence occurrence)
    {
        json.WriteStartObject();
        json.WriteString("id", occurrence.Id);
        json.WriteNumber("from", occurrence.From);
        json.WriteNumber("to", occurrence.To);
        json.WriteNumber("ideal", occurrence.Ideal ?? -1);
        json.WriteNumber("tol", occurrence.Tolerance);
        json.WriteNumber("w", occurrence.Weight);
        json.WriteNumber("skipM", occurrence.SkipMedium);
        json.WriteNumber("skipS", occurrence.SkipSoft);
        json.WriteNumber("place", occurrence.Place);
        SlotAt(json, "pin", occurrence.Pin);
        SlotAt(json, "pub", occurrence.Published);
        SlotAt(json, "pinFree", occurrence.PinFree);
        json.WriteEndObject();
    }

    private static void SlotAt(Utf8JsonWriter json, string name, Slot? slot)
    {
        if (slot is not { } given)
            return;
        json.WritePropertyName(name);
        Tuple(json, given.Day, given.Start);
    }

    private static void Link(Utf8JsonWriter json, Link link)
    {
        json.WritePropertyName("a");
        Tuple(json, link.Earlier.Chain, link.Earlier.Occurrence);
        json.WritePropertyName("b");
        Tuple(json, link.Later.Chain, link.Later.Occurrence);
        json.WriteNumber("min", link.Min);
        json.WriteNumber("max", link.Max);
        json.WriteNumber("ideal", link.Ideal);
        json.WriteNumber("w", link.Weight);
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<int> numbers)
    {
        json.WritePropertyName(name);
        Tuple(json, [.. numbers]);
    }

    private static void Tuple(Utf8JsonWriter json, params ReadOnlySpan<int> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
