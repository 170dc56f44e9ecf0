using NodaTime;

namespace AnnualCycle.Storage.Jobs;

/// <summary>One scheduled piece of the worker's work. Its key makes sure that it is done once, on whatever node.</summary>
public sealed class JobRun
{
    public required string Job { get; init; }

    /// <summary>The time it was due, not the time it began.</summary>
    public required Instant Scheduled { get; init; }

    /// <summary>The node that does it.</summary>
    public required string Node { get; set; }

    /// <summary>Until when the node has it; after that another node may take it over if it is not finished.</summary>
    public required Instant HeldUntil { get; set; }

    public Instant? Finished { get; set; }

    /// <summary>What came of it, in words.</summary>
    public string? Outcome { get; set; }
}
