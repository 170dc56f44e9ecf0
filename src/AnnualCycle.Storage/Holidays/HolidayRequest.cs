using AnnualCycle.Calendars.Holidays;
using NodaTime;

namespace AnnualCycle.Storage.Holidays;

/// <summary>What a convener said of a holiday.</summary>
public enum HolidayAnswer
{
    Yes, No,
}

/// <summary>The question to a group's convener whether a holiday needs a meeting this year.</summary>
public sealed class HolidayRequest
{
    /// <summary>Full id of the group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The year that the holiday belongs to.</summary>
    public required int Year { get; init; }

    /// <summary>Id of the holiday.</summary>
    public required string Holiday { get; init; }

    public required HolidayPart Part { get; init; }

    /// <summary>Id of the collaboration.</summary>
    public required string Collaboration { get; init; }

    public required Instant Asked { get; init; }

    /// <summary>The last day on which a yes can still make a meeting.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Null until somebody has answered; then there is no meeting.</summary>
    public HolidayAnswer? Answer { get; set; }

    public Instant? Answered { get; set; }

    /// <summary>The address of whoever answered, in lower case.</summary>
    public string? AnsweredBy { get; set; }
}
