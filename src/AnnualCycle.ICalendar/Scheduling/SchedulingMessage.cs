using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>
/// What one program sends another about a meeting (RFC 5546), complete by construction: it cannot be made without what
/// its method demands.
/// </summary>
public abstract record SchedulingMessage
{
    private protected SchedulingMessage(Method method, Organizer organizer, IEnumerable<Attendee> attendees, Event e)
    {
        ImmutableArray<Attendee> all = [.. attendees];
        if (all.GroupBy(a => a.Address.Mailbox, StringComparer.OrdinalIgnoreCase).FirstOrDefault(
            a => a.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Key} is named twice.", nameof(attendees));
        (Method, Event) = (method, e with { Organizer = organizer, Attendees = all });
    }

    /// <summary>METHOD: what is asked.</summary>
    public Method Method { get; }

    /// <summary>The meeting as it stands in the message, with the organizer and the attendees it concerns.</summary>
    public Event Event { get; }

    /// <summary>Whether STATUS is written.</summary>
    private protected virtual bool SaysStatus => true;

    /// <summary>The message as a calendar file; UID, METHOD and SEQUENCE tell what it is about.</summary>
    public CalendarObject ToCalendar(CalendarText prodId) => CalendarObject.Message(prodId, Method, Event, SaysStatus);

    private protected static IEnumerable<Attendee> AtLeastOne(IEnumerable<Attendee> attendees) =>
        attendees.Any() ? attendees : throw new ArgumentException("There is nobody it concerns.", nameof(attendees));
}

/// <summary>REQUEST: come, or this has changed (RFC 5546, section 3.2.2).</summary>
public sealed record RequestMessage : SchedulingMessage
{
    /// <summary>Takes the meeting and everyone who is asked.</summary>
    /// <exception cref="ArgumentException">Nobody is asked, someone twice, or the meeting is cancelled.</exception>
    public RequestMessage(Event meeting, Organizer organizer, IEnumerable<Attendee> attendees)
        : base(Method.Request, organizer, AtLeastOne(attendees), meeting)
    {
        if (meeting.Status == EventStatus.Cancelled)
            throw new ArgumentException("A cancelled meeting is sent as CANCEL.", nameof(meeting));
    }
}

/// <summary>CANCEL: it is called off, or you are no longer invited (RFC 5546, section 3.2.5).</summary>
public sealed record CancelMessage : SchedulingMessage
{
    private readonly bool _isWhole;

    private CancelMessage(Event meeting, Organizer organizer, IEnumerable<Attendee> attendees, bool isWhole)
        : base(Method.Cancel, organizer, AtLeastOne(attendees), meeting with { Alarm = null })
    {
        _isWhole = isWhole;
        if (meeting.Sequence < 1)
            throw new ArgumentException("SEQUENCE is higher than that of the invite.", nameof(meeting));
    }

    /// <summary>STATUS:CANCELLED when all is called off, else none: section 3.2.5.</summary>
    private protected override bool SaysStatus => _isWhole;

    /// <summary>The meeting is called off.</summary>
    /// <exception cref="ArgumentException">Nobody is told, someone twice, or SEQUENCE has not risen.</exception>
    public static CancelMessage OfMeeting(Event meeting, Organizer organizer, IEnumerable<Attendee> attendees) =>
        new(meeting with { Status = EventStatus.Cancelled }, organizer, attendees, true);

    /// <summary>The meeting takes place without these.</summary>
    /// <inheritdoc cref="OfMeeting" path="/exception"/>
    public static CancelMessage OfAttendees(Event meeting, Organizer organizer, IEnumerable<Attendee> removed) =>
        new(meeting, organizer, removed, false);
}

/// <summary>REPLY: one attendee's answer (RFC 5546, section 3.2.3).</summary>
public sealed record ReplyMessage : SchedulingMessage
{
    /// <summary>Takes the meeting as it was asked, and the one who answers with the answer as PARTSTAT.</summary>
    /// <exception cref="ArgumentException">It is no answer.</exception>
    public ReplyMessage(Event meeting, Organizer organizer, Attendee answers)
        : base(Method.Reply, organizer, [answers with { Rsvp = false }], meeting with { Alarm = null })
    {
        if (answers.PartStat == ParticipationStatus.NeedsAction)
            throw new ArgumentException("An answer says something.", nameof(answers));
    }

    private protected override bool SaysStatus => false;
}

/// <summary>COUNTER: one attendee's proposal of another time (RFC 5546, section 3.2.7).</summary>
public sealed record CounterMessage : SchedulingMessage
{
    /// <summary>Takes the meeting as the one who answers would have it.</summary>
    public CounterMessage(Event proposal, Organizer organizer, Attendee answers)
        : base(Method.Counter, organizer, [answers], proposal with { Alarm = null })
    {
    }
}

/// <summary>PUBLISH: take note, nothing is asked (RFC 5546, section 3.2.1).</summary>
public sealed record PublishMessage : SchedulingMessage
{
    /// <summary>Takes the event and who answers for it; attendees are left out.</summary>
    public PublishMessage(Event e, Organizer organizer) : base(Method.Publish, organizer, [], e)
    {
    }
}
