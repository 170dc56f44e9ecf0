using NodaTime;

namespace AnnualCycle.Storage.Plans;

/// <summary>
/// A meeting or deadline that calendars outside have seen: its UID, given once and never again, and how often what
/// they see of it has changed.
/// </summary>
public sealed class CalendarEntry
{
    public required string Uid { get; init; }

    public required string Collaboration { get; init; }

    public required int Year { get; init; }

    /// <summary>The meeting's or deadline's id in the plan.</summary>
    public required string Item { get; init; }

    /// <summary>SEQUENCE (RFC 5545 section 3.8.7.4): grows with each change that people see, never falls.</summary>
    public required int Sequence { get; set; }

    /// <summary>SHA-256 of what people see, as hexadecimal digits.</summary>
    public required string Print { get; set; }

    public required Instant Created { get; init; }

    /// <summary>DTSTAMP and LAST-MODIFIED.</summary>
    public required Instant Changed { get; set; }
}
