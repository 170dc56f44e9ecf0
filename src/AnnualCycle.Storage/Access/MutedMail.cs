using NodaTime;

namespace AnnualCycle.Storage.Access;

/// <summary>A kind of mail that a person has said they do not want.</summary>
public sealed class MutedMail
{
    /// <summary>In lower case.</summary>
    public required string Email { get; init; }

    /// <summary>The kind, or group of kinds.</summary>
    public required string Kind { get; init; }

    public required Instant Since { get; init; }
}
