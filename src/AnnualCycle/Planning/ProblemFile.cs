using System.Text.Json;

namespace AnnualCycle.Planning;

/// <summary>
/// A planning problem as a file: <c>arshjul-problem/1</c>, or <c>/2</c> when it uses usual slots or free pins.
/// </summary>
public static class ProblemFile
{
    internal const string First = "arshjul-problem/1";
    internal const string Second = "arshjul-problem/2";

    /// <summary>
    /// Reads a problem, or says all that is wrong with it; the problem is null as soon as there is one mistake.
    /// </summary>
    /// <param name="file">The file as the user named it, for the mistakes.</param>
    public static (PlanningProblem? Problem, IReadOnlyList<Mistake> Mistakes) Read(string file, ReadOnlySpan<byte> json)
    {
        JsonPlace root;
        try
        {
            root = JsonPlace.Parse(json);
        }
        catch (JsonException e)
        {
            return (null, [new(file, (int)(e.LineNumber ?? 0) + 1, "Filen är inte giltig JSON",
                "Läsningen stannade vid tecken " + ((e.BytePositionInLine ?? 0) + 1))]);
        }
        catch (InvalidOperationException)
        {
            return (null, [new(file, 0, "Filen innehåller tecken som inte är giltig UTF-8")]);
        }
        var reader = new ProblemReader(file);
        var problem = reader.Read(root);
        return (reader.Mistakes.Count == 0 ? problem : null, reader.Mistakes);
    }

    /// <summary>
    /// UTF-8, one line for each calendar, resource, chain and link; the same problem gives the same bytes.
    /// </summary>
    public static byte[] Write(PlanningProblem problem) => ProblemWriter.Write(problem);
}
