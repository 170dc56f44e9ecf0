namespace AnnualCycle.ICalendar;

/// <summary>
/// A place's clock in the one shape of VTIMEZONE (RFC 5545, section 3.6.5) that every calendar program understands.
/// </summary>
/// <remarks>
/// One STANDARD and at most one DAYLIGHT, each with one yearly rule and without history: more than one of either may be
/// read as the newest, the first or not at all (MS-OXCICAL 2.1.3.1.1.19.2).
/// </remarks>
public sealed record VTimeZone
{
    private VTimeZone(string tzId, Observance standard, Observance? daylight) =>
        (TzId, Standard, Daylight) = (CheckedId(tzId), standard, daylight);

    /// <summary>
    /// Sweden's clock by the rules of directive 2000/84/EC, for machines without a time zone database.
    /// </summary>
    public static VTimeZone EuropeStockholm { get; } = new(
        "Europe/Stockholm",
        new Observance(Hours(2), Hours(1), new YearlyOnset(10, -1, DayOfWeek.Sunday, new TimeOnly(3, 0)), "CET"),
        new Observance(Hours(1), Hours(2), new YearlyOnset(3, -1, DayOfWeek.Sunday, new TimeOnly(2, 0)), "CEST"));

    /// <summary>The zone's name in the tz database, such as <c>Europe/Stockholm</c>.</summary>
    public string TzId { get; }

    /// <summary>Normal time.</summary>
    public Observance Standard { get; }

    /// <summary>Summer time, or null where clocks never change.</summary>
    public Observance? Daylight { get; }

    /// <summary>A zone whose clocks never change.</summary>
    public static VTimeZone Fixed(string tzId, TimeSpan offset, string? name = null) =>
        new(tzId, new Observance(offset, offset, null, name), null);

    /// <summary>A zone whose clocks change twice a year.</summary>
    public static VTimeZone Changing(
        string tzId, TimeSpan standard, TimeSpan daylight, YearlyOnset toStandard, YearlyOnset toDaylight) =>
        new(tzId, new Observance(daylight, standard, toStandard), new Observance(standard, daylight, toDaylight));

    /// <summary>
    /// The zone as the machine's database has it for some years; Sweden's is built in where the database is missing.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The zone is unknown, or its rules in those years do not fit the one shape.
    /// </exception>
    public static VTimeZone For(string tzId, int firstYear, int lastYear)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(CheckedId(tzId), out var zone))
            return tzId == EuropeStockholm.TzId
                ? EuropeStockholm
                : throw new ArgumentException($"The machine does not know the time zone {tzId}.", nameof(tzId));
        var found = From(zone, firstYear, lastYear);
        // The same rules give the same bytes, names included, whether or not the machine has a database.
        return found.TzId == EuropeStockholm.TzId && found.HasRulesOf(EuropeStockholm) ? EuropeStockholm : found;
    }

    /// <summary>
    /// The zone as <see cref="TimeZoneInfo"/> has it, held against its clock in every year from first to last.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Its rules in those years do not fit the one shape: write such times in UTC.
    /// </exception>
    public static VTimeZone From(TimeZoneInfo zone, int firstYear, int lastYear) =>
        ZoneRules.Derive(zone, firstYear, lastYear);

    /// <summary>
    /// The moment a clock in this zone shows a time, as RFC 5545, section 3.3.5, has it: the first of two, and a time
    /// that is skipped by the offset before.
    /// </summary>
    public UtcTime ToUtc(DateTime local)
    {
        var offset = IsDaylight(local) ? Daylight!.OffsetTo : Standard.OffsetTo;
        return new UtcTime(DateTime.SpecifyKind(local - offset, DateTimeKind.Utc));
    }

    /// <summary>East of UTC at a moment.</summary>
    internal TimeSpan OffsetAt(DateTime utc)
    {
        if (Daylight is null)
            return Standard.OffsetTo;
        var begins = Daylight.Onset!.In(utc.Year) - Daylight.OffsetFrom;
        var ends = Standard.Onset!.In(utc.Year) - Standard.OffsetFrom;
        var isDaylight = begins < ends ? utc >= begins && utc < ends : utc >= begins || utc < ends;
        return isDaylight ? Daylight.OffsetTo : Standard.OffsetTo;
    }

    private bool IsDaylight(DateTime local)
    {
        if (Daylight is null)
            return false;
        var begins = Daylight.Onset!.In(local.Year) + (Daylight.OffsetTo - Daylight.OffsetFrom);
        var ends = Standard.Onset!.In(local.Year);
        return begins < ends ? local >= begins && local < ends : local >= begins || local < ends;
    }

    private bool HasRulesOf(VTimeZone other) =>
        Standard.OffsetTo == other.Standard.OffsetTo && Standard.Onset == other.Standard.Onset
        && Daylight?.OffsetTo == other.Daylight?.OffsetTo && Daylight?.Onset == other.Daylight?.Onset;

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    /// <summary>
    /// Whether it can be a name of the tz database. Such names need no quotes as a parameter (quoted ones are misread
    /// by
    /// some programs), and they can be looked up without leading out of the database's folder.
    /// </summary>
    internal static bool IsTzId(string name) =>
        name.Length is > 0 and < 64 && name[0] != '/'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '+' or '-');

    private static string CheckedId(string tzId) =>
        IsTzId(tzId) ? tzId : throw new ArgumentException($"Not a name of the tz database: {tzId}", nameof(tzId));
}
