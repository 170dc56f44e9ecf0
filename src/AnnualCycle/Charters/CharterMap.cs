using AnnualCycle.Yaml;
using NodaTime;

namespace AnnualCycle.Charters;

/// <summary>
/// Keys with values in a charter file, read for one entry of an expanded body: placeholders are filled in.
/// </summary>
internal sealed class CharterMap(YamlMap map, Placeholders values)
{
    public YamlMap Yaml => map;

    public Placeholders Values => values;

    public int? Line => map.Integer("line") is { } line and > 0 ? line : Unusable();

    public bool Has(string key) => map[key] is { IsNull: false };

    public string? Text(string key) => map.Text(key) is { } text ? Fill(key, text) : null;

    /// <summary>The text, which must be there; an empty one stands in for it after a mistake.</summary>
    public string Required(string key) => map.Require(key) ? Text(key) ?? "" : "";

    public IReadOnlyList<string> Texts(string key) => [.. map.Texts(key).Select(text => Fill(key, text))];

    public IReadOnlyList<int> Lines(string key) => [.. map.List(key).Select(item => item.AsInteger()).OfType<int>()];

    public LocalDate? Date(string key) => map.Date(key);

    public bool? Boolean(string key) => map.Boolean(key);

    public IReadOnlyList<CharterMap> Maps(string key) =>
        [.. map.Maps(key).Select(item => new CharterMap(item, values))];

    public CharterMap? Map(string key) => map.Map(key) is { } inner ? new CharterMap(inner, values) : null;

    public void AllowOnly(params IReadOnlyCollection<string> keys) => map.AllowOnly(keys);

    public void Mistake(string key, string text, string? advice = null) => map.Mistake(key, text, advice);

    public RuleSource Source(string document, string key = "when") =>
        new(Text(key) ?? "", document, Line, map.Integer("page"), Text("note")) { FileLine = map.LineOf(key) };

    private int? Unusable()
    {
        if (Has("line") && map.Integer("line") is not null)
        {
            map.Mistake("line", "en rad i uppdragsbeskrivningen räknas från 1");
        }

        return null;
    }

    private string Fill(string key, string text)
    {
        var filled = values.Fill(text, out var unknown);
        if (unknown is not null)
        {
            var advice = Suggestion.Advice(unknown, values.Values.Keys, "Skriv forEach på samma grupp eller plats");
            map.Mistake(key, $"”{{{unknown}}}” står inte för något här", advice);
        }

        return filled;
    }
}
