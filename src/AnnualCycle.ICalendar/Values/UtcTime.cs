using System.Globalization;

namespace AnnualCycle.ICalendar;

/// <summary>A moment in UTC: DATE-TIME, form 2 (RFC 5545, section 3.3.5), in whole seconds.</summary>
public readonly record struct UtcTime : IComparable<UtcTime>
{
    /// <summary>Takes a moment in UTC; parts of a second are dropped.</summary>
    /// <exception cref="ArgumentException">
    /// The kind is not UTC: a local time has no moment without its zone.
    /// </exception>
    public UtcTime(DateTime utc)
    {
        if (utc.Kind != DateTimeKind.Utc)
            throw new ArgumentException("A moment must be given in UTC.", nameof(utc));
        Value = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>Takes a moment with any offset; parts of a second are dropped.</summary>
    public UtcTime(DateTimeOffset moment) : this(moment.UtcDateTime) { }

    /// <summary>The moment in UTC.</summary>
    public DateTime Value { get; }

    /// <inheritdoc/>
    public int CompareTo(UtcTime other) => Value.CompareTo(other.Value);

    /// <summary>As it is written: <c>20270312T080000Z</c>.</summary>
    public override string ToString() => Value.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
