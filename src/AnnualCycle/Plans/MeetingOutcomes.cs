using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>Holds the sentences about meetings and their order against the plan.</summary>
/// <param name="hindrances">By rule id: why a demanded meeting has no date; null when all have one.</param>
internal sealed class MeetingOutcomes(YearInput input, MeetingsOfYear year, Func<string, string?> hindrances)
{
    private readonly IReadOnlyList<PlannedMeeting> _meetings = year.Counted;

    public RuleOutcome Of(Collaboration collaboration, Group group, MeetingRule rule)
    {
        var id = RuleIds.Of(group, rule);
        var joint = JointQuota.IsCounted(group, rule) ? JointQuota.Of(collaboration, group) : [];
        var together = joint.Sum(other => Planned(RuleIds.Of(collaboration, other)));
        var note = hindrances(id) ?? (together > 0 ? $"varav {together} gemensamma" : null);
        return Counted(id, RuleKind.Meetings, rule, Planned(id) + together, Notes.Joined(note, year.NoteOn(id)));
    }

    public RuleOutcome Of(Collaboration collaboration, JointMeeting joint)
    {
        var id = RuleIds.Of(collaboration, joint);
        var elsewhere = collaboration.Groups.FirstOrDefault(
            group => joint.Groups.Contains(group.Id) && group.Dates == DatesFrom.Given);
        var note = elsewhere is null ? null : IsOnDecidedDays(id, elsewhere)
            ? $"förslag: samma dagar som {elsewhere.Name}"
            : $"förslag: {elsewhere.Name} beslutar sina datum på annat håll";
        return Counted(
            id, RuleKind.Joint, joint.Rule, Planned(id), Notes.Joined(hindrances(id) ?? note, year.NoteOn(id)));
    }

    /// <summary>
    /// Demanded are the meetings to be prepared; planned are those with a preparatory meeting at the right distance.
    /// </summary>
    public RuleOutcome Of(Group group, Preparation preparation)
    {
        var prepared = _meetings.Where(meeting => IsPrepared(meeting, group, preparation)).ToList();
        var done = prepared.Count(main => _meetings.Any(meeting => IsBefore(meeting, group, main, preparation.Lead)));
        var isOpen = !preparation.BeforeEach || prepared.Count == 0;
        var status = isOpen ? RuleStatus.Open : done < prepared.Count ? RuleStatus.Short : RuleStatus.Fulfilled;
        var note = !preparation.BeforeEach ? "inte sagt hur ofta"
            : isOpen ? "datum saknas för det som bereds" : hindrances(RuleIds.Of(group, preparation));
        return Outcome(
            RuleIds.Of(group, preparation), RuleKind.Preparation, preparation.Source,
            new Numbers(isOpen ? null : prepared.Count, null, done), status, note);
    }

    private bool IsPrepared(PlannedMeeting meeting, Group group, Preparation preparation) =>
        meeting.Groups.Contains(preparation.For) && !meeting.Groups.Contains(group.Id)
        && (meeting.Groups.Count == 1 || meeting.Groups.Any(IsDecidedElsewhere));

    private bool IsDecidedElsewhere(string group) => input.Collaborations
        .SelectMany(collaboration => collaboration.Groups)
        .Any(other => other.Id == group && other.Dates == DatesFrom.Given);

    private bool IsOnDecidedDays(string joint, Group elsewhere) => _meetings.Where(meeting => meeting.Rule == joint)
        .All(meeting => _meetings.Any(given => given.Kind == MeetingKind.Given && given.Date == meeting.Date
            && given.Groups.Contains(elsewhere.Id)));

    private static bool IsBefore(PlannedMeeting meeting, Group group, PlannedMeeting main, LeadDays lead) =>
        meeting.Groups.Contains(group.Id) &&
        NodaTime.Period.DaysBetween(meeting.Date, main.Date) is var days && days >= lead.Min && days <= lead.Max;

    private int Planned(string rule) => _meetings.Count(meeting => meeting.Rule == rule);

    private RuleOutcome Counted(string id, RuleKind kind, MeetingRule rule, int planned, string? note)
    {
        var demanded = new RuleMeetings(input.Spans).Of(id, rule);
        var min = demanded.Count(meeting => meeting.Need == Need.Demanded);
        var isAsNeeded = demanded.Count == 0 && rule.Demands.All(demand => demand.AsNeeded || demand.Target is null);
        var max = rule.Demands.All(demand => demand.Max is not null || demand.Windows.Count > 0) && !isAsNeeded
            ? Ceiling(rule, demanded)
            : (int?)null;
        var isElsewhere = demanded.Count == 0 && !isAsNeeded && planned == 0;
        var status = isElsewhere ? RuleStatus.Open
            : planned < min ? RuleStatus.Short : planned > max ? RuleStatus.Over : RuleStatus.Fulfilled;
        var why = isElsewhere
            ? $"infaller inte säkert {input.Year}"
            : isAsNeeded ? "vid behov, inget bokas" : null;
        return Outcome(id, kind, rule.Source, new Numbers(isElsewhere ? null : min, max, planned), status, note ?? why);
    }

    // The charter's ceiling for the whole year: 6 for "2–3 per halvår".
    private int Ceiling(MeetingRule rule, IReadOnlyList<DemandedMeeting> demanded) => rule.Demands.Sum(demand =>
        demand.Windows.Count == 0 && demand.Max is { } max ? max * input.Spans.Of(demand.Per, demand.N).Count
            : Math.Max(demand.Max ?? 0, demanded.Count));

    private static RuleOutcome Outcome(
        string id, RuleKind kind, RuleSource source, Numbers numbers, RuleStatus status, string? note) => new(
        id, kind, source.Phrase, source.Document, source.Line, numbers.Min, numbers.Max, numbers.Planned, status, note);

    private sealed record Numbers(int? Min, int? Max, int Planned);
}
