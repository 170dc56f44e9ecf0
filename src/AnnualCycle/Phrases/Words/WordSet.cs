namespace AnnualCycle.Phrases.Words;

/// <summary>
/// A table of words for one concept. An entry is a whole word, <c>stem*</c>, <c>*ending</c> or <c>*inside*</c>;
/// endings in brackets are spelt out, so <c>*möte(,t,n)</c> holds every compound of möte in three forms; <c>!word</c>
/// takes out.
/// </summary>
internal sealed class WordSet
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly List<string> starts = [];
    private readonly List<string> ends = [];
    private readonly List<string> insides = [];
    private readonly WordSet? except;

    public WordSet(string table)
    {
        var entries = table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var taken = entries.Where(entry => entry[0] == '!').Select(entry => entry[1..]).ToArray();
        except = taken.Length > 0 ? new WordSet(string.Join(' ', taken)) : null;
        foreach (var entry in entries.Where(entry => entry[0] != '!').SelectMany(Inflect))
        {
            Place(entry);
        }
    }

    public IEnumerable<string> Whole => whole;

    public bool Contains(string word) =>
        (whole.Contains(word)
            || starts.Exists(start => word.StartsWith(start, StringComparison.Ordinal))
            || ends.Exists(end => word.EndsWith(end, StringComparison.Ordinal))
            || insides.Exists(inside => word.Contains(inside, StringComparison.Ordinal)))
        && except?.Contains(word) != true;

    private void Place(string entry)
    {
        switch (entry.StartsWith('*'), entry.EndsWith('*'))
        {
            case (true, true): insides.Add(entry.Trim('*')); break;
            case (true, false): ends.Add(entry[1..]); break;
            case (false, true): starts.Add(entry[..^1]); break;
            default: whole.Add(entry); break;
        }
    }

    private static IEnumerable<string> Inflect(string entry)
    {
        var open = entry.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? [entry] : entry[(open + 1)..].TrimEnd(')').Split(',').Select(ending =>
            entry[..open] + ending);
    }
}
