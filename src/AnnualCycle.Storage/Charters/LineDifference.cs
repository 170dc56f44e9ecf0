namespace AnnualCycle.Storage.Charters;

/// <summary>Shows what differs between two versions of a charter file, line by line.</summary>
public static class LineDifference
{
    /// <summary>Lines that left, after "- ", and lines that came, after "+ ", in the order of the text.</summary>
    public static string Between(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var common = LongestCommon(old, now);
        var shown = new List<string>();
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                shown.Add("- " + old[i++]);
            }
            else
            {
                shown.Add("+ " + now[j++]);
            }
        }

        return string.Join('\n', shown);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    // By lines left of both: how many of them are the same in order. Charters have hundreds of lines, not thousands.
    private static int[,] LongestCommon(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j]
                    ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
