using NodaTime;

namespace AnnualCycle.Storage.Invitations;

/// <summary>Somebody who comes to one meeting in the place of the one who has the seat.</summary>
public sealed class StandIn
{
    /// <summary>The meeting's UID.</summary>
    public required string Uid { get; init; }

    /// <summary>Full id of the seat.</summary>
    public required string Seat { get; init; }

    /// <summary>Address of the one who has the seat, in lower case.</summary>
    public required string For { get; init; }

    public required string Name { get; init; }

    /// <summary>In lower case.</summary>
    public required string Email { get; init; }

    public required string NamedBy { get; set; }

    public required Instant Named { get; init; }
}
