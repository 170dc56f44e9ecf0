namespace AnnualCycle.Calendars;

/// <summary>Those for whom a meeting's day is chosen. Two audiences of the same municipalities are equal.</summary>
/// <param name="Municipalities">Those whose school breaks count; empty when none do.</param>
/// <param name="Preparatory">A preparatory meeting, which may be held in some periods closed to others.</param>
public sealed record Audience(IReadOnlyCollection<string> Municipalities, bool Preparatory)
{
    public bool Equals(Audience? other) =>
        other is not null
        && Preparatory == other.Preparatory
        && Municipalities.ToHashSet().SetEquals(other.Municipalities);

    public override int GetHashCode() => Municipalities.Distinct()
        .Aggregate(Preparatory ? 1 : 0, (hash, name) => hash ^ name.GetHashCode(StringComparison.Ordinal));
}
