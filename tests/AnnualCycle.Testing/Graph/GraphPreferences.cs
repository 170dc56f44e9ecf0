using System.Text.RegularExpressions;
using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>What the header Prefer asks of an answer.</summary>
internal sealed record GraphPreferences(bool ImmutableIds, string ZoneName, DateTimeZone Zone, bool TextBody)
{
    /// <param name="ignoreZone">
    /// Graph does not heed the zone in calendarView when the window is written with an offset.
    /// </param>
    public static GraphPreferences Of(GraphCall call, bool ignoreZone = false)
    {
        var prefer = call.Header("Prefer") ?? "";
        var zone = ignoreZone ? "UTC" : Value(prefer, "outlook\\.timezone") ?? "UTC";
        return new(
            string.Equals(Value(prefer, "IdType"), "ImmutableId", StringComparison.OrdinalIgnoreCase),
            zone, GraphZones.Get(zone, call), Value(prefer, "outlook\\.body-content-type") == "text");
    }

    private static string? Value(string prefer, string name) =>
        Regex.Match(prefer, $"(?:^|,)\\s*{name}\\s*=\\s*(?:\"([^\"]*)\"|([^,;\\s]+))", RegexOptions.IgnoreCase)
            is { Success: true } match ? match.Groups[1].Value + match.Groups[2].Value : null;
}
