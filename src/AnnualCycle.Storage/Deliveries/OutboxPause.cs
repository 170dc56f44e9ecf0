using NodaTime;

namespace AnnualCycle.Storage.Deliveries;

/// <summary>
/// Nothing is sent for a while, as it is the way that is closed and not one mail's fault; there is one or none.
/// </summary>
public sealed class OutboxPause
{
    public int Id { get; init; } = 1;

    public required Instant Since { get; init; }

    /// <summary>When it is tried again.</summary>
    public required Instant Again { get; init; }

    /// <summary>In words for the administrator, without anybody's address.</summary>
    public required string Reason { get; init; }
}
