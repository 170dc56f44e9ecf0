using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>A message about a meeting as somebody's program sent it (RFC 5546).</summary>
/// <param name="Event">Everything it says; UID and RECURRENCE-ID tell which meeting, SEQUENCE which version.</param>
public abstract record ReadMessage(ReadEvent Event)
{
    /// <summary>UID, never empty.</summary>
    public string Uid => Event.Uid;
}

/// <summary>Someone invites or changes a meeting: REQUEST.</summary>
/// <param name="Event">The meeting.</param>
/// <param name="Organizer">Who calls it.</param>
/// <param name="Attendees">Who are asked.</param>
public sealed record ReadRequest(ReadEvent Event, Organizer Organizer, ImmutableArray<Attendee> Attendees)
    : ReadMessage(Event);

/// <summary>Someone calls a meeting off, or some attendees: CANCEL.</summary>
/// <param name="Event">The meeting.</param>
/// <param name="Organizer">Who called it, where that is said.</param>
/// <param name="Attendees">Those it concerns; none means all.</param>
public sealed record ReadCancel(ReadEvent Event, Organizer? Organizer, ImmutableArray<Attendee> Attendees)
    : ReadMessage(Event);

/// <summary>Someone answers: REPLY. Some servers leave the organizer out, so it is not asked for.</summary>
/// <param name="Event">The meeting; often with nothing but UID.</param>
/// <param name="Attendee">Who answers, and what: PARTSTAT.</param>
/// <param name="Comment">What they add, or empty.</param>
public sealed record ReadReply(ReadEvent Event, Attendee Attendee, CalendarText Comment) : ReadMessage(Event);

/// <summary>Someone proposes another time: COUNTER. It is shown, never carried out by itself.</summary>
/// <param name="Event">The meeting as they would have it.</param>
/// <param name="Attendee">Who proposes, where that is said by one name alone.</param>
/// <param name="Comment">What they add, or empty.</param>
public sealed record ReadCounter(ReadEvent Event, Attendee? Attendee, CalendarText Comment) : ReadMessage(Event);
