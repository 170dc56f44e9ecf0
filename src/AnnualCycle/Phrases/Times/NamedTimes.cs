using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// What a stretch of a phrase says about when; no windows when it names a time that states no rule (a single date).
/// </summary>
/// <param name="Windows">The times named.</param>
/// <param name="Amount">How many fall there, when that is said: "två på våren".</param>
internal sealed record NamedTimes(IReadOnlyList<PhraseWindow> Windows, Amount? Amount = null)
{
    public static readonly NamedTimes None = new([]);

    public static Found<NamedTimes> Of(PhraseWindow window, int start, int end) =>
        new(new NamedTimes([window]), start, end);
}
