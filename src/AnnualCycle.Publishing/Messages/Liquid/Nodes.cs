namespace AnnualCycle.Publishing.Messages.Liquid;

/// <summary>What a message is made of when it has been read.</summary>
internal abstract record Node(int Line);

/// <summary>Words that stand in the file; at most one line.</summary>
internal sealed record Words(int Line, string Text) : Node(Line);

/// <summary><c>{{ meeting.date | short }}</c>.</summary>
internal sealed record Output(int Line, Operand Value, IReadOnlyList<Filter> Filters) : Node(Line);

/// <summary><c>{% if … %}</c>, <c>unless</c> and <c>case</c>: the first branch whose condition holds.</summary>
internal sealed record Choice(int Line, IReadOnlyList<Branch> Branches) : Node(Line);

/// <param name="When">Null for what stands after <c>else</c>.</param>
internal sealed record Branch(Condition? When, IReadOnlyList<Node> Then);

/// <summary><c>{% for item in items %}</c>.</summary>
internal sealed record Loop(int Line, string Name, Path Of, IReadOnlyList<Node> Each) : Node(Line);

/// <summary>What a value is taken from.</summary>
internal abstract record Operand(int Line);

/// <summary>A text, a number, true, false or nil.</summary>
internal sealed record Literal(int Line, object? Value) : Operand(Line);

/// <summary><c>items.first.title</c>.</summary>
internal sealed record Path(int Line, IReadOnlyList<string> Names) : Operand(Line)
{
    public string Text => string.Join('.', Names);
}

internal sealed record Filter(int Line, string Name, IReadOnlyList<Operand> Arguments);

/// <summary>One comparison and what it is joined with; as in Liquid the last is judged first.</summary>
/// <param name="Sign">Null when it is asked whether <paramref name="Left"/> is there at all.</param>
/// <param name="Join">"and", "or"; null for the last.</param>
internal sealed record Condition(Operand Left, string? Sign, Operand? Right, string? Join, Condition? Rest)
{
    public bool IsReversed { get; init; }
}
