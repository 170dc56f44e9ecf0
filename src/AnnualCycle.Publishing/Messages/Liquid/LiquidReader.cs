// Over 200 lines because a language is read in one place.
using System.Globalization;
using System.Text.RegularExpressions;

namespace AnnualCycle.Publishing.Messages.Liquid;

/// <summary>
/// Reads the part of Liquid that messages are written in: values with filters, <c>if</c>, <c>unless</c>, <c>case</c>,
/// <c>for</c> and <c>comment</c>. A mistake has its line.
/// </summary>
internal sealed partial class LiquidReader
{
    private static readonly string[] Tags =
    [
        "if", "elsif", "else", "endif", "unless", "endunless", "case", "when", "endcase", "for", "endfor", "comment",
        "endcomment",
    ];

    private readonly IReadOnlyList<Piece> _pieces;
    private readonly Action<int, string, string?> _mistake;
    private int _at;

    private LiquidReader(string text, Action<int, string, string?> mistake)
    {
        (_pieces, _mistake) = (Pieces.Of(text, mistake), mistake);
    }

    public static IReadOnlyList<Node> Read(string text, Action<int, string, string?> mistake)
    {
        var reader = new LiquidReader(text, mistake);
        var nodes = new List<Node>();
        while (true)
        {
            nodes.AddRange(reader.Block());
            if (reader._at >= reader._pieces.Count)
            {
                return nodes;
            }

            var stray = reader._pieces[reader._at++];
            mistake(stray.Line, $"{{% {stray.Text} %}} hör inte till något som är öppnat", "Ta bort den");
        }
    }

    // Up to a tag that ends or parts what is open, which is left to whoever opened it.
    private List<Node> Block()
    {
        var nodes = new List<Node>();
        while (_at < _pieces.Count)
        {
            var piece = _pieces[_at];
            var name = piece.Kind == PieceKind.Tag ? NameOf(piece) : "";
            if (name.StartsWith("end", StringComparison.Ordinal) || name is "else" or "elsif" or "when")
            {
                break;
            }

            _at++;
            var node = piece.Kind switch
            {
                PieceKind.Words => new Words(piece.Line, piece.Text),
                PieceKind.Value => Value(piece),
                _ => Tag(piece, name),
            };
            nodes.AddRange(node is null ? [] : [node]);
        }

        return nodes;
    }

    private Node? Tag(Piece piece, string name)
    {
        switch (name)
        {
            case "if" or "unless":
                return If(piece, name);
            case "case":
                return Case(piece);
            case "for":
                return For(piece);
            case "comment":
                Block();
                End(piece, "endcomment");
                return null;
            default:
                _mistake(piece.Line, $"taggen ”{name}” finns inte",
                    Suggestion.Advice(name, Tags, "De som finns är if, unless, case, for och comment"));
                return null;
        }
    }

    private Choice If(Piece opening, string name)
    {
        var branches = new List<Branch>();
        var condition = ConditionOf(opening);
        branches.Add(new Branch(condition with { IsReversed = name == "unless" }, Block()));
        while (Next() is "elsif" or "else")
        {
            var piece = _pieces[_at++];
            branches.Add(new Branch(NameOf(piece) == "else" ? null : ConditionOf(piece), Block()));
        }

        End(opening, $"end{name}");
        return new Choice(opening.Line, branches);
    }

    private Choice Case(Piece opening)
    {
        var (branches, of) = (new List<Branch>(), new Tokens(opening, _mistake).AfterName().Operand());
        Block();
        while (Next() is "when" or "else")
        {
            var piece = _pieces[_at++];
            branches.Add(new Branch(NameOf(piece) == "else" ? null : When(of, new Tokens(piece, _mistake).AfterName()), Block()));
        }

        End(opening, "endcase");
        return new Choice(opening.Line, branches);
    }

    private static Condition When(Operand of, Tokens tokens)
    {
        var value = tokens.Operand();
        return tokens.Take(",", "or") is null ? Single(null, null) : Single("or", When(of, tokens));

        Condition Single(string? join, Condition? rest) => new(of, "==", value, join, rest);
    }

    private Loop? For(Piece opening)
    {
        var header = LoopHeader().Match(opening.Text);
        var body = Block();
        End(opening, "endfor");
        if (header.Success)
        {
            return new Loop(opening.Line, header.Groups["name"].Value,
                new Path(opening.Line, header.Groups["of"].Value.Split('.')), body);
        }

        _mistake(opening.Line, $"{{% {opening.Text} %}} går inte att läsa", "Skriv {% for sak in saker %}");
        return null;
    }

