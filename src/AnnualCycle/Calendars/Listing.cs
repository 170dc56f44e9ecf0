namespace AnnualCycle.Calendars;

/// <summary>Words in a row as Swedish writes them: "sportlov, påsklov och höstlov".</summary>
internal static class Listing
{
    public static string And(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.SkipLast(1))} och {words[^1]}";
}
