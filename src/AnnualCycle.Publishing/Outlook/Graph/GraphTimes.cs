using System.Globalization;
using System.Text.Json;
using AnnualCycle.Plans;
using NodaTime;
using NodaTime.TimeZones;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>Times as Graph writes them: sent in Windows' name for Sweden's zone, read in UTC.</summary>
internal static class GraphTimes
{
    /// <summary>Outlook knows Windows' names of time zones; Europe/Stockholm is none of the others that it takes.</summary>
    public static string Zone { get; } = TzdbDateTimeZoneSource.Default.TzdbToWindowsIds[Plan.TimeZone];

    public static void Write(Utf8JsonWriter json, string name, LocalDate date, LocalTime time)
    {
        json.WriteStartObject(name);
        json.WriteString("dateTime", $"{SwedishDates.Iso(date)}T{SwedishDates.Clock(time)}:00");
        json.WriteString("timeZone", Zone);
        json.WriteEndObject();
    }

    /// <summary>Null when it is no time in UTC.</summary>
    public static LocalDateTime? Read(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("timeZone", out var zone) && zone.ValueEquals("UTC")
            && value.TryGetProperty("dateTime", out var text) && text.GetString() is { } written
            && DateTime.TryParse(written.TrimEnd('Z'), CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? SwedishTime.Of(Instant.FromDateTimeUtc(time)) : null;
}
