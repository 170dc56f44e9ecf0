using AnnualCycle.Charters;
using AnnualCycle.ICalendar;
using AnnualCycle.Plans;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>
/// The calendars of plans that people subscribe to: for a group, a collaboration, a person, or all together.
/// </summary>
/// <remarks>Feeds carry no METHOD, one VEVENT per meeting in UTC, and neither organizer nor attendees.</remarks>
public sealed class PlanFeeds(FeedSource source)
{
    internal static readonly CalendarText Product = "-//AnnualCycle//AnnualCycle//SV";

    /// <summary>The whole network's year, for anybody.</summary>
    public byte[] Network() => Write(isPublic: true,
        $"Samverkansåret {string.Join("–", source.Years.Select(plan => plan.Year).Distinct())}",
        "Alla gruppers möten och frister", source.Meetings, source.Deadlines);

    /// <summary>Every group of a collaboration; a joint meeting stands there once.</summary>
    public byte[] Collaboration(PlannedCollaboration collaboration) => Write(collaboration.Public,
        collaboration.Name, $"Möten och frister i {collaboration.Name}",
        source.Meetings.Where(meeting => meeting.Groups.Any(group => IsOf(group, collaboration.Id))),
        source.Deadlines.Where(deadline => IsOf(deadline.Group, collaboration.Id)));

    /// <summary>One group's meetings, its joint ones among them, and what it owes.</summary>
    public byte[] Group(PlannedGroup group) => Write(IsPublic(group.Collaboration),
        group.Name, $"Möten och frister för {group.Name}",
        source.Meetings.Where(meeting => meeting.Groups.Contains(group.Id)),
        source.Deadlines.Where(deadline => deadline.Group == group.Id));

    /// <summary>Everything that a person's groups meet for and owe, each thing once.</summary>
    /// <param name="groups">Full ids of the groups in which the person has a seat.</param>
    /// <param name="invited">UIDs of meetings that are left out, as an invite shows them already.</param>
    /// <param name="work">Work around meetings that the person answers for; no plan has it.</param>
    public byte[] Person(string name, IReadOnlySet<string> groups, IReadOnlySet<string>? invited = null,
        IReadOnlyList<PlannedDeadline>? work = null) => Write(isPublic: false,
        $"Samverkan – {name}", $"Möten och frister i grupperna där {name} har en plats",
        source.Meetings.Where(meeting => meeting.Groups.Any(groups.Contains) && invited?.Contains(meeting.Uid) != true),
        source.Deadlines.Where(deadline => groups.Contains(deadline.Group)).Concat(work ?? []));

    /// <summary>The year's storhelger across the collaborations that anybody may read of.</summary>
    /// <param name="open">Those, as their charters in force say.</param>
    /// <param name="host">The host part of UIDs.</param>
    public byte[] Holidays(IReadOnlyList<Collaboration> open, string host) => new HolidayFeed(source, open, host).Render();

    private byte[] Write(bool isPublic, string name, string description,
        IEnumerable<PlannedMeeting> meetings, IEnumerable<PlannedDeadline> deadlines)
    {
        var own = new FeedEvents(source, isPublic);
        var feed = new FeedProperties(name, VTimeZone.EuropeStockholm) { Description = description };
        var events = meetings.Select(own.Of)
            .Concat(deadlines.Where(deadline => deadline.Due is not null).Select(own.Of));
        return CalendarWriter.ToBytes(CalendarObject.Feed(Product, feed, events));
    }

    // As its latest year says; a plan made from files alone says it in that one year.
    private bool IsPublic(string collaboration) => source.Years.SelectMany(plan => plan.Collaborations)
        .LastOrDefault(own => own.Id == collaboration)?.Public ?? true;

    private static bool IsOf(string id, string collaboration) =>
        id == collaboration || id.StartsWith(collaboration + "/", StringComparison.Ordinal);
}
