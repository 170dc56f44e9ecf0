using System.Buffers;
using System.Text.Json;

namespace AnnualCycle.Planning;

/// <summary>
/// A planned year as JSON: the slots in a file for programs, the score on a line for the one who asked.
/// </summary>
public static class SolutionFile
{
    /// <summary>
    /// UTF-8 and one line: problem, score fields, and slots as [day, start] or null by chain and occurrence.
    /// </summary>
    public static byte[] Write(Solution solution) => Line(json =>
    {
        json.WriteString("problem", solution.Problem);
        WriteScore(json, solution);
        json.WriteStartArray("slots");
        foreach (var chain in solution.Slots)
            WriteChain(json, chain);
        json.WriteEndArray();
    });

    /// <summary>
    /// UTF-8 and one line: hard, unplaced, soft, lowerBound, gap, steps, cut; the two in the middle null without a
    /// bound.
    /// </summary>
    public static byte[] WriteSummary(Solution solution) => Line(json => WriteScore(json, solution));

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteScore(Utf8JsonWriter json, Solution solution)
    {
        json.WriteNumber("hard", solution.Score.Hard);
        json.WriteNumber("unplaced", solution.Score.Unplaced);
        json.WriteNumber("soft", solution.Score.Soft);
        WriteOptional(json, "lowerBound", solution.LowerBound);
        WriteOptional(json, "gap", solution.Gap);
        json.WriteNumber("steps", solution.Steps);
        json.WriteBoolean("cut", solution.Cut);
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static void WriteChain(Utf8JsonWriter json, IReadOnlyList<Slot?> slots)
    {
        json.WriteStartArray();
        foreach (var slot in slots)
        {
            if (slot is not { } held)
            {
                json.WriteNullValue();
                continue;
            }
            json.WriteStartArray();
            json.WriteNumberValue(held.Day);
            json.WriteNumberValue(held.Start);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
