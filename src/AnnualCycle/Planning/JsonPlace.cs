using System.Text.Json;

namespace AnnualCycle.Planning;

/// <summary>
/// A value in a JSON text (RFC 8259) that knows its line and its path, so that a mistake in it can be shown.
/// </summary>
internal sealed class JsonPlace
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly JsonPlace? parent;
    private readonly string? name;
    private readonly int index;

    private JsonPlace(JsonPlace? parent, string? name, int index, int line) =>
        (this.parent, this.name, this.index, Line) = (parent, name, index, line);

    public int Line { get; }

    public JsonTokenType Kind { get; private set; }

    /// <summary>Set for a whole number that fits an int.</summary>
    public int? Number { get; private set; }

    public string? Text { get; private set; }

    public List<JsonPlace> Items { get; } = [];

    public Dictionary<string, JsonPlace> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>As in <c>chains[3].occ[2].from</c>; empty for the whole text.</summary>
    public string Path =>
        parent is null ? ""
        : name is null ? $"{parent.Path}[{index}]"
        : parent.Path.Length == 0 ? name
        : $"{parent.Path}.{name}";

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonPlace Parse(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, Options);
        var lines = new LineCounter();
        reader.Read();
        var root = Value(ref reader, text, lines, null, null, 0);
        reader.Read();
        return root;
    }

    private static JsonPlace Value(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> text, LineCounter lines, JsonPlace? parent, string? name,
            int index)
    {
        var line = lines.LineAt(text, (int)reader.TokenStartIndex);
        var place = new JsonPlace(parent, name, index, line) { Kind = reader.TokenType };
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = reader.GetString()!;
                    reader.Read();
                    place.Members[key] = Value(ref reader, text, lines, place, key, 0);
                }
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    place.Items.Add(Value(ref reader, text, lines, place, null, place.Items.Count));
                break;
            case JsonTokenType.Number:
                place.Number = reader.TryGetInt32(out var number) ? number : null;
                break;
            case JsonTokenType.String:
                place.Text = reader.GetString();
                break;
        }
        return place;
    }

    /// <summary>Lines are asked for in the order of the text, so that it is gone through once.</summary>
    private sealed class LineCounter
    {
        private int counted;
        private int line = 1;

        public int LineAt(ReadOnlySpan<byte> text, int position)
        {
            line += text[counted..position].Count((byte)'\n');
            counted = position;
            return line;
        }
    }
}
