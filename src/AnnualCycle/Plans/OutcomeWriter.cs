using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans.Holidays;

namespace AnnualCycle.Plans;

/// <summary>Holds every sentence of every charter against the plan.</summary>
/// <param name="deadlines">Of the whole year, those that passed before planning began too.</param>
internal sealed class OutcomeWriter(
    YearInput input, MeetingsOfYear year, IReadOnlyList<PlannedDeadline> deadlines, PlanSource source)
{
    private readonly MeetingOutcomes _meetings = new(input, year, source.Hindrance);
    private readonly HolidayOutcomes _holidays = new(input, year, source.Hindrance);
    private readonly DutyOutcomes _duties = new(year, deadlines);
    private readonly ChairPeriods _chairs = new(input.Collaborations);

    public IReadOnlyList<PlannedGroup> Write() => [.. input.Collaborations.SelectMany(
        collaboration => collaboration.Groups.Select(group => Write(collaboration, group)))];

    private PlannedGroup Write(Collaboration collaboration, Group group) => new(
        group.Id, group.Name, collaboration.Id, group.Municipality, source.Usual(group),
        [
            .. group.Meetings.Select(rule => _meetings.Of(collaboration, group, rule)),
            .. collaboration.Joint.Where(joint => joint.Groups.Contains(group.Id))
            .Select(joint => _meetings.Of(collaboration, joint)),
            .. group.Prepares.Select(preparation => _meetings.Of(group, preparation)),
            .. group.HolidayCoordination is { } holidays ? [_holidays.Of(group, holidays)] : Array.Empty<RuleOutcome>(),
            .. group.Reports.Select(report => _duties.Of(group, report, RuleKind.Report)),
            .. group.Tasks.Select(task => _duties.Of(group, task, RuleKind.Task)),
            .. group.Chair is { } chair ? [DutyOutcomes.Of(group, chair, _chairs.StartOf(group))] : Array.Empty<RuleOutcome>(),
        ])
    {
        HasFeed = group.Dates != DatesFrom.Elsewhere || year.All.Any(meeting => meeting.Groups.Contains(group.Id)),
        Chairs = ChairsOf(group),
        Seats = [.. group.Seats.Select(seat => seat.Id)],
    };

    // From the one who chairs when the year begins.
    private IReadOnlyList<ChairTerm> ChairsOf(Group group)
    {
        var terms = _chairs.Of(group, input.Days.End);
        return [.. terms.Where((term, index) => index + 1 == terms.Count || terms[index + 1].From > input.Days.Start)];
    }
}
