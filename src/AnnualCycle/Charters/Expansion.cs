using AnnualCycle.Yaml;

namespace AnnualCycle.Charters;

/// <summary>Bodies and seats that are written once and exist once per municipality, theme or other list.</summary>
internal sealed class Expansion(IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
{
    /// <summary>
    /// The name by which a list's entries are written in braces: <c>municipalities</c> as <c>{municipality}</c>.
    /// </summary>
    public static string Placeholder(string list) => list == "municipalities" ? "municipality" : list;

    /// <summary>The map itself, or once for each combination of what its <c>forEach</c> names.</summary>
    public IEnumerable<CharterMap> Expand(YamlMap map, Placeholders outer)
    {
        var names = map["forEach"] is { IsList: true } ? map.Texts("forEach") : Single(map.Text("forEach"));
        IEnumerable<Placeholders> combinations = [outer];
        foreach (var name in names)
        {
            var entries = Entries(map, name);
            combinations = combinations.SelectMany(
                values => entries.Select(entry => values.With(Placeholder(name), entry)));
        }

        return combinations.Select(values => new CharterMap(map, values)).ToList();
    }

    private static IReadOnlyList<string> Single(string? name) => name is null ? [] : [name];

    private IReadOnlyList<string> Entries(YamlMap map, string name)
    {
        if (lists.TryGetValue(name, out var entries))
        {
            return entries;
        }

        map.Mistake("forEach", $"listan ”{name}” finns inte",
            Suggestion.Advice(name, lists.Keys, "Skriv den under lists"));
        return [];
    }
}
