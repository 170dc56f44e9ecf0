using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>A whole calendar file: the iCalendar object, VCALENDAR (RFC 5545, section 3.4).</summary>
public sealed class CalendarObject
{
    private CalendarObject(CalendarText prodId, Method? method, FeedProperties? feed, ImmutableArray<Event> events)
    {
        if (prodId.IsBlank)
            throw new ArgumentException("A calendar names the product that made it (section 3.7.3).", nameof(prodId));
        if (events.GroupBy(e => e.Uid, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"Two events have the UID {twice.Key}.", nameof(events));
        (ProdId, Method, FeedProperties, Events, TimeZones) = (prodId, method, feed, events, ZonesOf(events, feed));
    }

    /// <summary>PRODID, such as <c>-//AnnualCycle//AnnualCycle//SV</c>.</summary>
    public CalendarText ProdId { get; }

    /// <summary>METHOD, or null for a plain collection of events.</summary>
    public Method? Method { get; }

    /// <summary>
    /// False where STATUS must not be written: to cancel for some attendees (RFC 5546, section 3.2.5).
    /// </summary>
    internal bool SaysStatus { get; private init; } = true;

    /// <summary>What a feed says about itself, or null for a single meeting.</summary>
    public FeedProperties? FeedProperties { get; }

    /// <summary>The events in the order they are written.</summary>
    public ImmutableArray<Event> Events { get; }

    /// <summary>The zones that the events use, in order of first use; a feed without events has its own.</summary>
    public ImmutableArray<VTimeZone> TimeZones { get; }

    /// <summary>
    /// A calendar to subscribe to. Organizers and attendees are left out: a feed goes to anyone who has its address.
    /// </summary>
    /// <exception cref="ArgumentException">Two events share a UID, or two zones a name.</exception>
    public static CalendarObject Feed(CalendarText prodId, FeedProperties feed, IEnumerable<Event> events) => new(
        prodId,
        feed.PublishAs is null ? null : ICalendar.Method.Publish,
        feed,
        [.. events.Select(e => e with { Organizer = feed.PublishAs, Attendees = [] })]);

    /// <summary>
    /// One meeting or a few to download and open: no name and no method, so programs add them to the user's own
    /// calendar.
    /// </summary>
    /// <exception cref="ArgumentException">There is no event, two share a UID, or two zones a name.</exception>
    public static CalendarObject Download(CalendarText prodId, IEnumerable<Event> events)
    {
        ImmutableArray<Event> all = [.. events.Select(e => e with { Organizer = null, Attendees = [] })];
        return all.IsEmpty
            ? throw new ArgumentException("A calendar has at least one component (section 3.6).", nameof(events))
            : new CalendarObject(prodId, null, null, all);
    }

    /// <summary>A message about one meeting; what it must hold is seen to by <see cref="SchedulingMessage"/>.</summary>
    internal static CalendarObject Message(CalendarText prodId, Method method, Event e, bool saysStatus) =>
        new(prodId, method, null, [e]) { SaysStatus = saysStatus };

    private static ImmutableArray<VTimeZone> ZonesOf(ImmutableArray<Event> events, FeedProperties? feed)
    {
        ImmutableArray<VTimeZone> zones = events.IsEmpty
            ? [feed!.TimeZone]
            : [.. events.Select(e => e.Time).OfType<ZonedEventTime>().Select(time => time.Start.Zone).Distinct()];
        return zones.DistinctBy(zone => zone.TzId).Count() == zones.Length
            ? zones
            : throw new ArgumentException("Two different time zones have one name.", nameof(events));
    }
}
