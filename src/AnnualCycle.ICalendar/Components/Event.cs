using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// A meeting, deadline or task in a calendar: VEVENT (RFC 5545, section 3.6.1), single and without recurrence.
/// </summary>
/// <remarks>Nothing in it is taken from the clock; the same event gives the same bytes.</remarks>
public sealed record Event
{
    /// <summary>Takes what every event must have.</summary>
    /// <param name="uid">
    /// The meeting's name for life (RFC 5545, section 3.8.4.7): 1 to 254 octets, no control characters.
    /// </param>
    /// <param name="dtStamp">
    /// In a feed the time of its last change, in a message the time the message was made (section 3.8.7.2).
    /// </param>
    /// <param name="time">When it is.</param>
    /// <param name="summary">What people see in their calendar; a cancelled one says so here.</param>
    /// <exception cref="ArgumentException">
    /// The UID is empty, too long or has control characters, or the summary is blank.
    /// </exception>
    public Event(string uid, UtcTime dtStamp, EventTime time, CalendarText summary)
    {
        if (uid.Length == 0 || Encoding.UTF8.GetByteCount(uid) > 254 || new CalendarText(uid).Value != uid
            || uid.AsSpan().ContainsAny('\n', '\t'))
            throw new ArgumentException("A UID has 1 to 254 octets and no control characters.", nameof(uid));
        (Uid, DtStamp, Time, Summary, LastModified) = (uid, dtStamp, time, summary, dtStamp);
    }

    /// <summary>UID.</summary>
    public string Uid { get; }

    /// <summary>DTSTAMP.</summary>
    public UtcTime DtStamp { get; }

    /// <summary>DTSTART and DTEND.</summary>
    public EventTime Time { get; init; }

    /// <summary>SUMMARY; not blank, as some programs take a property without a value for an error.</summary>
    public CalendarText Summary
    {
        get;
        init => field = value.IsBlank
            ? throw new ArgumentException("An event needs a summary.", nameof(value))
            : value;
    }

    /// <summary>CREATED, when it is known.</summary>
    public UtcTime? Created { get; init; }

    /// <summary>LAST-MODIFIED; DTSTAMP unless said otherwise.</summary>
    public UtcTime LastModified { get; init; }

    /// <summary>SEQUENCE: how many times it has changed in earnest; zero or more, never falls.</summary>
    public int Sequence
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>STATUS.</summary>
    public EventStatus Status { get; init; }

    /// <summary>TRANSP; a cancelled event never takes time.</summary>
    public Transparency Transp { get => Status == EventStatus.Cancelled ? Transparency.Transparent : field; init; }

    /// <summary>CLASS, or nothing, which means public.</summary>
    public Classification? Class { get; init; }

    /// <summary>DESCRIPTION; nothing is written when blank. So with all texts below.</summary>
    public CalendarText Description { get; init; }

    /// <summary>LOCATION.</summary>
    public CalendarText Location { get; init; }

    /// <summary>COMMENT: what somebody adds to an answer or a change.</summary>
    public CalendarText Comment { get; init; }

    /// <summary>URL: the page about it.</summary>
    public CalendarUri? Url { get; init; }

    /// <summary>COLOR (RFC 7986, section 5.9).</summary>
    public ColorName? Color { get; init; }

    /// <summary>CATEGORIES, in one property; blank ones are left out.</summary>
    public ImmutableArray<CalendarText> Categories { get; init => field = OrEmpty(value); } = [];

    /// <summary>CONFERENCE, each way to join from afar.</summary>
    public ImmutableArray<Conference> Conferences { get; init => field = OrEmpty(value); } = [];

    /// <summary>ORGANIZER; for messages, feeds leave it out.</summary>
    public Organizer? Organizer { get; init; }

    /// <summary>ATTENDEE; for messages, feeds leave them out.</summary>
    public ImmutableArray<Attendee> Attendees { get; init => field = OrEmpty(value); } = [];

    /// <summary>X-properties, written last.</summary>
    public ImmutableArray<ExtensionProperty> Extensions { get; init => field = OrEmpty(value); } = [];

    /// <summary>VALARM, when the reader asked for it.</summary>
    public Alarm? Alarm { get; init; }

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
