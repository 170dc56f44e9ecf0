using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Changes;

/// <summary>Finds the group that a person names, by its full id or the last part of it.</summary>
internal static class GroupSearch
{
    /// <returns>One of the two.</returns>
    public static (Group? Group, Mistake? Mistake) Find(YearInput input, Plan plan, string name)
    {
        var groups = input.Collaborations.Where(own => plan.Collaborations.Any(known => known.Id == own.Id))
            .SelectMany(own => own.Groups).ToList();
        var fitting = groups
            .Where(group => group.Id == name || group.Id.EndsWith("/" + name, StringComparison.Ordinal)).ToList();
        return fitting switch
        {
            [var only] => (only, null),
            [] => (null, new Mistake(name, 0, "ingen grupp heter så", Suggestion.Advice(name,
                groups.Select(group => group.Id).Concat(groups.Select(group => RuleIds.LastPart(group.Id))),
                MeetingSearch.Naming([.. groups.Select(group => group.Id)], name)))),
            _ => (null, new Mistake(name, 0, "gruppen finns i flera samverkan",
                $"Skriv ett av {string.Join(", ", fitting.Select(group => group.Id))}")),
        };
    }
}
