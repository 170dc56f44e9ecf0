using System.Text.Encodings.Web;
using System.Text.Json;

namespace AnnualCycle.Plans;

/// <summary>
/// What every JSON document of the service has in common: its form, its lists, and a sentence held against a year.
/// </summary>
internal static class JsonWriting
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>UTF-8 with a line feed at the end.</summary>
    public static byte[] Document(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    public static void WriteRule(Utf8JsonWriter json, RuleOutcome rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("kind", Word(rule.Kind));
        json.WriteString("phrase", rule.Phrase);
        json.WriteString("document", rule.Document);
        WriteNumber(json, "line", rule.Line);
        WriteNumber(json, "min", rule.Min);
        WriteNumber(json, "max", rule.Max);
        json.WriteNumber("planned", rule.Planned);
        json.WriteString("status", Word(rule.Status));
        json.WriteString("note", rule.Note);
    }

    public static void WriteList<T>(
        Utf8JsonWriter json, string key, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteTexts(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void WriteNumber(Utf8JsonWriter json, string key, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(key, value);
        }
        else
        {
            json.WriteNull(key);
        }
    }

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
