using NodaTime;

namespace AnnualCycle.Yaml;

/// <summary>Keys with values in a YAML file.</summary>
/// <remarks>A getter answers null for a key that is missing or empty, and notes a mistake for a wrong value.</remarks>
public sealed class YamlMap
{
    private readonly YamlSource _source;
    private readonly Dictionary<string, (int Line, YamlValue Value)> _entries = [];

    internal YamlMap(YamlSource source, int line) => (_source, Line) = (source, line);

    /// <summary>The file as the user named it.</summary>
    public string File => _source.File;

    /// <summary>Line of the first key, from 1.</summary>
    public int Line { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyCollection<string> Keys => _entries.Keys;

    /// <summary>Null when the key is missing; <see cref="YamlValue.IsNull"/> when it stands without a value.</summary>
    public YamlValue? this[string key] => _entries.TryGetValue(key, out var entry) ? entry.Value : null;

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>Line of the key, or of the whole map when the key is missing.</summary>
    public int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    public string? Text(string key) => this[key]?.AsText();

    public int? Integer(string key) => this[key]?.AsInteger();

    public bool? Boolean(string key) => this[key]?.AsBoolean();

    public LocalDate? Date(string key) => this[key]?.AsDate();

    public AnnualDate? AnnualDate(string key) => this[key]?.AsAnnualDate();

    public LocalTime? Time(string key) => this[key]?.AsTime();

    /// <summary>One of the known words; another word is a mistake.</summary>
    public string? Word(string key, params IReadOnlyCollection<string> known) => this[key]?.AsWord(known);

    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> known)
        where T : struct => this[key]?.AsOneOf(known);

    public YamlMap? Map(string key) => this[key]?.AsMap();

    /// <summary>Items of any kind; empty when the key is missing.</summary>
    public IReadOnlyList<YamlValue> List(string key) => this[key]?.AsList() ?? [];

    public IReadOnlyList<YamlMap> Maps(string key) => this[key]?.AsMaps() ?? [];

    public IReadOnlyList<string> Texts(string key) => this[key]?.AsTexts() ?? [];

    /// <summary>Notes a mistake for each key not among <paramref name="known"/>, with the nearest that is.</summary>
    public void AllowOnly(params IReadOnlyCollection<string> known)
    {
        foreach (var (key, entry) in _entries.Where(entry => !known.Contains(entry.Key)))
        {
            var advice = Suggestion.Advice(key, known, $"Här kan stå {string.Join(", ", known)}");
            _source.Add(entry.Line, $"okänd nyckel ”{key}”", advice);
        }
    }

    /// <summary>Notes a mistake when a key is missing or empty; true when there is something to read.</summary>
    public bool Require(string key)
    {
        var there = this[key] is { IsNull: false };
        if (!there)
        {
            Mistake(key, $"”{key}” saknas");
        }

        return there;
    }

    /// <summary>Notes a mistake at a key's line.</summary>
    /// <param name="text">In Swedish, without a closing full stop.</param>
    public void Mistake(string key, string text, string? advice = null) => _source.Add(LineOf(key), text, advice);

    /// <summary>Notes a mistake at the first line of the map.</summary>
    /// <remarks>Not an overload: a key with a text must never be taken for a text with advice.</remarks>
    public void MistakeHere(string text, string? advice = null) => _source.Add(Line, text, advice);

    internal void Add(YamlValue key, YamlValue value)
    {
        if (key.AsText() is not { } name)
        {
            if (key.IsNull)
            {
                key.Mistake("en nyckel saknar namn");
            }

            return;
        }

        if (!_entries.TryAdd(name, (key.Line, value)))
        {
            key.Mistake($"nyckeln ”{name}” står två gånger, först på rad {_entries[name].Line}", "Ta bort den ena");
        }
    }
}
