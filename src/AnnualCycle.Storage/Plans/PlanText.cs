using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Storage.Plans;

/// <summary>Plans as JSON text in the database, days and times as ISO 8601 writes them.</summary>
internal static class PlanText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new JsonStringEnumConverter(),
            new Patterned<LocalDate>(LocalDatePattern.Iso),
            new Patterned<LocalTime>(LocalTimePattern.ExtendedIso),
        },
    };

    /// <summary>How JSON that was read is written back to the same bytes.</summary>
    public static JsonSerializerOptions Compact => Options;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> wrote.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new JsonException("null where a value was expected");

    private sealed class Patterned<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString()!).GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
