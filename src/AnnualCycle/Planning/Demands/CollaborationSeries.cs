using AnnualCycle.Charters;

namespace AnnualCycle.Planning.Demands;

/// <summary>The series that one collaboration's rules demand, before the order between groups is looked at.</summary>
internal sealed class CollaborationSeries(
    Collaboration collaboration, YearSpans spans, IReadOnlyList<GivenDate> given)
{
    private readonly RuleMeetings _meetings = new(spans);

    public List<MeetingSeries> Build() =>
        [.. collaboration.Groups.SelectMany(OfGroup), .. collaboration.Joint.Select(OfJoint).OfType<MeetingSeries>()];

    private IEnumerable<MeetingSeries> OfGroup(Group group)
    {
        var dates = given.Where(date => date.Group == group.Id)
            .OrderBy(date => date.Date).ThenBy(date => date.Start).ToList();
        var planned = group.Dates == DatesFrom.Rules ? OfRules(group).ToList() : [];
        return dates.Count == 0 ? planned : new GivenSeries(group, dates).Among(planned);
    }

    private IEnumerable<MeetingSeries> OfRules(Group group)
    {
        var named = group.Meetings.Where(RuleMeetings.NamesItsTimes)
            .SelectMany(rule => _meetings.Of(RuleIds.Of(group, rule), rule))
            .OrderBy(meeting => meeting.Window.Start).ToList();
        var counted = group.Meetings.Where(rule => !RuleMeetings.NamesItsTimes(rule))
            .Select(rule => Ordinary(group, RuleIds.Of(group, rule), Fewer(group, rule), spread: true));
        return counted.Prepend(Ordinary(group, group.Id, named, spread: false))
            .Where(series => series.Meetings.Count > 0);
    }

    private static MeetingSeries Ordinary(
        Group group, string id, IReadOnlyList<DemandedMeeting> meetings, bool spread) => new()
    {
        Id = id,
        Owners = [group],
        Kind = SeriesKind.Ordinary,
        Title = group.Name,
        Form = group.Form,
        Meetings = meetings,
        Spread = spread,
    };

    // A joint meeting is one of a group's "6–8": where a rule has a range, fewer of the group's own are planned.
    private IReadOnlyList<DemandedMeeting> Fewer(Group group, MeetingRule rule)
    {
        var meetings = _meetings.Of(RuleIds.Of(group, rule), rule);
        var joint = JointQuota.IsCounted(group, rule) && rule.Demands.Any(demand => demand.Max > demand.Min)
            ? JointQuota.Of(collaboration, group)
                .Sum(meeting => meeting.Rule.Demands.Sum(demand => demand.Min ?? 0))
            : 0;
        return meetings.Count > joint ? [.. meetings.Skip(joint)] : meetings;
    }

    private MeetingSeries? OfJoint(JointMeeting joint)
    {
        var meetings = _meetings.Of(RuleIds.Of(collaboration, joint), joint.Rule);
        return meetings.Count == 0 ? null : JointOnGivenDays.Attach(new MeetingSeries
        {
            Id = RuleIds.Of(collaboration, joint),
            Owners = [.. collaboration.Groups.Where(group => joint.Groups.Contains(group.Id))],
            Kind = SeriesKind.Joint,
            Title = joint.Name,
            Form = joint.Form,
            Meetings = meetings,
            Spread = !RuleMeetings.NamesItsTimes(joint.Rule),
        }, given);
    }
}
