using NodaTime;

namespace AnnualCycle.Storage.Duties;

/// <summary>What became of something that was due.</summary>
public enum HandedInState
{
    /// <summary>It was delivered, published or done.</summary>
    Done,

    /// <summary>It is not to be done this time: nobody is reminded of it.</summary>
    NotNeeded,
}

/// <summary>A report, task or other duty that somebody has said is settled.</summary>
public sealed class HandedIn
{
    /// <summary>The deadline's UID.</summary>
    public required string Uid { get; init; }

    /// <summary>Id of the collaboration.</summary>
    public required string Collaboration { get; init; }

    public required HandedInState State { get; set; }

    /// <summary>The address of whoever said so, in lower case; or the service's own name.</summary>
    public required string Who { get; set; }

    public required Instant At { get; set; }

    /// <summary>Where it can be read; null when nobody said.</summary>
    public string? Link { get; set; }

    /// <summary>What was said beside it; null for nothing.</summary>
    public string? Said { get; set; }
}
