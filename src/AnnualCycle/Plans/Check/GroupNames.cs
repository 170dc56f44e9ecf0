using System.Text.RegularExpressions;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Check;

/// <summary>Whose a name can be: one answer when it is unique, several when collaborations use the same one.</summary>
/// <param name="Answers">
/// Each the ids of the groups that the name stands for; a joint meeting's name stands for several.
/// </param>
/// <param name="Collaboration">Set when the name is that of a whole collaboration, which no meeting belongs to.</param>
internal sealed record NamedGroups(
    string Name, IReadOnlyList<IReadOnlyList<string>> Answers, string? Collaboration = null);

/// <summary>
/// The names under which calendars list groups: name, alias, id; also joint meetings' and collaborations' names.
/// </summary>
internal sealed class GroupNames
{
    // The endings that a name takes in a sentence: "LGS Beredningsgruppen", "Styrgruppens", "LGS:s".
    private const string Ending = @"(?:en|n|et|t)?(?::?s)?";

    /// <summary>A meeting before or about another group's is not that group's meeting.</summary>
    private static readonly string[] About = ["inför", "före", "efter", "från"];

    private readonly Dictionary<string, NamedGroups> _whole = [];
    private readonly List<(Regex Pattern, NamedGroups Named)> _inText;

    public GroupNames(IReadOnlyList<Collaboration> collaborations)
    {
        var names = collaborations.SelectMany(Names).ToLookup(entry => Plain(entry.Name), entry => entry.Groups);
        var common = collaborations
            .ToLookup(collaboration => Plain(collaboration.Name), collaboration => collaboration.Id);
        foreach (var name in names.Select(entry => entry.Key).Union(common.Select(entry => entry.Key)))
        {
            var answers = names[name].DistinctBy(ids => string.Join(' ', ids));
            _whole[name] = new NamedGroups(name, [.. answers], common[name].FirstOrDefault());
        }

        _inText = [.. _whole
            .OrderByDescending(entry => entry.Key.Length).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => (Pattern(entry.Key), entry.Value))];
        AddLastParts(collaborations);
    }

    /// <summary>
    /// The groups whose name, alias or id the whole text is; ids may also be given by their last part.
    /// </summary>
    public NamedGroups? Whole(string text) => _whole.GetValueOrDefault(Plain(text));

    /// <summary>
    /// Every name in a text, the longest first, none inside another: "LGS Beredningsgrupp" does not name LGS.
    /// </summary>
    public IReadOnlyList<NamedGroups> In(string text)
    {
        var rest = Plain(text);
        var found = new List<NamedGroups>();
        foreach (var (pattern, named) in _inText)
        {
            foreach (var match in pattern.Matches(rest).Reverse())
            {
                var isAbout = About.Contains(rest[..match.Index].TrimEnd().Split(' ')[^1]);
                rest = rest[..match.Index] + new string('|', match.Length) + rest[(match.Index + match.Length)..];
                found.AddRange(isAbout ? [] : [named]);
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>"Menade du ”lgs”?" for a name that nobody has.</summary>
    public string? Advice(string text) => Suggestion.Advice(Plain(text), _whole.Keys);

    private static IEnumerable<(string Name, IReadOnlyList<string> Groups)> Names(Collaboration collaboration) =>
    [
        .. collaboration.Groups.SelectMany(group => group.Aliases.Append(group.Name).Append(group.Id)
            .Select(name => (name, (IReadOnlyList<string>)[group.Id]))),
        .. collaboration.Joint.Select(joint => (joint.Name, joint.Groups)),
    ];

    // "au" alone is too short a word to look for in titles; as a whole cell it says which group is meant.
    private void AddLastParts(IReadOnlyList<Collaboration> collaborations)
    {
        var groups = collaborations.SelectMany(collaboration => collaboration.Groups);
        foreach (var same in groups.GroupBy(group => RuleIds.LastPart(group.Id)))
        {
            IEnumerable<IReadOnlyList<string>> answers = same.Select(group => (IReadOnlyList<string>)[group.Id]);
            _whole.TryAdd(same.Key, new NamedGroups(same.Key, [.. answers]));
        }
    }

    private static Regex Pattern(string name) => new(
        $@"(?<![\p{{L}}\p{{Nd}}]){Regex.Escape(name)}{(char.IsLetter(name[^1]) ? Ending : "")}(?![\p{{L}}\p{{Nd}}])",
        RegexOptions.CultureInvariant);

    private static string Plain(string text) =>
        string.Join(' ', text.ToLowerInvariant().Replace('–', '-')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
