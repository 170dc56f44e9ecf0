using NodaTime;

namespace AnnualCycle.Storage.Jobs;

/// <summary>
/// A scheduled piece of the worker's work that has been done. Its key makes sure that it counts as done once, on
/// whatever node and however often it was started.
/// </summary>
public sealed class JobRun
{
    public required string Job { get; init; }

    /// <summary>The time it was due, not the time it began.</summary>
    public required Instant Scheduled { get; init; }

    /// <summary>The node that did it.</summary>
    public required string Node { get; init; }

    public required Instant Finished { get; init; }

    /// <summary>What came of it, in words.</summary>
    public required string Outcome { get; init; }
}
