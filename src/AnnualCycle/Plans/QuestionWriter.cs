using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>
/// Gathers what nobody has answered: the charters' own gaps, missing dates and unpublished school breaks.
/// </summary>
internal sealed class QuestionWriter(YearInput input, IReadOnlyList<PlannedDeadline> deadlines)
{
    private readonly ChairPeriods _chairs = new(input.Collaborations);

    public IReadOnlyList<OpenQuestion> Write() =>
        [.. input.Collaborations.SelectMany(Of).Concat(SchoolBreaks()).Distinct()];

    private IEnumerable<OpenQuestion> Of(Collaboration collaboration)
    {
        var asked = collaboration.Questions
            .Select(question => new OpenQuestion(
                question.Group ?? collaboration.Id, question.Line, question.Text, question.Suggestion)).ToList();
        var found = collaboration.Groups.SelectMany(Gaps)
            .Where(gap => !asked.Any(question => question.Line == gap.Line && IsSame(question.Group, gap.Group)));
        return [.. asked, .. found, .. OutOfOrder(collaboration)];
    }

    // A report that is written into another must be there before it.
    private IEnumerable<OpenQuestion> OutOfOrder(Collaboration collaboration) => deadlines
        .Where(own => own.Feeds is not null && own.Group.StartsWith(collaboration.Id + "/", StringComparison.Ordinal))
        .SelectMany(own => ReportChains.FedBy(own, deadlines).Where(fed => own.Due >= fed.Due).Select(fed => new OpenQuestion(
            own.Group, null, $"{own.Title} ska in {SwedishDates.Day(own.Due!.Value)}, men {LowerFirst(fed.Title)} som den ingår i ska vara klar "
                + $"{SwedishDates.Day(fed.Due!.Value)}. Vilken dag ska ändras?", Suggestion: null)));

    // A charter file that asks about a sentence itself, for the group or for all, asks better than we do.
    private static bool IsSame(string asked, string group) =>
        asked == group || group.StartsWith(asked + "/", StringComparison.Ordinal);

    private IEnumerable<OpenQuestion> Gaps(Group group) =>
    [
        .. Dates(group),
        .. group.Reports.Where(report => IsUndated(group, report)).Select(report => new OpenQuestion(
            group.Id, report.Source.Line, $"Vilken dag ska {LowerFirst(report.Title)} vara klar?", Suggestion: null)),
        .. Chairs(group),
    ];

    private IEnumerable<OpenQuestion> Chairs(Group group)
    {
        if (group.Chair is not { Months: not null } chair)
        {
            yield break;
        }

        var (since, partner) = (_chairs.StartOf(group), _chairs.Partner(group));
        if (since is null)
        {
            yield return Ask($"När började den nuvarande ordförandeperioden i {group.Name}?");
        }
        else if (chair.Holds is null && chair.Alternates.Count > 1)
        {
            yield return Ask($"Vilken huvudman har ordförandeskapet i {group.Name} från den {SwedishDates.Day(since.Value)} {since.Value.Year}?");
        }

        if (partner is { Chair.Since: not null } && chair.Since is not null
            && !_chairs.ShiftsOf(group, input.Days.End).Where(input.Days.Contains)
                .SequenceEqual(_chairs.ShiftsOf(partner, input.Days.End).Where(input.Days.Contains)))
        {
            yield return Ask($"Ordförandeskapet i {group.Name} ska växla samma dag som i {partner.Name}. Vilken dag är rätt?");
        }

        OpenQuestion Ask(string text) => new(group.Id, chair.Source.Line, text, Suggestion: null);
    }

    private IEnumerable<OpenQuestion> Dates(Group group) =>
        group.Dates == DatesFrom.Given
            && !input.Given.Any(date => date.Group == group.Id && input.Days.Contains(date.Date))
            ? [new OpenQuestion(group.Id, group.Line, $"Vilka dagar möts {group.Name} {input.Year}?", Suggestion: null)]
            : [];

    private bool IsUndated(Group group, Duty report) =>
        deadlines.Any(deadline => deadline.Due is null && deadline.Rule == RuleIds.Of(group, report));

    private IEnumerable<OpenQuestion> SchoolBreaks() => input.Collaborations
        .SelectMany(collaboration =>
            collaboration.Municipalities.Select(municipality => (collaboration.Id, municipality)))
        .DistinctBy(pair => pair.municipality)
        .Select(pair => (pair.Id, text: input.Calendar.SchoolBreakQuestion(input.Year, pair.municipality)))
        .Where(pair => pair.text is not null)
        .Select(pair => new OpenQuestion(pair.Id, Line: null, pair.text!, Suggestion: null));

    private static string LowerFirst(string text) =>
        text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
