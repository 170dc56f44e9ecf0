using AnnualCycle.Calendars;

namespace AnnualCycle.Planning.Demands;

/// <summary>A planning problem together with what its numbers stand for.</summary>
/// <param name="Network">Series by index as the problem's chains.</param>
/// <param name="Days">By index as the problem's calendars: every day of the year.</param>
/// <param name="Who">By index as the problem's resources: the persons or seats.</param>
public sealed record CompiledYear(
    PlanningProblem Problem,
    SeriesNetwork Network,
    IReadOnlyList<IReadOnlyList<DayFacts>> Days,
    IReadOnlyList<IReadOnlyList<string>> Who)
{
    /// <summary>
    /// By index as the problem's chains: the weekday and start that are kept; null where none is, or not yet chosen.
    /// </summary>
    public IReadOnlyList<UsualSlot?> Usual { get; init; } = [.. Problem.Chains.Select(_ => (UsualSlot?)null)];

    /// <summary>The calendar that a chain is planned in.</summary>
    public IReadOnlyList<DayFacts> DaysOf(int chain) => Days[Problem.Chains[chain].Calendar];
}
