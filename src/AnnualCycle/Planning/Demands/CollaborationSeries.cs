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
        var dates = given.Where(date => date.Group == group.Id).OrderBy(date => date.Date).ToList();
        if (dates.Count > 0)
        {
            return [OfGiven(group, dates)];
        }

        return group.Dates == DatesFrom.Rules ? OfRules(group) : [];
    }

    private static MeetingSeries OfGiven(Group group, List<GivenDate> dates) => new()
    {
        Id = group.Id,
        Owners = [group],
        Kind = SeriesKind.Given,
        Title = group.Name,
        Form = group.Form,
        Meetings = [.. dates.Select(date => new DemandedMeeting(
            GivenRule(group), new NodaTime.DateInterval(date.Date, date.Date), null, Need.Demanded))],
        Given = dates,
    };

    // Given dates are held against the group's first rule, when it has one.
    private static string GivenRule(Group group) =>
        group.Meetings.Count > 0 ? RuleIds.Of(group, group.Meetings[0]) : group.Id + "/givna-datum";

    private IEnumerable<MeetingSeries> OfRules(Group group)
    {
        var named = group.Meetings.Where(RuleMeetings.NamesItsTimes)
            .SelectMany(rule => _meetings.Of(RuleIds.Of(group, rule), rule))
            .OrderBy(meeting => meeting.Window.Start).ToList();
        var counted = group.Meetings.Where(rule => !RuleMeetings.NamesItsTimes(rule))
            .Select(rule => Ordinary(group, RuleIds.Of(group, rule), Fewer(group, _meetings.Of(RuleIds.Of(group, rule), rule)), true));
        return counted.Prepend(Ordinary(group, group.Id, named, spread: false)).Where(series => series.Meetings.Count > 0);
    }

    private static MeetingSeries Ordinary(Group group, string id, IReadOnlyList<DemandedMeeting> meetings, bool spread) => new()
    {
        Id = id,
        Owners = [group],
        Kind = SeriesKind.Ordinary,
        Title = group.Name,
        Form = group.Form,
        Meetings = meetings,
        Spread = spread,
    };

    // A joint meeting is one of a group's "6–8": where a rule has a ceiling, fewer of the group's own are planned.
    private IReadOnlyList<DemandedMeeting> Fewer(Group group, IReadOnlyList<DemandedMeeting> meetings)
    {
        var hasCeiling = group.Meetings.SelectMany(rule => rule.Demands).Any(demand => demand.Max > demand.Min);
        var joint = collaboration.Joint.Where(meeting => meeting.Groups.Contains(group.Id))
            .Sum(meeting => meeting.Rule.Demands.Sum(demand => demand.Min ?? 0));
        return hasCeiling && meetings.Count > joint ? [.. meetings.Skip(joint)] : meetings;
    }

    private MeetingSeries? OfJoint(JointMeeting joint)
    {
        var meetings = _meetings.Of(RuleIds.Of(collaboration, joint), joint.Rule);
        return meetings.Count == 0 ? null : new MeetingSeries
        {
            Id = RuleIds.Of(collaboration, joint),
            Owners = [.. collaboration.Groups.Where(group => joint.Groups.Contains(group.Id))],
            Kind = SeriesKind.Joint,
            Title = joint.Name,
            Form = joint.Form,
            Meetings = meetings,
            Spread = !RuleMeetings.NamesItsTimes(joint.Rule),
        };
    }
}
