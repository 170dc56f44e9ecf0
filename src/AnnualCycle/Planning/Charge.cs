namespace AnnualCycle.Planning;

/// <summary>Points that a plan pays for one meeting: the reason, and whom it is about.</summary>
/// <param name="At">The meeting that pays; the later one where two are involved.</param>
/// <param name="Term">One of <see cref="Terms"/>.</param>
/// <param name="Cost">Always above 0.</param>
/// <param name="With">The other meeting: before it in the chain, its preparatory, or the same people's same day or
/// week.</param>
/// <param name="Resources">Indices of those whose day or week it is; empty for other terms.</param>
public sealed record Charge(OccurrenceAt At, string Term, int Cost, OccurrenceAt? With, IReadOnlyList<int> Resources);

/// <summary>A rule that is never to be broken and is.</summary>
/// <param name="With">The other meeting, where two are involved.</param>
/// <param name="Resource">Who should be in two places, or is taken.</param>
public sealed record HardBreak(HardRule Rule, OccurrenceAt At, OccurrenceAt? With = null, int? Resource = null);

/// <summary>What is never to be broken.</summary>
public enum HardRule
{
    OpenDay, Window, AllowedStart, Gap, Lead, Pin, Busy, Overlap,
}
