using System.Globalization;
using System.Text.Json;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>Times as Graph writes them: sent in Windows' name for Sweden's zone, read in UTC.</summary>
internal static class GraphTimes
{
    /// <summary>
    /// Windows' name for <see cref="Plan.TimeZone"/> (CLDR, windowsZones.xml): Outlook knows Windows' names, and Europe/Stockholm
    /// is none of the others that it takes. It stands here as the program runs without the machine's tables of names.
    /// </summary>
    public const string Zone = "W. Europe Standard Time";

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
