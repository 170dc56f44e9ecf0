using AnnualCycle.Charters;

namespace AnnualCycle.Plans.Check;

/// <summary>An event that is nobody's meeting as far as its words tell.</summary>
/// <param name="Note">What would make it somebody's; null when nothing comes near.</param>
public sealed record UnmatchedEvent(HeldEvent Event, string? Note);

/// <summary>Finds the groups of each event of a calendar.</summary>
/// <param name="asked">
/// A group or collaboration that the user asked for: it wins where a name is several groups'.
/// </param>
internal sealed class EventMatcher(IReadOnlyList<Collaboration> collaborations, string? asked)
{
    private readonly GroupNames _names = new(collaborations);

    private readonly Dictionary<string, Group> _groups =
        collaborations.SelectMany(collaboration => collaboration.Groups).ToDictionary(group => group.Id);

    /// <summary>The groups of every event, in the order of the calendar; none where nothing is known.</summary>
    public IReadOnlyList<IReadOnlyList<Group>> Groups(IReadOnlyList<HeldEvent> events)
    {
        var named = events.Select(Named).ToList();
        // Two collaborations may both have a "Styrgrupp"; the rest of the file tells whose calendar it is.
        var file = named.SelectMany(Certain).Select(CollaborationOf).ToHashSet();
        return
        [
            .. named.Select(names =>
                (IReadOnlyList<Group>)[.. Chosen(names, file).Distinct().Select(id => _groups[id])]),
        ];
    }

    /// <summary>Why an event has no group: "finns i flera samverkan", "Menade du …?".</summary>
    public UnmatchedEvent Unmatched(HeldEvent entry)
    {
        var several = Named(entry).FirstOrDefault(name => name.Answers.Count > 1);
        return new UnmatchedEvent(entry, several is not null
            ? $"”{several.Name}” är {string.Join(" eller ", several.Answers.Select(ids => string.Join(' ', ids)))}"
            : _names.Advice(entry.Groups ?? entry.Title));
    }

    private IReadOnlyList<NamedGroups> Named(HeldEvent entry)
    {
        if (entry.Groups is { } cell)
        {
            return OfCell(cell);
        }

        var title = _names.In(entry.Title);
        var categories = entry.Categories.SelectMany(_names.In).Distinct().ToList();
        // Categories that name the title's groups and more are the full list of a joint meeting's owners. Others sort
        // events under something wider, as when all that LGS's groups do stands under "LGS".
        var isFuller = Certain(title).All(Certain(categories).Contains) && title.All(name => name.Answers.Count < 2);
        return [.. title, .. isFuller ? categories : categories.Select(Wider)];
    }

    private static NamedGroups Wider(NamedGroups category) =>
        new(category.Name, [], category.Collaboration ?? Certain([category]).Select(CollaborationOf).FirstOrDefault());

    private IReadOnlyList<NamedGroups> OfCell(string cell)
    {
        if (_names.Whole(cell) is { } whole)
        {
            return [whole];
        }

        return All(cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)) ?? All(cell.Split(',')) ?? [];
    }

    private IReadOnlyList<NamedGroups>? All(string[] parts)
    {
        var names = parts.Select(_names.Whole).ToList();
        return names.Contains(null) ? null : [.. names.OfType<NamedGroups>()];
    }

    private IEnumerable<string> Chosen(IReadOnlyList<NamedGroups> names, IReadOnlySet<string> file)
    {
        var near = Certain(names).Select(CollaborationOf)
            .Concat(names.Select(name => name.Collaboration).OfType<string>()).ToHashSet();
        bool IsAsked(string collaboration) => collaboration == asked?.Split('/')[0];
        return names.SelectMany(name => name.Answers.Count == 1 ? name.Answers[0]
            : Only(name, near.Contains) ?? Only(name, IsAsked) ?? Only(name, file.Contains) ?? []);
    }

    private static IReadOnlyList<string>? Only(NamedGroups name, Func<string, bool> isMeant)
    {
        var meant = name.Answers.Where(ids => isMeant(CollaborationOf(ids[0]))).ToList();
        return meant.Count == 1 ? meant[0] : null;
    }

    private static IEnumerable<string> Certain(IReadOnlyList<NamedGroups> names) =>
        names.Where(name => name.Answers.Count == 1).SelectMany(name => name.Answers[0]);

    private static string CollaborationOf(string group) => group.Split('/')[0];
}
