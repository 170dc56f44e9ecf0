namespace AnnualCycle.Planning;

/// <summary>
/// One meeting must come so many days before another when both are held: the preparatory before the main.
/// </summary>
/// <remarks>The two are of different chains; inside a chain the gap says how far apart its meetings are.</remarks>
/// <param name="Min">Fewest calendar days between; never broken.</param>
/// <param name="Max">Most calendar days between; never broken.</param>
/// <param name="Weight">Points per day off <paramref name="Ideal"/>.</param>
public sealed record Link(OccurrenceAt Earlier, OccurrenceAt Later, int Min, int Max, int Ideal, int Weight);

/// <summary>An occurrence by its place in the problem: index of the chain, index in the chain.</summary>
public readonly record struct OccurrenceAt(int Chain, int Occurrence);
