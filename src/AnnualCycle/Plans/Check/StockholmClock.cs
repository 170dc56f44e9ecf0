using NodaTime;
using NodaTime.TimeZones;

namespace AnnualCycle.Plans.Check;

/// <summary>Turns the times of other people's calendars into the local time that plans are made in.</summary>
public static class StockholmClock
{
    private static readonly DateTimeZone Stockholm = DateTimeZoneProviders.Tzdb[Plan.TimeZone];

    public static LocalDateTime FromUtc(LocalDateTime utc) => Local(utc.InUtc());

    /// <summary>Null when nobody knows the zone; its time is then best read as local.</summary>
    /// <param name="zone">
    /// A name of the tz database, also behind a maker's prefix, or one of Windows' names (CLDR).
    /// </param>
    public static LocalDateTime? FromZone(LocalDateTime time, string zone) =>
        Find(zone.Trim().Trim('"')) is { } known ? Local(time.InZoneLeniently(known)) : null;

    private static LocalDateTime Local(ZonedDateTime moment) => moment.WithZone(Stockholm).LocalDateTime;

    private static DateTimeZone? Find(string zone)
    {
        var name = zone.StartsWith('/') ? string.Join('/', zone.Split('/').TakeLast(2)) : zone;
        var id = TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(name, out var tzdb) ? tzdb : name;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
    }
}
