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
    private static readonly string[] Formats = ["yyyyMMdd", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm"];

    /// <summary>The date part, by its own clock.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Value);

    /// <summary>The moment in UTC, or null when the zone is not known here.</summary>
    /// <param name="floating">The clock for dates and floating times.</param>
    public DateTime? ToUtc(TimeZoneInfo floating)
    {
        if (Form == TimeForm.Utc)
            return Value;
        var zone = Form == TimeForm.Zoned ? WindowsZones.Find(TzId!) : floating;
        if (zone is null)
            return null;
        // A time that the clock skips keeps the offset before the change (RFC 5545, section 3.3.5).
        var local = DateTime.SpecifyKind(Value, DateTimeKind.Unspecified);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTime(ticks, DateTimeKind.Utc);
    }

    /// <summary>ISO 8601 by its own clock: <c>2027-03-12</c>, <c>2027-03-12T09:00:00</c>, with a Z in UTC.</summary>
    public override string ToString() => Form == TimeForm.Date
        ? Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (Form == TimeForm.Utc ? "Z" : "");

    internal static ReadTime? Parse(string text, string? tzId)
    {
        text = text.Trim();
        var utc = text.EndsWith('Z');
        var digits = utc ? text[..^1] : text;
        if (digits.EndsWith("60", StringComparison.Ordinal) && digits.Length == 15) // a leap second (section 3.3.12)
            digits = digits[..13] + "59";
        if (!DateTime.TryParseExact(digits, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
            return null;
        if (digits.Length == 8)
            return new ReadTime(value, TimeForm.Date);
        if (utc)
            return new ReadTime(DateTime.SpecifyKind(value, DateTimeKind.Utc), TimeForm.Utc);
        return string.IsNullOrWhiteSpace(tzId)
            ? new ReadTime(value, TimeForm.Floating)
            : new ReadTime(value, TimeForm.Zoned, tzId);
    }
}
