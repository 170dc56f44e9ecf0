namespace AnnualCycle.Planning;

/// <summary>How long a search for a plan may go on, and where its chance begins.</summary>
public sealed record SolveBudget
{
    /// <summary>
    /// Rounds of search at most. Null: until <see cref="Stop"/>, or a number that suits the problem's size.
    /// </summary>
    public long? Steps { get; init; }

    /// <summary>
    /// Asked between rounds; true ends the search with the best plan so far. The caller owns the clock.
    /// </summary>
    public Func<bool>? Stop { get; init; }

    /// <summary>
    /// Whether to end before the budget is used when <see cref="Solution.LowerBound"/> proves that no plan is better.
    /// </summary>
    public bool UntilProven { get; init; } = true;

    /// <summary>The same seed and steps give the same plan.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether to compute <see cref="Solution.LowerBound"/>.</summary>
    public bool Bound { get; init; } = true;
}
