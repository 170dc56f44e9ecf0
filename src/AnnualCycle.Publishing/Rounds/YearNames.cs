using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>What collaborations and groups are called in the plans in force of a year; an id that none has is its own name.</summary>
public sealed class YearNames
{
    private readonly Dictionary<string, string> _names;

    private YearNames(Dictionary<string, string> names) => _names = names;

    public string this[string id] => _names.GetValueOrDefault(id, id);

    public static async Task<YearNames> ReadAsync(AnnualCycleContext context, int year, CancellationToken cancel)
    {
        var plans = (await new PlanBook(context).AllInForceAsync(cancel)).Where(plan => plan.Year == year)
            .Select(plan => plan.Plan).ToList();
        return new YearNames(plans.SelectMany(plan => plan.Groups.Select(group => (group.Id, group.Name))
                .Concat(plan.Collaborations.Select(own => (own.Id, own.Name))))
            .GroupBy(named => named.Id).ToDictionary(same => same.Key, same => same.First().Name));
    }
}
