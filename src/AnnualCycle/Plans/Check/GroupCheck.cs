using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans.Holidays;

namespace AnnualCycle.Plans.Check;

/// <summary>Holds every sentence about a group against the year's meetings.</summary>
internal sealed class GroupCheck(YearInput input, IReadOnlyList<HeldMeeting> meetings, OtherSentences others)
{
    private readonly RuleMeetings _demands = new(input.Spans);

    public CheckedCollaboration Of(Collaboration collaboration, Func<Group, bool> isChecked) => new(
        collaboration.Id, collaboration.Name,
        [.. collaboration.Groups.Where(isChecked).Select(group => Of(collaboration, group))]);

    private CheckedGroup Of(Collaboration collaboration, Group group)
    {
        var own = meetings.Where(meeting => meeting.Is(group.Id)).ToList();
        return new CheckedGroup(group.Id, group.Name, own,
        [
            .. OwnRules(group, own),
            .. collaboration.Joint.Where(joint => joint.Groups.Contains(group.Id))
                .Select(joint => Joint(collaboration, joint)),
            .. group.Prepares.Select(preparation => others.Of(group, preparation)),
            .. group.HolidayCoordination is { } holidays
                ? [new HolidayOutcomes(input).Check(group, holidays, [.. own.Select(meeting => meeting.Date)])]
                : Array.Empty<RuleOutcome>(),
            .. group.Reports.Select(report => others.Of(group, report, RuleKind.Report)),
            .. group.Tasks.Select(task => others.Of(group, task, RuleKind.Task)),
            .. group.Chair is { } chair ? [OtherSentences.Of(group, chair)] : Array.Empty<RuleOutcome>(),
        ]);
    }

    // Named times are shared out over all the group's sentences at once: one meeting keeps one of them.
    private IEnumerable<RuleOutcome> OwnRules(Group group, IReadOnlyList<HeldMeeting> own)
    {
        var rules = group.Meetings.Select(rule => (rule, demanded: Demanded(RuleIds.Of(group, rule), rule))).ToList();
        var sentences = Sentences([group], group.Meetings, rules.SelectMany(entry => entry.demanded), own);
        return rules.Select(entry => sentences.Of(
            RuleIds.Of(group, entry.rule), RuleKind.Meetings, entry.rule, entry.demanded));
    }

    private RuleOutcome Joint(Collaboration collaboration, JointMeeting joint)
    {
        var id = RuleIds.Of(collaboration, joint);
        var owners = new JointOwners(collaboration);
        var held = meetings.Where(meeting => owners.Is(meeting, joint)).ToList();
        var demanded = Demanded(id, joint.Rule);
        var groups = collaboration.Groups.Where(group => joint.Groups.Contains(group.Id)).ToList();
        return Sentences(groups, [joint.Rule], demanded, held).Of(id, RuleKind.Joint, joint.Rule, demanded);
    }

    private IReadOnlyList<DemandedMeeting> Demanded(string id, MeetingRule rule) =>
        RuleMeetings.NamesItsTimes(rule) && !rule.Demands.Any(demand => demand.Blackout) ? _demands.Of(id, rule) : [];

    private MeetingSentences Sentences(
        IReadOnlyList<Group> groups, IReadOnlyList<MeetingRule> rules, IEnumerable<DemandedMeeting> demanded,
        IReadOnlyList<HeldMeeting> own)
    {
        var isCounted = rules.Where(rule => !RuleMeetings.NamesItsTimes(rule))
            .SelectMany(rule => rule.Demands).Any(demand => demand.Min is not null);
        var breaks = groups.SelectMany(group => group.SchoolBreaksOf).Distinct();
        var days = input.Calendar.Year(input.Year, new Audience([.. breaks], Preparatory: false));
        var open = days.Where(day => day.IsOpen).Select(day => day.Date).ToHashSet();
        return new MeetingSentences(
            new CountedTimes(input.Spans, open.Contains), _demands, new NamedTimes([.. demanded], own), own, isCounted);
    }
}
