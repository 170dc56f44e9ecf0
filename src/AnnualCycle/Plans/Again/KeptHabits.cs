using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Again;

/// <summary>The weekday and start of every series: those of the plan before where it had meetings.</summary>
internal static class KeptHabits
{
    /// <param name="solve">Plans the year freely; asked only when a series is new.</param>
    public static IReadOnlyList<UsualSlot?> Of(CompiledYear year, Func<Solution> solve)
    {
        var (chains, series) = (year.Problem.Chains, year.Network.Series);
        var isNew = chains.Select((chain, index) =>
            chain.Usual is not null && !series[index].Standing.Any(standing => standing is not null)).ToList();
        var chosen = isNew.Contains(true) ? solve().Usual : null;
        return [.. chains.Select((chain, index) => isNew[index] ? chosen![index]
            : UsualChoice.For(year.Problem, chain, [.. chain.Occurrences.Select(own => own.Fixed ?? own.Published)]))];
    }
}
