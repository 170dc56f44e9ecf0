using NodaTime;

namespace AnnualCycle.Storage;

/// <summary>What this service is to the world: chosen at its first start and never changed.</summary>
public sealed class ServiceIdentity
{
    /// <summary>There is one.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The host part of every UID.</summary>
    public required string UidHost { get; init; }

    /// <summary>SHA-256 of the key that secret addresses are made with: a wrong key is noticed at once.</summary>
    public required string FeedKeyHash { get; init; }

    public required Instant Created { get; init; }
}
