namespace AnnualCycle;

/// <summary>Finds the known word that a person most likely meant when writing an unknown one.</summary>
public static class Suggestion
{
    private const int LongestWord = 200;

    /// <summary>
    /// The candidate nearest to <paramref name="word"/>, upper and lower case counted as the same; the first of equally
    /// near ones. Null when more than one letter in three would have to change.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        // Nobody meant a word by so many letters; comparing them all would take its time.
        var most = word.Length > LongestWord ? 0 : Math.Max(1, word.Length / 3);
        return most == 0 ? null : candidates
            .Select(candidate => (candidate, distance: Distance(Fold(word), Fold(candidate))))
            .Where(pair => pair.distance <= most && pair.distance < pair.candidate.Length)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>"Menade du …?" for the nearest candidate; else <paramref name="otherwise"/>.</summary>
    public static string? Advice(string word, IEnumerable<string> candidates, string? otherwise = null) =>
        Nearest(word, candidates) is { } nearest ? $"Menade du ”{nearest}”?" : otherwise;

    private static string Fold(string word) => word.Trim().ToLowerInvariant();

    // Optimal string alignment: Levenshtein's distance where two swapped neighbours count once, the commonest slip.
    private static int Distance(string from, string to)
    {
        var cost = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Step(cost, from, to, i, j);
            }
        }

        return cost[from.Length, to.Length];
    }

    private static int Step(int[,] cost, string from, string to, int i, int j)
    {
        var change = cost[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var best = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }
}
