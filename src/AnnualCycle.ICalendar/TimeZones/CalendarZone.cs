namespace AnnualCycle.ICalendar;

/// <summary>
/// A clock that times are read by: a place of the tz database, a VTIMEZONE somebody wrote, or UTC.
/// </summary>
/// <remarks>
/// All it needs to know is the offset at a moment. A local time that is shown twice means the first, one that is
/// skipped keeps the offset before (RFC 5545, section 3.3.5).
/// </remarks>
public sealed class CalendarZone
{
    private readonly Func<DateTime, TimeSpan> _offsetAt;

    internal CalendarZone(string id, Func<DateTime, TimeSpan> offsetAt) => (Id, _offsetAt) = (id, offsetAt);

    /// <summary>UTC.</summary>
    public static CalendarZone Utc { get; } = new("UTC", _ => TimeSpan.Zero);

    /// <summary>What it is called: TZID.</summary>
    public string Id { get; }

    /// <summary>The clock of a zone of the machine's database.</summary>
    public static CalendarZone From(TimeZoneInfo zone) => new(zone.Id, zone.GetUtcOffset);

    /// <summary>The clock of a zone as it is written.</summary>
    public static CalendarZone From(VTimeZone zone) => new(zone.TzId, zone.OffsetAt);

    /// <summary>
    /// The clock that a name means: of the tz database, also behind a maker's prefix, or one of Windows' names; or
    /// null.
    /// </summary>
    public static CalendarZone? Find(string tzId)
    {
        var name = tzId.Trim().Trim('"');
        if (InDatabase(name) is { } zone)
            return zone;
        // Windows shows the zone as "(UTC+01:00) Amsterdam, …, Stockholm", and some programs write what is shown.
        if (name.StartsWith('(') && name.Contains("Stockholm", StringComparison.OrdinalIgnoreCase))
            name = VTimeZone.EuropeStockholm.TzId;
        if (name.StartsWith('/')) // a maker's own name around the usual one: /vendor.example/20050126_1/Europe/Oslo
            name = string.Join('/', name.Split('/').TakeLast(2));
        return InDatabase(WindowsZones.Iana(name));
    }

    /// <summary>The clock of a name exactly as the tz database has it, or null; Sweden's is built in.</summary>
    internal static CalendarZone? InDatabase(string name) =>
        VTimeZone.IsTzId(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? From(zone)
        : name == VTimeZone.EuropeStockholm.TzId ? From(VTimeZone.EuropeStockholm) : null;

    /// <summary>East of UTC at a moment.</summary>
    public TimeSpan OffsetAt(DateTime utc) => _offsetAt(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    /// <summary>What the clock shows at a moment.</summary>
    public DateTime ToLocal(DateTime utc) => Moved(utc, OffsetAt(utc), DateTimeKind.Unspecified);

    /// <summary>The moment at which the clock shows a time.</summary>
    public DateTime ToUtc(DateTime local)
    {
        // Zones are at most 14 hours from UTC, so that a day off is surely before and after the moment sought.
        var before = OffsetAt(Moved(local, TimeSpan.FromDays(-1), DateTimeKind.Utc));
        var after = OffsetAt(Moved(local, TimeSpan.FromDays(1), DateTimeKind.Utc));
        var early = Moved(local, -before, DateTimeKind.Utc);
        if (before == after || OffsetAt(early) == before)
            return early;
        var late = Moved(local, -after, DateTimeKind.Utc);
        return OffsetAt(late) == after ? late : early;
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    /// <summary>The first and last moments that there are stop what would go beyond them.</summary>
    internal static DateTime Moved(DateTime time, TimeSpan by, DateTimeKind kind)
    {
        var ticks = Math.Clamp(time.Ticks + by.Ticks, 0, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, kind);
    }
}
