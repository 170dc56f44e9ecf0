using System.Buffers;
using System.Text.Json;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Publishing.Busy;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>Asks when people and rooms are taken, and reads the answer (Graph's getSchedule).</summary>
internal static class ScheduleJson
{
    // Where somebody is free although something stands there. What we cannot name counts as taken.
    private static readonly string[] Free = ["free", "workingElsewhere"];

    public static ReadOnlyMemory<byte> Question(IEnumerable<string> whose, DateInterval days)
    {
        var room = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(room);
        json.WriteStartObject();
        json.WriteStartArray("Schedules");
        whose.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        GraphTimes.Write(json, "StartTime", days.Start, LocalTime.Midnight);
        GraphTimes.Write(json, "EndTime", days.End.PlusDays(1), LocalTime.Midnight);
        json.WriteNumber("AvailabilityViewInterval", 60);
        json.WriteEndObject();
        json.Flush();
        return room.WrittenMemory;
    }

    /// <summary>By address in lower case: when they are taken, or null where the service does not know.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<BusyDay>?> Read(JsonElement answer) => GraphEvent.Items(answer, "value")
        .Where(own => GraphEvent.TextOf(own, "scheduleId") is not null)
        .GroupBy(own => GraphEvent.TextOf(own, "scheduleId")!.ToLowerInvariant())
        .ToDictionary(same => same.Key, same => TimesOf(same.First(), same.Key));

    private static IReadOnlyList<BusyDay>? TimesOf(JsonElement own, string who) =>
        own.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null ? null
            : own.TryGetProperty("scheduleItems", out var items) && items.ValueKind == JsonValueKind.Array
            ? TimesOf([.. items.EnumerateArray().Where(IsTaken).Select(item => DaysOf(item, who))]) : null;

    // Who is taken at a time that nobody can read is not known to be free at any.
    private static IReadOnlyList<BusyDay>? TimesOf(IReadOnlyList<IEnumerable<BusyDay>?> items) =>
        items.Any(item => item is null) ? null : [.. items.SelectMany(item => item!)];

    private static bool IsTaken(JsonElement item) =>
        !Free.Contains(GraphEvent.TextOf(item, "status"), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<BusyDay>? DaysOf(JsonElement item, string who) =>
        GraphTimes.Read(item, "start") is { } start && GraphTimes.Read(item, "end") is { } end
            ? TakenTimes.Days(who, start, end) : null;
}
