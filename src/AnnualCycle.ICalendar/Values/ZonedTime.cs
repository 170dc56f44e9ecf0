using System.Globalization;

namespace AnnualCycle.ICalendar;

/// <summary>
/// A time on the wall of a place: DATE-TIME with TZID, form 3 (RFC 5545, section 3.3.5), in whole seconds.
/// </summary>
/// <remarks>
/// It holds its zone and not the zone's name alone, so a file can never name a zone that it does not define.
/// </remarks>
public sealed record ZonedTime
{
    /// <summary>Takes a local date and time; parts of a second are dropped, the kind is not looked at.</summary>
    public ZonedTime(DateTime local, VTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        Local = new DateTime(local.Ticks - local.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
        Zone = zone;
    }

    /// <summary>Date and time on the wall.</summary>
    public DateTime Local { get; }

    /// <summary>The zone whose clock it is.</summary>
    public VTimeZone Zone { get; }

    /// <summary>The moment in UTC, by the zone's own rules.</summary>
    public UtcTime ToUtc() => Zone.ToUtc(Local);

    /// <summary>As it is written, zone first: <c>Europe/Stockholm:20270312T090000</c>.</summary>
    public override string ToString() =>
        Zone.TzId + ":" + Local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
