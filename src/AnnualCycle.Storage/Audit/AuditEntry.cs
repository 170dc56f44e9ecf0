using NodaTime;

namespace AnnualCycle.Storage.Audit;

/// <summary>
/// One line of the audit log: who did what to which collaboration, and when. Never changed,
/// but for the names of a person who is erased.
/// </summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    public required Instant At { get; init; }

    /// <summary>The person, or the part of the service, that did it.</summary>
    public required string Who { get; init; }

    /// <summary>What was done, in one word of the command line: <c>propose</c>, <c>move</c>, <c>import</c>.</summary>
    public required string Action { get; init; }

    public required string Collaboration { get; init; }

    /// <summary>The year, meeting or file it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>The same in words, for people.</summary>
    public required string Text { get; init; }
}
