namespace AnnualCycle.Phrases.Words;

/// <summary>How many: "minst fyra", "2–3", "högst sex", "några".</summary>
/// <param name="Low">Fewest; null for "högst n" and for an uncounted "några".</param>
/// <param name="High">Most; null for "minst n" and for an uncounted "några".</param>
/// <param name="Target">How many to plan: the upper middle of a range.</param>
/// <param name="Approximate">"cirka", "ungefär".</param>
internal sealed record Amount(int? Low, int? High, int? Target, bool Approximate = false)
{
    public static readonly Amount One = new(1, 1, 1);

    public static readonly Amount Uncounted = new(null, null, null, true);

    public static Amount operator +(Amount a, Amount b) =>
        new(a.Low + b.Low, a.High + b.High, a.Target + b.Target, a.Approximate || b.Approximate);

    /// <summary>"minst två" and "högst fyra" said apart.</summary>
    public Amount Narrowed(Amount other) =>
        Between(Low ?? other.Low ?? 0, High ?? other.High ?? 0) with { Approximate = Approximate || other.Approximate };

    public static Amount Between(int low, int high) => new(low, high, (low + high + 1) / 2);
}
