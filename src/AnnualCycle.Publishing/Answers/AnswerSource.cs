using NodaTime;

namespace AnnualCycle.Publishing.Answers;

/// <summary>How an answer came.</summary>
/// <param name="Way">For the audit log, in Swedish: "mejl", "länken i kallelsen".</param>
/// <param name="Sequence">SEQUENCE of the invite that it answers; null for the one that holds now.</param>
/// <param name="At">When it was given, as whoever gave it says.</param>
/// <param name="Comment">What they added; null for nothing.</param>
public sealed record AnswerSource(string Way, int? Sequence, Instant At, string? Comment)
{
    /// <summary>Who took it for them, for the audit log; null when they gave it themselves.</summary>
    public string? Who { get; init; }
}

/// <summary>What came of an answer.</summary>
public enum AnswerOutcome
{
    Taken,

    /// <summary>The person has no invite to the meeting.</summary>
    Unknown,

    /// <summary>It answers an invite that has been replaced since.</summary>
    OfOlderInvite,

    /// <summary>The person has given a later answer.</summary>
    Late,
}
