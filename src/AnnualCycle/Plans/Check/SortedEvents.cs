using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Check;

/// <summary>The events of a calendar by what they are to the year: meetings, last days, and what is left out.</summary>
internal sealed record SortedEvents(IReadOnlyList<HeldMeeting> Meetings, LeftOut LeftOut)
{
    public required IReadOnlyList<(HeldEvent Day, IReadOnlyList<Group> Groups)> LastDays { get; init; }

    public required IReadOnlyList<UnmatchedEvent> Unmatched { get; init; }

    /// <summary>Meetings that the calendar holds more than once, as calendars put together from several do.</summary>
    public required IReadOnlyList<HeldMeeting> Repeated { get; init; }

    public static SortedEvents Of(YearInput input, IReadOnlyList<HeldEvent> events, string? asked)
    {
        var year = events.Where(entry => entry.Date.Year == input.Year).ToList();
        var live = year.Where(entry => !entry.IsCancelled)
            .OrderBy(entry => entry.Date).ThenBy(entry => entry.Start).ThenBy(entry => entry.Line).ToList();
        var matcher = new EventMatcher(input.Collaborations, asked);
        var matched = live.Zip(matcher.Groups(live)).ToList();
        var lastDays = matched.Where(pair => IsLastDay(pair.First, pair.Second)).ToList();
        var meetings = matched.Except(lastDays).Where(pair => pair.Second.Count > 0)
            .Select(pair => new HeldMeeting(pair.First, pair.Second)).GroupBy(Same).ToList();
        return new SortedEvents(
            [.. meetings.Select(same => same.First())],
            new LeftOut(events.Count - year.Count, year.Count - live.Count, lastDays.Count))
        {
            LastDays = lastDays,
            Unmatched = [.. matched.Except(lastDays).Where(pair => pair.Second.Count == 0)
                .Select(pair => matcher.Unmatched(pair.First))],
            Repeated = [.. meetings.Where(same => same.Count() > 1).Select(same => same.First())],
        };
    }

    // An event of whole days with the title of something that its group owes is the day on which that is due.
    private static bool IsLastDay(HeldEvent entry, IReadOnlyList<Group> groups) => entry.IsDeadline ||
        (entry.Start is null && groups.SelectMany(group => group.Reports.Concat(group.Tasks))
            .Any(duty => OtherSentences.IsAbout(entry, duty)));

    private static (object, object?, object?, string, string) Same(HeldMeeting meeting) => (
        meeting.Date, meeting.Event.Start, meeting.Event.End, meeting.Title,
        string.Join(' ', meeting.Groups.Select(group => group.Id)));
}
