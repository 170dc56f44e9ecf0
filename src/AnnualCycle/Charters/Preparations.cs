namespace AnnualCycle.Charters;

/// <summary>The order between groups: a body cannot prepare a meeting that, step by step, prepares its own.</summary>
internal static class Preparations
{
    public static void RefuseCircles(IReadOnlyList<Group> groups, IReadOnlyList<CharterMap> entries)
    {
        var prepares = groups.DistinctBy(group => group.Id).ToDictionary(
            group => group.Id, group => group.Prepares.Select(preparation => preparation.For).ToList());
        foreach (var (group, entry) in groups.Zip(entries))
        {
            if (PathBack(group.Id, group.Id, prepares, []) is { } circle)
            {
                var names = string.Join(" → ", circle.Prepend(group.Id).Select(id => id[(id.IndexOf('/') + 1)..]));
                entry.Mistake("prepares", $"grupperna bereder varandra i en cirkel: {names}",
                    "Ta bort en av dem under prepares");
            }
        }
    }

    private static List<string>? PathBack(
        string from, string target, Dictionary<string, List<string>> prepares, HashSet<string> seen)
    {
        foreach (var next in prepares.GetValueOrDefault(from) ?? [])
        {
            if (next == target)
            {
                return [next];
            }

            if (seen.Add(next) && PathBack(next, target, prepares, seen) is { } rest)
            {
                return [next, .. rest];
            }
        }

        return null;
    }
}
