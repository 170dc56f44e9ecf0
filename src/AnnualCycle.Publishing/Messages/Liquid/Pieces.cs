using System.Text.RegularExpressions;

namespace AnnualCycle.Publishing.Messages.Liquid;

/// <summary>A message in the pieces that Liquid parts it in.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">As it stands, or what stands between a tag's braces.</param>
internal sealed record Piece(PieceKind Kind, int Line, string Text);

internal enum PieceKind
{
    Words,

    /// <summary><c>{{ … }}</c>.</summary>
    Value,

    /// <summary><c>{% … %}</c>.</summary>
    Tag,
}

/// <summary>
/// Parts a message. A line that holds tags alone leaves no line behind, so that rows of a list or a table stay together.
/// </summary>
internal sealed partial class Pieces(string text, Action<int, string, string?> mistake)
{
    private readonly HashSet<int> _tagLines =
        [.. text.Split('\n').Index().Where(line => TagsAlone().IsMatch(line.Item)).Select(line => line.Index + 1)];

    private readonly List<Piece> _pieces = [];

    public static IReadOnlyList<Piece> Of(string text, Action<int, string, string?> mistake) => new Pieces(text, mistake).Read();

    private IReadOnlyList<Piece> Read()
    {
        var (at, line) = (0, 1);
        foreach (Match tag in Tag().Matches(text))
        {
            AddWords(text[at..tag.Index], line);
            line += Lines(text[at..tag.Index]);
            var isValue = tag.Value.StartsWith("{{", StringComparison.Ordinal);
            _pieces.Add(new Piece(isValue ? PieceKind.Value : PieceKind.Tag, line, tag.Groups["inner"].Value.Trim()));
            (at, line) = (tag.Index + tag.Length, line + Lines(tag.Value));
        }

        AddWords(text[at..], line);
        return _pieces;
    }

    private void AddWords(string words, int line)
    {
        if (Loose().Match(words) is { Success: true } loose)
        {
            mistake(line + Lines(words[..loose.Index]), $"”{loose.Value}” öppnar eller stänger inget",
                "Värden skrivs {{ så }} och villkor {% så %}");
        }

        var own = words.Split('\n');
        var kept = own.Index().Where(part => !_tagLines.Contains(line + part.Index))
            .Select(part => (Line: line + part.Index, Text: part.Item + (part.Index < own.Length - 1 ? "\n" : "")))
            .Where(part => part.Text.Length > 0);
        _pieces.AddRange(kept.Select(part => new Piece(PieceKind.Words, part.Line, part.Text)));
    }

    private static int Lines(string words) => words.Count(letter => letter == '\n');

    [GeneratedRegex(@"\{\{(?<inner>[^{}]*)\}\}|\{%(?<inner>(?:[^%]|%(?!\}))*)%\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[ \t]*(\{%[^{}]*%\}[ \t]*)+$")]
    private static partial Regex TagsAlone();

    [GeneratedRegex(@"\{\{|\}\}|\{%|%\}")]
    private static partial Regex Loose();
}
