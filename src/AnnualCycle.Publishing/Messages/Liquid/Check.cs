using NodaTime;

namespace AnnualCycle.Publishing.Messages.Liquid;

/// <summary>Holds what a message asks for against the values that its kind has.</summary>
/// <param name="mistake">Told line, text and advice.</param>
internal sealed class Check(Action<int, string, string?> mistake)
{
    public void Nodes(IEnumerable<Node> nodes, Scope scope)
    {
        foreach (var node in nodes)
        {
            One(node, scope);
        }
    }

    private void One(Node node, Scope scope)
    {
        switch (node)
        {
            case Output output:
                Value(output, scope);
                break;
            case Loop loop:
                Each(loop, scope);
                break;
            case Choice choice:
                foreach (var branch in choice.Branches)
                {
                    Condition(branch.When, scope);
                    Nodes(branch.Then, scope);
                }

                break;
        }
    }

    private void Value(Output output, Scope scope)
    {
        var value = Of(output.Value, scope);
        foreach (var filter in output.Filters)
        {
            value = After(filter, value, scope);
        }

        if (value is MessageValues or IEnumerable<object> or bool)
        {
            mistake(output.Line, $"”{Name(output.Value)}” är {What(value)} och går inte att skriva ut",
                value is MessageValues values ? $"Delarna är {Listed(values.Keys)}" : "Använd {% for … %} eller {% if … %}");
        }
    }

    private object? After(Filter filter, object? value, Scope scope)
    {
        filter.Arguments.ToList().ForEach(argument => Of(argument, scope));
        if (!Filters.All.TryGetValue(filter.Name, out var known))
        {
            mistake(filter.Line, $"filtret ”{filter.Name}” finns inte", Suggestion.Advice(
                filter.Name, Filters.All.Keys, $"De som finns är {Listed(Filters.All.Keys)}"));
            return null;
        }

        if (filter.Arguments.Count != known.Arguments)
        {
            mistake(filter.Line, $"filtret ”{filter.Name}” ska ha {known.Arguments} värden efter sig", null);
        }
        else if (value is not null && !known.On.IsInstanceOfType(value))
        {
            mistake(filter.Line, $"filtret ”{filter.Name}” är inte för {What(value)}", null);
        }

        return filter.Name == "default" ? value : "";
    }

    private void Each(Loop loop, Scope scope)
    {
        if (Of(loop.Of, scope) is IEnumerable<object> list)
        {
            Nodes(loop.Each, scope.With(loop.Name, list.FirstOrDefault(), (0, 1)));
        }
        else if (scope.Missing(loop.Of) is null)
        {
            mistake(loop.Line, $"”{loop.Of.Text}” är ingen lista", null);
        }
    }

    private void Condition(Condition? condition, Scope scope)
    {
        for (; condition is not null; condition = condition.Rest)
        {
            Of(condition.Left, scope);
            if (condition.Right is { } right)
            {
                Of(right, scope);
            }
        }
    }

    private object? Of(Operand operand, Scope scope)
    {
        if (operand is not Path path)
        {
            return ((Literal)operand).Value;
        }

        if (scope.Missing(path) is { } missing)
        {
            mistake(path.Line, missing.There.Count == 0 && path.Names.Count > 1
                    ? $"”{path.Text}” finns inte: det före ”{missing.Name}” har inga delar" : $"värdet ”{path.Text}” finns inte",
                Suggestion.Advice(missing.Name, missing.There,
                    missing.There.Count == 0 ? null : $"De som finns är {Listed(missing.There)}"));
        }

        return scope.Find(path);
    }

    private static string Name(Operand operand) => operand is Path path ? path.Text : $"{((Literal)operand).Value}";

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static string What(object value) => value switch
    {
        string => "en text",
        int => "ett tal",
        bool => "ett ja eller nej",
        LocalDate => "en dag",
        LocalTime => "ett klockslag",
        Uri => "en adress",
        MessageValues => "en grupp av värden",
        _ => "en lista",
    };
}
