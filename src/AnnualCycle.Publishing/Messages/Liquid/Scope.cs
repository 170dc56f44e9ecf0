namespace AnnualCycle.Publishing.Messages.Liquid;

/// <summary>What a name stands for at a place in a message.</summary>
internal sealed record Scope(MessageValues Values, Scope? Outer = null)
{
    /// <summary>Within a loop.</summary>
    public Scope With(string name, object? item, (int Index, int Of) at) => new(new MessageValues
    {
        [name] = item,
        ["forloop"] = new MessageValues
        {
            ["index"] = at.Index + 1, ["first"] = at.Index == 0, ["last"] = at.Index == at.Of - 1,
        },
    }, this);

    /// <summary>What a path leads to; nothing at the end of one that leads nowhere.</summary>
    public object? Find(Path path)
    {
        var found = Whole(Root(path.Names[0]));
        foreach (var name in path.Names.Skip(1))
        {
            found = Whole(Part(found, name));
        }

        return found;
    }

    /// <summary>The part of a path that is not to be had, and what is there instead; null when all is there.</summary>
    public (string Name, IReadOnlyList<string> There)? Missing(Path path)
    {
        var found = Root(path.Names[0]);
        if (found is null && !Names().Contains(path.Names[0]))
        {
            return (path.Names[0], Names());
        }

        foreach (var name in path.Names.Skip(1))
        {
            if (Parts(found) is var parts && !parts.Contains(name))
            {
                return (name, parts);
            }

            found = Part(found, name);
        }

        return null;
    }

    private object? Root(string name) => Values.TryGetValue(name, out var value) ? value : Outer?.Root(name);

    private IReadOnlyList<string> Names() => [.. Values.Keys, .. Outer?.Names() ?? []];

    private static IReadOnlyList<string> Parts(object? of) => of switch
    {
        MessageValues values => [.. values.Keys],
        IEnumerable<object> => ["first", "last", "size"],
        _ => [],
    };

    private static object? Part(object? of, string name) => (of, name) switch
    {
        (MessageValues values, _) => values.GetValueOrDefault(name),
        (IEnumerable<object> list, "first") => list.FirstOrDefault(),
        (IEnumerable<object> list, "last") => list.LastOrDefault(),
        (IEnumerable<object> list, "size") => list.Count(),
        _ => null,
    };

    // What is empty is not there: nobody who edits a mail is to tell one from the other.
    private static object? Whole(object? value) => value switch
    {
        string text when string.IsNullOrWhiteSpace(text) => null,
        MessageValues values => values,
        IEnumerable<object> list when !list.Any() => null,
        _ => value,
    };
}
