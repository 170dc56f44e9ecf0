namespace AnnualCycle.Yaml;

/// <summary>The file that a value was read from and the mistakes found in it so far.</summary>
internal sealed record YamlSource(string File, ICollection<Mistake> Mistakes)
{
    /// <param name="line">From 1; 0 for the file as a whole.</param>
    public void Add(int line, string text, string? advice) => Mistakes.Add(new Mistake(File, line, text, advice));
}
