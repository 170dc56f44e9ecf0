using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>
/// A group's decided dates among the meetings that its rules demand: each takes the place of one of them.
/// </summary>
internal sealed class GivenSeries(Group group, IReadOnlyList<GivenDate> dates)
{
    /// <summary>The decided dates as a series of their own, and what the rules still demand beside them.</summary>
    public IEnumerable<MeetingSeries> Among(IReadOnlyList<MeetingSeries> planned)
    {
        var open = planned.Select(series => series.Meetings.ToList()).ToList();
        var decided = dates.Select(date => Take(open, date)).ToList();
        var rest = planned.Select((series, index) => series with { Meetings = open[index] });
        return rest.Where(series => series.Meetings.Count > 0).Prepend(Decided(decided));
    }

    // A window that holds the date first, then any meeting that may stand anywhere near it.
    private string Take(List<List<DemandedMeeting>> open, GivenDate date)
    {
        var fitting = open.SelectMany(meetings => meetings).Where(meeting => meeting.Window.Contains(date.Date))
            .OrderBy(meeting => meeting.Window.Length).FirstOrDefault();
        open.ForEach(meetings => meetings.Remove(fitting!));
        return fitting?.Rule
            ?? (group.Meetings.Count > 0 ? RuleIds.Of(group, group.Meetings[0]) : $"{group.Id}/givna-datum");
    }

    private MeetingSeries Decided(List<string> rules) => new()
    {
        Id = group.Id + "/givna-datum",
        Owners = [group],
        Kind = SeriesKind.Given,
        Title = group.Name,
        Form = group.Form,
        Meetings = [.. dates.Zip(rules, (date, rule) =>
            new DemandedMeeting(rule, new DateInterval(date.Date, date.Date), null, Need.Demanded))],
        Given = dates,
    };
}
