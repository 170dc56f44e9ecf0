namespace AnnualCycle.Charters;

/// <summary>Every rule of a group, and everything that binds the whole collaboration, has an id of its own.</summary>
internal static class RuleNames
{
    private static readonly string[] OfGroup = ["meetings", "reports", "tasks"];
    private static readonly string[] OfCollaboration = ["joint", "agreements"];

    public static void RefuseDoubles(CharterMap file, IReadOnlyList<CharterMap> groups)
    {
        foreach (var group in groups)
        {
            Refuse(OfGroup.SelectMany(group.Maps), []);
        }

        Refuse(OfCollaboration.SelectMany(file.Maps), groups.Select(group => Slug.Of(group.Text("id") ?? "")));
    }

    private static void Refuse(IEnumerable<CharterMap> rules, IEnumerable<string> taken)
    {
        var ids = taken.ToHashSet();
        foreach (var rule in rules.Where(rule => rule.Has("id")))
        {
            if (!ids.Add(Slug.Of(rule.Text("id") ?? "")))
            {
                rule.Mistake("id", $"id ”{rule.Text("id")}” är redan taget", "Ge varje regel ett eget id");
            }
        }
    }
}
