using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AnnualCycle.Yaml;

/// <summary>Reads a file that people keep in YAML, and remembers on which line everything stood.</summary>
/// <remarks>
/// Built on the parser's events instead of the library's own tree: that tree gives up at the first doubled key, and
/// follows aliases and nesting without a limit, which a file sent over the web must not be able to use.
/// </remarks>
public static class YamlDocument
{
    /// <summary>Deepest nesting that is read; the files of this service use six levels.</summary>
    private const int Depth = 40;

    /// <summary>The file's outermost map, or null when there is none to read.</summary>
    /// <param name="file">The name that mistakes carry.</param>
    /// <param name="mistakes">What is wrong is added here, also later when values are asked for.</param>
    public static YamlMap? Read(string file, string text, ICollection<Mistake> mistakes)
    {
        var source = new YamlSource(file, mistakes);
        var parser = new Parser(new Scanner(new StringReader(text)));
        try
        {
            return ReadFirst(parser, source);
        }
        catch (YamlException mistake)
        {
            YamlSyntax.Explain(mistake, text, source);
            return null;
        }
        catch (Exception slip) when (slip is InvalidOperationException or ArgumentException)
        {
            // What the parser throws, besides its own exception, for an alias as a key and for a tag that is no URI.
            var place = parser.Current?.End ?? Mark.Empty;
            YamlSyntax.Explain(new YamlException(place, place, slip.Message), text, source);
            return null;
        }
    }

    private static YamlMap? ReadFirst(Parser parser, YamlSource source)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            source.Add(0, "filen är tom", null);
            return null;
        }

        var root = ReadNode(parser, source, Depth).AsMap();
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            var line = (int)second.Start.Line;
            source.Add(line, "filen innehåller flera dokument", "Ta bort raden ”---” och lägg allt i ett");
        }

        return root;
    }

    private static YamlValue ReadNode(Parser parser, YamlSource source, int depth)
    {
        var start = parser.Consume<ParsingEvent>();
        var line = (int)start.Start.Line;
        return start switch
        {
            _ when depth == 0 => throw new YamlException(start.Start, start.End, YamlSyntax.TooDeep),
            NodeEvent { Anchor.IsEmpty: false } or AnchorAlias =>
                throw new YamlException(start.Start, start.End, YamlSyntax.Alias),
            MappingStart => new YamlValue(source, line, ReadMap(parser, source, line, depth)),
            SequenceStart => new YamlValue(source, line, ReadList(parser, source, depth)),
            Scalar scalar => new YamlValue(source, line, IsNull(scalar) ? null : scalar.Value),
            _ => throw new YamlException(start.Start, start.End, start.ToString() ?? ""),
        };
    }

    private static YamlMap ReadMap(Parser parser, YamlSource source, int line, int depth)
    {
        var map = new YamlMap(source, line);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, source, depth - 1);
            map.Add(key, ReadNode(parser, source, depth - 1));
        }

        return map;
    }

    private static List<YamlValue> ReadList(Parser parser, YamlSource source, int depth)
    {
        var list = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(ReadNode(parser, source, depth - 1));
        }

        return list;
    }

    // YAML 1.2.2 section 10.3.2, the core schema's words for nothing; in quotation marks they are text.
    private static bool IsNull(Scalar scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };
}
