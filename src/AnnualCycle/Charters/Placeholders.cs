using System.Text.RegularExpressions;

namespace AnnualCycle.Charters;

/// <summary>What <c>{municipality}</c> and the charter's own lists stand for in one expanded entry.</summary>
internal sealed record Placeholders(IReadOnlyDictionary<string, string> Values)
{
    public static Placeholders None { get; } = new(new Dictionary<string, string>());

    public Placeholders With(string name, string value) =>
        new(new Dictionary<string, string>(Values) { [name] = value });

    /// <summary>The text with its placeholders filled in.</summary>
    /// <param name="unknown">The first placeholder that stands for nothing here, or null.</param>
    public string Fill(string text, out string? unknown)
    {
        string? missing = null;
        var filled = Braces.Replace(text, match =>
        {
            if (Values.TryGetValue(match.Groups[1].Value, out var value))
            {
                return value;
            }

            missing ??= match.Groups[1].Value;
            return match.Value;
        });
        unknown = missing;
        return filled;
    }

    private static readonly Regex Braces = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);
}
