using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Yaml;

/// <summary>A value in a YAML file with its line.</summary>
/// <remarks>
/// Asked for as something it is not, it notes a mistake and answers null. Every scalar is text until asked: YAML 1.1
/// (section 10.2) would read 09:00 as a number of minutes and "no" as false.
/// </remarks>
public sealed class YamlValue
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly YamlSource _source;
    private readonly object? _content;

    internal YamlValue(YamlSource source, int line, object? content) =>
        (_source, Line, _content) = (source, line, content);

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>Nothing is written, or "null" or "~" without quotation marks.</summary>
    public bool IsNull => _content is null;

    public bool IsText => _content is string;

    public bool IsMap => _content is YamlMap;

    public bool IsList => _content is List<YamlValue>;

    public string? AsText() => As<string>("en text");

    public YamlMap? AsMap() => As<YamlMap>("nycklar med värden");

    /// <summary>Empty when it is no list. An item without a value is a mistake and left out.</summary>
    public IReadOnlyList<YamlValue> AsList() =>
        [.. (As<List<YamlValue>>("en lista, till exempel [a, b]") ?? []).Where(item => item.IsFilled())];

    /// <summary>The maps in a list; what else stands there is a mistake.</summary>
    public IReadOnlyList<YamlMap> AsMaps() => [.. AsList().Select(value => value.AsMap()).OfType<YamlMap>()];

    /// <summary>The texts in a list; what else stands there is a mistake.</summary>
    public IReadOnlyList<string> AsTexts() => [.. AsList().Select(value => value.AsText()).OfType<string>()];

    public int? AsInteger() => As("ett heltal", text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int?)null);

    public bool? AsBoolean() => As("true eller false", text => text switch
    {
        "true" => true,
        "false" => false,
        _ => (bool?)null,
    });

    /// <summary>A day as in 2027-02-15 (ISO 8601).</summary>
    public LocalDate? AsDate() => As("ett datum, år-månad-dag, till exempel 2027-02-15", text =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : (LocalDate?)null);

    /// <summary>A day of any year as in 12-20 (ISO 8601 without its year).</summary>
    public AnnualDate? AsAnnualDate() => As("månad-dag, till exempel 12-20", text =>
        AnnualDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : (AnnualDate?)null);

    /// <summary>A time of day as in 09:00.</summary>
    public LocalTime? AsTime() => As("ett klockslag, till exempel 09:00", text =>
        Clock.Parse(text) is { Success: true } parsed ? parsed.Value : (LocalTime?)null);

    /// <summary>One of the known words; another word is a mistake that names the nearest.</summary>
    public string? AsWord(params IReadOnlyCollection<string> known)
    {
        var word = AsText();
        if (word is null || known.Contains(word))
        {
            return word;
        }

        var choice = $"Välj bland {string.Join(", ", known)}";
        Mistake($"{this} är inget känt ord här", Suggestion.Advice(word, known, choice));
        return null;
    }

    /// <summary>The value of one of the known words; another word is a mistake that names the nearest.</summary>
    public T? AsOneOf<T>(IReadOnlyDictionary<string, T> known)
        where T : struct => AsWord([.. known.Keys]) is { } word ? known[word] : null;

    /// <summary>Notes a mistake at this value's line.</summary>
    /// <param name="text">In Swedish, without a closing full stop.</param>
    public void Mistake(string text, string? advice = null) => _source.Add(Line, text, advice);

    /// <summary>What was written, at most sixty characters of it, for a mistake's text.</summary>
    public override string ToString() => _content switch
    {
        null => "tomt",
        string text => $"”{Quote(text)}”",
        YamlMap => "nycklar med värden",
        _ => "en lista",
    };

    // An empty item in a list ("- ") is always a slip, where an empty value after a key may mean "not known".
    private bool IsFilled()
    {
        if (IsNull)
        {
            Mistake("listan har en tom rad", "Ta bort strecket eller fyll i raden");
        }

        return !IsNull;
    }

    private T? As<T>(string expected)
        where T : class
    {
        if (_content is not (T or null))
        {
            Mistake($"här står {this}, men det ska vara {expected}");
        }

        return _content as T;
    }

    private T? As<T>(string expected, Func<string, T?> parse)
        where T : struct
    {
        if (As<string>(expected) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Mistake($"här står {this}, men det ska vara {expected}");
        }

        return value;
    }

    private static string Quote(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
