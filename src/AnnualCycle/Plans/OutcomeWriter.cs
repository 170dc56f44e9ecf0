using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>Holds every sentence of every charter against the plan.</summary>
internal sealed class OutcomeWriter(
    PlanDraft draft, IReadOnlyList<PlannedMeeting> meetings, IReadOnlyList<PlannedDeadline> deadlines)
{
    private readonly MeetingOutcomes _meetings = new(draft, meetings);
    private readonly DutyOutcomes _duties = new(meetings, deadlines);

    public IReadOnlyList<PlannedGroup> Write() => [.. draft.Input.Collaborations.SelectMany(
        collaboration => collaboration.Groups.Select(group => Write(collaboration, group)))];

    private PlannedGroup Write(Collaboration collaboration, Group group) => new(
        group.Id, group.Name, collaboration.Id, group.Municipality, UsualOf(group),
        [
            .. group.Meetings.Select(rule => _meetings.Of(collaboration, group, rule)),
            .. collaboration.Joint.Where(joint => joint.Groups.Contains(group.Id))
            .Select(joint => _meetings.Of(collaboration, joint)),
            .. group.Prepares.Select(preparation => _meetings.Of(group, preparation)),
            .. group.Reports.Select(report => _duties.Of(group, report, RuleKind.Report)),
            .. group.Tasks.Select(task => _duties.Of(group, task, RuleKind.Task)),
            .. group.Chair is { } chair ? [DutyOutcomes.Of(group, chair)] : Array.Empty<RuleOutcome>(),
        ])
    {
        HasFeed = group.Dates != DatesFrom.Elsewhere || meetings.Any(meeting => meeting.Groups.Contains(group.Id)),
        Seats = [.. group.Seats.Select(seat => seat.Id)],
    };

    private string? UsualOf(Group group)
    {
        var series = draft.Year.Network.Series;
        var chain = Enumerable.Range(0, series.Count)
            .Where(index => series[index].Kind == SeriesKind.Ordinary && series[index].Owners[0].Id == group.Id)
            .Cast<int?>().FirstOrDefault();
        return chain is { } found ? UsualTexts.Of(draft.Year.Usual[found]) : null;
    }
}
