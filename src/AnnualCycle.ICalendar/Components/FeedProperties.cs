namespace AnnualCycle.ICalendar;

/// <summary>
/// What a subscribed calendar says about itself (RFC 7986, section 5); never part of an invite or a single meeting.
/// </summary>
/// <remarks>Outlook makes a new calendar of any file with a name in it (MS-OXCICAL, X-WR-CALNAME).</remarks>
public sealed record FeedProperties
{
    /// <summary>Takes the name people see and the zone that the calendar is kept in.</summary>
    /// <param name="name">NAME and X-WR-CALNAME; may not be blank.</param>
    /// <param name="timeZone">
    /// X-WR-TIMEZONE, and the one component of a feed without events (RFC 5545, section 3.6).
    /// </param>
    public FeedProperties(CalendarText name, VTimeZone timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        if (name.IsBlank)
            throw new ArgumentException("A feed needs a name.", nameof(name));
        (Name, TimeZone) = (name, timeZone);
    }

    /// <summary>What the calendar is called.</summary>
    public CalendarText Name { get; }

    /// <summary>The zone it is kept in.</summary>
    public VTimeZone TimeZone { get; }

    /// <summary>DESCRIPTION and X-WR-CALDESC; nothing is written when blank.</summary>
    public CalendarText Description { get; init; }

    /// <summary>
    /// REFRESH-INTERVAL and X-PUBLISHED-TTL: how often to ask again, a hint that most programs pass over.
    /// </summary>
    public CalendarDuration RefreshInterval
    {
        get;
        init => field = !value.IsNegative && value != default
            ? value
            : throw new ArgumentException("RFC 7986, section 5.7: the interval is positive.", nameof(value));
    } = CalendarDuration.OfTime(TimeSpan.FromHours(1));

    /// <summary>COLOR.</summary>
    public ColorName? Color { get; init; }

    /// <summary>SOURCE: where the feed is fetched.</summary>
    public CalendarUri? Source { get; init; }

    /// <summary>
    /// Makes the feed a METHOD:PUBLISH message from this organizer, for programs that want one; null for a plain feed.
    /// </summary>
    /// <remarks>
    /// RFC 5546, section 3.2.1, then wants ORGANIZER in every event, and HTTP must say <c>method=PUBLISH</c>.
    /// </remarks>
    public Organizer? PublishAs { get; init; }
}
