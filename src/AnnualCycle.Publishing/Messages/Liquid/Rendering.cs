using System.Text;
using System.Text.RegularExpressions;
using AnnualCycle.Publishing.Letters;

namespace AnnualCycle.Publishing.Messages.Liquid;

/// <summary>
/// A message with its values set in. Where a value stands the text has a sign of its own, which no value is a part of and
/// Markdown has no meaning for: what a name or a title consists of can never become anything but words.
/// </summary>
internal sealed partial class Rendering
{
    // Of Unicode's private use: letters to Markdown, and never in what people write.
    private const char Open = '\uE000', Close = '\uE001', Zero = '\uE010';

    private readonly Filters _filters;
    private readonly StringBuilder _text = new();
    private readonly List<int> _lines = [];
    private readonly List<(string Text, bool IsLink)> _values = [];
    private bool _isLineOpen;

    private Rendering(LetterDates dates) => _filters = new Filters(dates);

    /// <summary>With signs where values stand.</summary>
    public string Text => _text.ToString();

    public static Rendering Of(IEnumerable<Node> nodes, MessageValues values, LetterDates dates)
    {
        var rendering = new Rendering(dates);
        rendering.Write(nodes, new Scope(values));
        return rendering;
    }

    /// <summary>The line of the file that a line of the text comes from; both from 1 and 0.</summary>
    public int LineOf(int line) => _lines.Count == 0 ? 0 : _lines[Math.Clamp(line, 0, _lines.Count - 1)];

    /// <summary>A stretch of the text with its values.</summary>
    public string Plain(string text) => Sign().Replace(text, sign => _values[Number(sign)].Text);

    /// <summary>An address of the text: values within it are escaped unless they are addresses themselves.</summary>
    public string Address(string text) => Sign().Replace(text, sign => _values[Number(sign)] is { IsLink: true } link
        ? link.Text : Uri.EscapeDataString(_values[Number(sign)].Text));

    /// <summary>A file's text without the signs that stand for values.</summary>
    public static string WithoutSigns(string text) => Signs().Replace(text, "");

    private static int Number(Match sign) =>
        sign.Value[1..^1].Aggregate(0, (sum, digit) => 10 * sum + digit - Zero);

    private void Write(IEnumerable<Node> nodes, Scope scope)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case Words words:
                    Add(words.Text, words.Line);
                    break;
                case Output output:
                    Add(output, scope);
                    break;
                case Choice choice when choice.Branches.FirstOrDefault(branch => Holds(branch.When, scope)) is { } chosen:
                    Write(chosen.Then, scope);
                    break;
                case Loop loop:
                    Each(loop, scope);
                    break;
            }
        }
    }

    private void Each(Loop loop, Scope scope)
    {
        var items = scope.Find(loop.Of) is IEnumerable<object> list ? list.ToList() : [];
        foreach (var (index, item) in items.Index())
        {
            Write(loop.Each, scope.With(loop.Name, item, (index, items.Count)));
        }
    }

    private void Add(string text, int line)
    {
        if (!_isLineOpen)
        {
            _lines.Add(line);
        }

        _text.Append(text);
        _isLineOpen = !text.EndsWith('\n');
    }

    private void Add(Output output, Scope scope)
    {
        var value = Of(output.Value, scope);
        var isLink = value is Uri && output.Filters.Count == 0;
        foreach (var filter in output.Filters)
        {
            value = _filters.Apply(filter.Name, value, [.. filter.Arguments.Select(own => Of(own, scope))]);
        }

        if (_filters.Text(value) is { Length: > 0 } text)
        {
            var number = string.Concat($"{_values.Count}".Select(digit => (char)(Zero + digit - '0')));
            _values.Add((text, isLink));
            Add($"{Open}{number}{Close}", output.Line);
        }
    }

    private static object? Of(Operand operand, Scope scope) =>
        operand is Path path ? scope.Find(path) : ((Literal)operand).Value;

    private bool Holds(Condition? condition, Scope scope)
    {
        if (condition is null)
        {
            return true;
        }

        var own = Judge(condition, scope);
        var holds = condition.Join switch
        {
            "and" => own && Holds(condition.Rest, scope),
            "or" => own || Holds(condition.Rest, scope),
            _ => own,
        };
        return holds != condition.IsReversed;
    }

    private bool Judge(Condition condition, Scope scope)
    {
        var left = Of(condition.Left, scope);
        var right = condition.Right is { } operand ? Of(operand, scope) : null;
        return condition.Sign switch
        {
            null => left is not (null or false),
            "==" => Same(left, right),
            "!=" => !Same(left, right),
            "contains" when left is IEnumerable<object> list => list.Any(one => Same(one, right)),
            "contains" => _filters.Text(left).Contains(_filters.Text(right), StringComparison.OrdinalIgnoreCase),
            var sign => left is int one && right is int other && sign switch
            {
                "<" => one < other, ">" => one > other, "<=" => one <= other, _ => one >= other,
            },
        };
    }

    private bool Same(object? left, object? right) => left is bool || right is bool
        ? Equals(left is not (null or false), right is not (null or false)) : _filters.Text(left) == _filters.Text(right);

    [GeneratedRegex("\uE000[\uE010-\uE019]+\uE001")]
    private static partial Regex Sign();

    [GeneratedRegex("[\uE000-\uE0FF]")]
    private static partial Regex Signs();
}
