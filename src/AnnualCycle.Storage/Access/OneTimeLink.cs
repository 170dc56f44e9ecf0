using NodaTime;

namespace AnnualCycle.Storage.Access;

/// <summary>What a link that works once is for.</summary>
public enum LinkPurpose
{
    /// <summary>Makes whoever has it the first administrator.</summary>
    FirstAdministrator,

    /// <summary>Signs in the person whose mailbox it was sent to.</summary>
    SignIn,
}

/// <summary>A secret link that does one thing once within a short time; it is gone when it has done so.</summary>
public sealed class OneTimeLink
{
    /// <summary>SHA-256 of the secret in the link, as hexadecimal digits.</summary>
    public required string TokenHash { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>Who it was sent to; null for the first administrator's.</summary>
    public string? Email { get; init; }

    /// <summary>The page that they were on their way to; null for none.</summary>
    public string? Target { get; init; }

    public required Instant Created { get; init; }

    public required Instant Expires { get; init; }
}
