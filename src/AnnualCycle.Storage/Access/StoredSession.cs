using NodaTime;

namespace AnnualCycle.Storage.Access;

/// <summary>Somebody signed in with one browser, until they sign out there or its time is over.</summary>
public sealed class StoredSession
{
    /// <summary>SHA-256 of the secret that the browser has, as hexadecimal digits.</summary>
    public required string IdHash { get; init; }

    public required string Email { get; init; }

    /// <summary>How they signed in, in words: by mail, or at which organisation.</summary>
    public required string Way { get; init; }

    public required Instant Created { get; init; }

    /// <summary>To the hour.</summary>
    public required Instant Seen { get; set; }

    public required Instant Expires { get; init; }
}