    private Output Value(Piece piece)
    {
        var tokens = new Tokens(piece, _mistake);
        var (value, filters) = (tokens.Operand(), new List<Filter>());
        while (tokens.Take("|") is not null)
        {
            filters.Add(FilterOf(piece, tokens));
        }

        tokens.End();
        return new Output(piece.Line, value, filters);
    }

    private static Filter FilterOf(Piece piece, Tokens tokens)
    {
        var (name, arguments) = (tokens.Name("ett filter"), new List<Operand>());
        if (tokens.Take(":") is not null)
        {
            do
            {
                arguments.Add(tokens.Operand());
            }
            while (tokens.Take(",") is not null);
        }

        return new Filter(piece.Line, name, arguments);
    }

    private Condition ConditionOf(Piece piece)
    {
        var tokens = new Tokens(piece, _mistake).AfterName();
        var condition = Part(tokens);
        tokens.End();
        return condition;
    }

    private static Condition Part(Tokens tokens)
    {
        var left = tokens.Operand();
        var sign = tokens.Take("==", "!=", "<=", ">=", "<", ">", "contains");
        var right = sign is null ? null : tokens.Operand();
        var join = tokens.Take("and", "or");
        return new Condition(left, sign, right, join, join is null ? null : Part(tokens));
    }

    private string? Next() => _at < _pieces.Count ? NameOf(_pieces[_at]) : null;

    private void End(Piece opening, string name)
    {
        if (Next() == name)
        {
            _at++;
            return;
        }

        _mistake(opening.Line, $"{{% {opening.Text} %}} stängs aldrig", $"Skriv {{% {name} %}} där det slutar");
    }

    private static string NameOf(Piece tag) => FirstName().Match(tag.Text).Value;

    [GeneratedRegex(@"^[A-Za-z]*")]
    private static partial Regex FirstName();

    [GeneratedRegex(@"^for\s+(?<name>[A-Za-z_]\w*)\s+in\s+(?<of>[A-Za-z_]\w*(\.[A-Za-z_]\w*)*)$")]
    private static partial Regex LoopHeader();

    /// <summary>The words and signs between a tag's braces, one after the other.</summary>
    private sealed partial class Tokens(Piece piece, Action<int, string, string?> mistake)
    {
        private string _left = piece.Text;
        private bool _isWrong;

        public Tokens AfterName()
        {
            _left = _left[NameOf(piece).Length..];
            return this;
        }

        public string? Take(params string[] wanted)
        {
            _left = _left.TrimStart();
            var found = wanted.FirstOrDefault(sign => _left.StartsWith(sign, StringComparison.Ordinal)
                && !(char.IsLetter(sign[0]) && _left.Length > sign.Length && char.IsLetterOrDigit(_left[sign.Length])));
            _left = _left[(found?.Length ?? 0)..];
            return found;
        }

        public string Name(string what)
        {
            _left = _left.TrimStart();
            var name = WholeName().Match(_left).Value;
            _left = _left[name.Length..];
            if (name.Length == 0)
            {
                Wrong($"{what} saknas i ”{piece.Text}”");
            }

            return name;
        }

        public Operand Operand()
        {
            _left = _left.TrimStart();
            var found = Value().Match(_left);
            _left = _left[found.Length..];
            if (!found.Success)
            {
                Wrong($"ett värde saknas i ”{piece.Text}”");
                return new Literal(piece.Line, null);
            }

            return found.Groups["text"].Success ? new Literal(piece.Line, found.Value[1..^1])
                : found.Groups["number"].Success ? new Literal(piece.Line, int.Parse(found.Value, CultureInfo.InvariantCulture))
                : found.Value switch
                {
                    "true" => new Literal(piece.Line, true),
                    "false" => new Literal(piece.Line, false),
                    "nil" or "blank" or "empty" => new Literal(piece.Line, null),
                    var path => new Path(piece.Line, path.Split('.')),
                };
        }

        public void End()
        {
            if (_left.Trim().Length > 0)
            {
                Wrong($"”{_left.Trim()}” går inte att läsa");
            }
        }

        // The first is what was meant; the rest follows from it.
        private void Wrong(string text)
        {
            if (!_isWrong)
            {
                mistake(piece.Line, text, null);
            }

            _isWrong = true;
        }

        [GeneratedRegex(@"^(?:(?<text>""[^""]*""|'[^']*')|(?<number>\d{1,9})|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)")]
        private static partial Regex Value();

        [GeneratedRegex(@"^[A-Za-z_]\w*")]
        private static partial Regex WholeName();
    }
}
