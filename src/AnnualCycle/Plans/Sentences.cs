using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>The charter's words behind each rule that demands meetings.</summary>
internal sealed class Sentences
{
    private readonly Dictionary<string, Sentence> _byRule = [];

    public Sentences(IReadOnlyList<Collaboration> collaborations)
    {
        foreach (var collaboration in collaborations)
        {
            foreach (var joint in collaboration.Joint)
            {
                Add(RuleIds.Of(collaboration, joint), joint.Rule.Source, joint.Rule.Purpose);
            }

            foreach (var group in collaboration.Groups)
            {
                AddAll(group);
            }
        }
    }

    public Sentence? Of(string rule) => _byRule.GetValueOrDefault(rule);

    private void AddAll(Group group)
    {
        foreach (var rule in group.Meetings)
        {
            Add(RuleIds.Of(group, rule), rule.Source, rule.Purpose);
        }

        if (group.HolidayCoordination is { } coordination)
        {
            AddAll(group, coordination);
        }

        foreach (var preparation in group.Prepares)
        {
            Add(RuleIds.Of(group, preparation), preparation.Source, purpose: null);
        }
    }

    private void AddAll(Group group, HolidayCoordination coordination)
    {
        foreach (var (holiday, part) in coordination.Holidays
            .SelectMany(holiday => Enum.GetValues<HolidayPart>().Select(part => (holiday, part))))
        {
            Add(RuleIds.Of(group, holiday, part), coordination.Source, part == HolidayPart.Before
                ? $"Stämma av inför {HolidayNames.Name(holiday)}"
                : $"Se tillbaka på {HolidayNames.Name(holiday)}");
        }
    }

    private void Add(string rule, RuleSource source, string? purpose) =>
        _byRule.TryAdd(rule, new Sentence(Text(source), purpose));

    /// <summary>"”Början av februari”, Uppdragsbeskrivning för ledningsgrupp i samverkan, rad 70".</summary>
    public static string Text(RuleSource source) => source.Place.Length == 0
        ? $"”{source.Phrase}”, {source.Document}"
        : $"”{source.Phrase}”, {source.Document}, {source.Place}";

    internal sealed record Sentence(string Text, string? Purpose);
}
