using System.Text.RegularExpressions;

namespace AnnualCycle.People;

/// <summary>
/// A person whose names and address are looked for in texts, and taken out of them. A name of one word is more likely
/// another word, and is left.
/// </summary>
public sealed class MentionedPerson
{
    // A word's end: "Anna Ek" is not in "Anna Ekman", and in "Anna Eks möte" it is.
    private const string Before = @"(?<![\p{L}\p{N}])", After = @"(?=s?(?![\p{L}\p{N}]))";

    private readonly Regex _any;

    /// <param name="names">Every name that the person has had here.</param>
    public MentionedPerson(string email, IEnumerable<string> names)
    {
        Email = email.Trim().ToLowerInvariant();
        Names = [.. names.Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        _any = Of(Names.Where(name => name.Contains(' ')));
    }

    public string Email { get; }

    public IReadOnlyList<string> Names { get; }

    public bool IsIn(string text) => _any.IsMatch(text);

    /// <summary>The text with something else where it named the person.</summary>
    public string Out(string text, string instead) => _any.Replace(text, match => Placed(match, instead));

    private static string Placed(Match match, string instead) =>
        match.Index == 0 ? char.ToUpperInvariant(instead[0]) + instead[1..] : instead;

    // The longest first, so that no part of a longer name is left standing.
    private Regex Of(IEnumerable<string> names) => new(
        $"{Before}(?:(?i:{Regex.Escape(Email)})"
            + string.Concat(names.OrderByDescending(name => name.Length).Select(name => "|" + Regex.Escape(name)))
            + $"){After}",
        RegexOptions.CultureInvariant);
}
