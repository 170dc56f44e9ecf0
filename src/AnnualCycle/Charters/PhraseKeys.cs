using AnnualCycle.Phrases;

namespace AnnualCycle.Charters;

/// <summary>Reads the phrases of a charter file, where the key already says what a phrase is about.</summary>
internal static class PhraseKeys
{
    /// <summary>
    /// The rules that the phrase under <paramref name="key"/> states; a phrase without one is a mistake.
    /// </summary>
    public static IReadOnlyList<PhraseRule> Demands(this CharterMap map, string key, PhraseKind expected)
    {
        if (map.Required(key) is not { Length: > 0 } phrase)
        {
            return [];
        }

        var rules = PhraseReader.Read(phrase, expected);
        if (rules.Count == 0)
        {
            map.Mistake(key, $"frasen ”{phrase}” går inte att tolka", AdviceOn(phrase, expected));
        }

        return rules;
    }

    /// <summary>The rules of a phrase that need not state any: work around a meeting may lack a day.</summary>
    public static IReadOnlyList<PhraseRule> Stated(this CharterMap map, string key, PhraseKind expected) =>
        map.Text(key) is { Length: > 0 } phrase ? PhraseReader.Read(phrase, expected) : [];

    /// <summary>
    /// Months that a period in the rules lasts: 24 for "två år", 18 for "1,5 år"; null when none is stated.
    /// </summary>
    public static int? PeriodInMonths(IReadOnlyList<PhraseRule> rules) => rules
        .Select(rule => rule.Per switch
        {
            Period.Year => 12,
            Period.Years => 12 * rule.N,
            Period.Months => rule.N,
            Period.Month => 1,
            _ => null,
        })
        .FirstOrDefault(months => months is not null);

    private static string AdviceOn(string phrase, PhraseKind expected) =>
        PhraseSuggestion.For(phrase, expected) is { } nearest
            ? $"Menade du ”{nearest}”?"
            : "Skriv till exempel ”minst 4 gånger per år”, ”början av februari” eller ”senast den 15 april”";
}
