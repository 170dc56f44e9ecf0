using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Check;

/// <summary>Holds a calendar that people already keep against the charters of a year.</summary>
public static class CalendarCheck
{
    /// <param name="file">The calendar as the user named it.</param>
    /// <param name="events">All its events, also those of other years.</param>
    /// <param name="only">Full id of one group or of one collaboration; null for all.</param>
    public static CheckReport Of(YearInput input, string file, IReadOnlyList<HeldEvent> events, string? only = null)
    {
        var sorted = SortedEvents.Of(input, events, only);
        bool IsChecked(Group group) =>
            only is null || group.Id == only || group.Id.StartsWith(only + "/", StringComparison.Ordinal);
        var others = new OtherSentences(sorted.Meetings, sorted.LastDays, input.Days);
        var groups = new GroupCheck(input, sorted.Meetings, others);
        var collaborations = input.Collaborations.Select(collaboration => groups.Of(collaboration, IsChecked))
            .Where(collaboration => collaboration.Groups.Count > 0).ToList();
        var (days, clashes) = (new DayCheck(input), new ClashCheck(input, sorted.Meetings));
        bool IsSeen(HeldMeeting meeting) => meeting.Groups.Any(IsChecked);
        return new CheckReport(input.Year, file, collaborations)
        {
            Clashes = [.. clashes.Clashes().Where(clash => IsSeen(clash.First) || IsSeen(clash.Second))],
            Closed = [.. sorted.Meetings.Where(IsSeen).SelectMany(days.Closed)],
            Remarks = [.. sorted.Meetings.Where(IsSeen).SelectMany(days.Drawbacks)
                .Concat(clashes.Tight().Where(remark => IsSeen(remark.Meeting)))
                .Concat(sorted.Repeated.Where(IsSeen)
                    .Select(meeting => new Remark(meeting, "står flera gånger i kalendern; räknas en gång")))
                .OrderBy(remark => remark.Meeting.Date)],
            Unmatched = sorted.Unmatched,
            LeftOut = sorted.LeftOut,
        };
    }
}
