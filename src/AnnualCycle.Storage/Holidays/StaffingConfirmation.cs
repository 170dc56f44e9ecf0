using NodaTime;

namespace AnnualCycle.Storage.Holidays;

/// <summary>That somebody has said that their organisation is staffed on a staffing day.</summary>
public sealed class StaffingConfirmation
{
    /// <summary>Id of the collaboration.</summary>
    public required string Collaboration { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>Who said so, in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>For whom they said it: a municipality, a hospital.</summary>
    public required string Organisation { get; init; }

    public required Instant At { get; init; }
}
