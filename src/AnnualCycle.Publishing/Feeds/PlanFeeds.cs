using AnnualCycle.ICalendar;
using AnnualCycle.Plans;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>
/// The calendars of a plan that people subscribe to: one for each group, one for each collaboration, one for all.
/// </summary>
/// <remarks>Feeds carry no METHOD, one VEVENT per meeting in UTC, and neither organizer nor attendees.</remarks>
public sealed class PlanFeeds(FeedSource source)
{
    private static readonly CalendarText Product = "-//AnnualCycle//AnnualCycle//SV";

    private readonly FeedEvents _events = new(source);

    /// <summary>The whole network's year.</summary>
    public byte[] Network() => Write(
        $"Samverkansåret {source.Plan.Year}", "Alla gruppers möten och frister",
        source.Plan.Meetings, source.Plan.Deadlines);

    /// <summary>Every group of a collaboration; a joint meeting stands there once.</summary>
    public byte[] Collaboration(PlannedCollaboration collaboration) => Write(
        collaboration.Name, $"Möten och frister i {collaboration.Name}",
        source.Plan.Meetings.Where(meeting => meeting.Groups.Any(group => IsOf(group, collaboration.Id))),
        source.Plan.Deadlines.Where(deadline => IsOf(deadline.Group, collaboration.Id)));

    /// <summary>One group's meetings, its joint ones among them, and what it owes.</summary>
    public byte[] Group(PlannedGroup group) => Write(
        group.Name, $"Möten och frister för {group.Name}",
        source.Plan.Meetings.Where(meeting => meeting.Groups.Contains(group.Id)),
        source.Plan.Deadlines.Where(deadline => deadline.Group == group.Id));

    private byte[] Write(
        string name, string description, IEnumerable<PlannedMeeting> meetings, IEnumerable<PlannedDeadline> deadlines)
    {
        var feed = new FeedProperties(name, VTimeZone.EuropeStockholm) { Description = description };
        var events = meetings.Select(_events.Of)
            .Concat(deadlines.Where(deadline => deadline.Due is not null).Select(_events.Of));
        return CalendarWriter.ToBytes(CalendarObject.Feed(Product, feed, events));
    }

    private static bool IsOf(string id, string collaboration) =>
        id == collaboration || id.StartsWith(collaboration + "/", StringComparison.Ordinal);
}
