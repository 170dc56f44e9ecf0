using AnnualCycle.Calendars;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Fills the annual wheel from a plan: for one collaboration, or for all of them together.</summary>
public sealed class PlanWheel(Plan plan, YearInput input)
{
    /// <summary>Every collaboration's groups in one wheel.</summary>
    public WheelYear Network() => Year($"Samverkansåret {plan.Year}", plan.Collaborations);

    public WheelYear Collaboration(PlannedCollaboration collaboration) =>
        Year($"Årshjul {plan.Year} – {collaboration.Name}", [collaboration]);

    private WheelYear Year(string title, IReadOnlyList<PlannedCollaboration> collaborations) => new(
        plan.Year, title, Subtitle(collaborations), input.Today,
        [.. collaborations.SelectMany(collaboration => Rings(collaboration, sections: collaborations.Count > 1))],
        [.. RedDays.In(plan.Year).Select(day => new WheelDay(day.Date, day.Name))],
        Periods(collaborations));

    // While every date is proposed the heading says so once; the marks stay as clear as they will be when adopted.
    private string? Subtitle(IReadOnlyList<PlannedCollaboration> collaborations)
    {
        var ids = collaborations.Select(collaboration => collaboration.Id).ToHashSet();
        var meetings = plan.Meetings
            .Where(meeting => !meeting.IsCancelled && meeting.Groups.Any(group => ids.Contains(group.Split('/')[0])))
            .ToList();
        return meetings.Any(meeting => meeting.Status == MeetingStatus.Proposed)
            ? "Föreslagna datum, ännu inte fastställda."
            : null;
    }

    // A group without a date in the year has no ring; its questions stand in the plan.
    private IEnumerable<WheelRing> Rings(PlannedCollaboration collaboration, bool sections)
    {
        var section = sections ? collaboration.Name : null;
        var groups = plan.Groups.Where(group => group.Collaboration == collaboration.Id)
            .Select(group => new WheelRing(group.Name, section, Marks(group)));
        var own = new WheelRing("Avtal och uppdragsbeskrivning", section, DeadlineMarks(collaboration.Id));
        return groups.Append(own).Where(ring => ring.Marks.Count > 0);
    }

    private IReadOnlyList<WheelMark> Marks(PlannedGroup group) =>
    [
        .. plan.Meetings.Where(meeting => !meeting.IsCancelled && meeting.Groups.Contains(group.Id))
            .Select(meeting => new WheelMark(meeting.Date, KindOf(meeting), meeting.Purpose ?? meeting.Title)),
        .. DeadlineMarks(group.Id),
    ];

    private IReadOnlyList<WheelMark> DeadlineMarks(string owner) => [.. plan.Deadlines
        .Where(deadline => deadline.Group == owner && deadline.Due?.Year == plan.Year)
        .Select(deadline => new WheelMark(
            deadline.Due!.Value, WheelMarkKind.Deadline, deadline.Title, deadline.Condition is null))];

    private static WheelMarkKind KindOf(PlannedMeeting meeting) => meeting.Kind switch
    {
        MeetingKind.Joint => WheelMarkKind.JointMeeting,
        MeetingKind.Preparatory => WheelMarkKind.Preparatory,
        MeetingKind.Given => WheelMarkKind.GivenDate,
        _ => WheelMarkKind.Meeting,
    };

    private IReadOnlyList<WheelPeriod> Periods(IReadOnlyList<PlannedCollaboration> collaborations)
    {
        var ids = collaborations.Select(collaboration => collaboration.Id).ToHashSet();
        var municipalities = input.Collaborations.Where(collaboration => ids.Contains(collaboration.Id))
            .SelectMany(collaboration => collaboration.Municipalities).Distinct();
        var breaks = municipalities.SelectMany(municipality => input.Calendar.SchoolBreaks(plan.Year, municipality))
            .Where(days => days.Name is not ("sommarlov" or "jullov"))
            .Select(days => new WheelPeriod($"{days.Name} {days.Municipality}",
                WheelPeriodKind.SchoolBreak, days.Days, days.Certain));
        var closed = input.Calendar.ClosedPeriods(plan.Year)
            .Select(period => new WheelPeriod(period.Name, WheelPeriodKind.Closed, period.Days));
        return [.. closed, .. breaks];
    }
}
