using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace AnnualCycle.Testing.Graph;

/// <summary>
/// The zone names that Outlook takes: those of Windows, and the few of IANA in the reference of dateTimeTimeZone
/// (the European ones are here). Europe/Stockholm is not among them.
/// </summary>
internal static class GraphZones
{
    private static readonly HashSet<string> Iana = new(
        [
            "Etc/GMT", "Europe/London", "Atlantic/Reykjavik", "Europe/Berlin", "Europe/Budapest", "Europe/Paris",
            "Europe/Warsaw", "Europe/Bucharest", "Europe/Kiev", "Europe/Istanbul", "Europe/Kaliningrad",
            "Europe/Moscow", "Atlantic/Azores",
        ], StringComparer.Ordinal);

    private static readonly LocalDateTimePattern Written =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.0000000");

    public static DateTimeZone? Find(string name) =>
        Iana.Contains(name) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        : TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(name, out var id)
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;

    public static DateTimeZone Get(string name, GraphCall call) => Find(name) ?? throw GraphRefusal.Of(
        400, "TimeZoneNotSupportedException", $"A valid TimeZone value must be specified. '{name}' is none.", call);

    public static string Write(Instant at, DateTimeZone zone) => Written.Format(at.InZone(zone).LocalDateTime);
}
