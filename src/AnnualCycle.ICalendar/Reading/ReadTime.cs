using System.Globalization;

namespace AnnualCycle.ICalendar;

/// <summary>Which clock a time in a file is given by (RFC 5545, sections 3.3.4 and 3.3.5).</summary>
public enum TimeForm
{
    /// <summary>A date without a time.</summary>
    Date,

    /// <summary>UTC.</summary>
    Utc,

    /// <summary>The clock of the place named by TZID.</summary>
    Zoned,

    /// <summary>Whatever clock hangs on the reader's wall.</summary>
    Floating,
}

/// <summary>A date or time as it stands in a file.</summary>
/// <param name="Value">Date and time by the clock that the form names; midnight for a date.</param>
/// <param name="Form">Which clock.</param>
/// <param name="TzId">
/// TZID as written when zoned, else null: a name of the tz database, of Windows, or anything.
/// </param>
public sealed record ReadTime(DateTime Value, TimeForm Form, string? TzId = null)
{
    /// <summary>The clock that TZID means in its file; null when nobody knows, or none is named.</summary>
    public CalendarZone? Zone { get; init; }

    /// <summary>The date part, by its own clock.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Value);

    /// <summary>The moment in UTC.</summary>
    /// <param name="local">The clock for dates, floating times and zones that nobody knows.</param>
    public DateTime ToUtc(CalendarZone local) =>
        Form == TimeForm.Utc ? Value : Clock(local).ToUtc(DateTime.SpecifyKind(Value, DateTimeKind.Unspecified));

    /// <summary>ISO 8601 by its own clock: <c>2027-03-12</c>, <c>2027-03-12T09:00:00</c>, with a Z in UTC.</summary>
    public override string ToString() => Form == TimeForm.Date
        ? Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (Form == TimeForm.Utc ? "Z" : "");

    /// <summary>The clock it is read by.</summary>
    internal CalendarZone Clock(CalendarZone local) => Form == TimeForm.Utc ? CalendarZone.Utc : Zone ?? local;

    /// <summary>Another time by the same clock.</summary>
    internal ReadTime At(DateTime value) => this with { Value = DateTime.SpecifyKind(value, Value.Kind) };

    internal static ReadTime? Parse(ReadOnlySpan<byte> text, CalendarZone? zone, string? tzId = null)
    {
        if (!TimeParser.TryParse(text, out var value, out var form))
            return null;
        return form == TimeForm.Floating && tzId is not null
            ? new ReadTime(value, TimeForm.Zoned, tzId) { Zone = zone }
            : new ReadTime(value, form);
    }
}
