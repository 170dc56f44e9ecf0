namespace AnnualCycle.Testing;

/// <summary>Which project of the service may name which: a project exists only to fence a dependency.</summary>
public static class DependencyLine
{
    private static readonly Dictionary<string, string[]> MayName = new(StringComparer.Ordinal)
    {
        ["AnnualCycle"] = [],
        ["AnnualCycle.ICalendar"] = [],
        ["AnnualCycle.Documents"] = ["AnnualCycle"],
        ["AnnualCycle.Storage"] = ["AnnualCycle"],
        ["AnnualCycle.Publishing"] =
            ["AnnualCycle", "AnnualCycle.ICalendar", "AnnualCycle.Documents", "AnnualCycle.Storage"],
        ["AnnualCycle.Server"] =
            ["AnnualCycle", "AnnualCycle.ICalendar", "AnnualCycle.Documents",
                "AnnualCycle.Storage", "AnnualCycle.Publishing"],
    };

    // The two projects that stay free of frameworks; what the others use is weighed one by one when it is added.
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["AnnualCycle"] = ["NodaTime", "YamlDotNet"],
        ["AnnualCycle.ICalendar"] = [],
    };

    /// <summary>Whether the project has a place in the line at all.</summary>
    public static bool Knows(string project) => MayName.ContainsKey(project);

    /// <summary>Those of <paramref name="named"/> that the project must not name.</summary>
    public static IEnumerable<string> NotToBeNamedBy(string project, IEnumerable<string> named) =>
        named.Except(MayName.GetValueOrDefault(project, []), StringComparer.Ordinal);

    /// <summary>Those of <paramref name="packages"/> that the project must not use.</summary>
    public static IEnumerable<string> NotToBeUsedBy(string project, IEnumerable<string> packages) =>
        MayUse.TryGetValue(project, out var allowed) ? packages.Except(allowed, StringComparer.Ordinal) : [];
}
