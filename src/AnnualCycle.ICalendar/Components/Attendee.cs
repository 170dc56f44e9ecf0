namespace AnnualCycle.ICalendar;

/// <summary>Someone asked to a meeting: ATTENDEE (RFC 5545, section 3.8.4.1).</summary>
/// <param name="Address">The mailbox that the invite goes to.</param>
/// <param name="CommonName">CN, the name people see; nothing is written when blank.</param>
public sealed record Attendee(CalAddress Address, CalendarText CommonName = default)
{
    /// <summary>CUTYPE: a person unless said otherwise.</summary>
    public CalendarUserType CuType { get; init; } = CalendarUserType.Individual;

    /// <summary>ROLE: required unless said otherwise.</summary>
    public ParticipationRole Role { get; init; } = ParticipationRole.ReqParticipant;

    /// <summary>PARTSTAT: not yet answered unless said otherwise.</summary>
    public ParticipationStatus PartStat { get; init; } = ParticipationStatus.NeedsAction;

    /// <summary>RSVP: whether an answer is asked for.</summary>
    public bool Rsvp { get; init; }
}

/// <summary>CUTYPE (RFC 5545, section 3.2.3).</summary>
public enum CalendarUserType
{
    /// <summary>A person.</summary>
    Individual,

    /// <summary>Several persons under one address.</summary>
    Group,

    /// <summary>Equipment.</summary>
    Resource,

    /// <summary>A room.</summary>
    Room,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>ROLE (RFC 5545, section 3.2.16).</summary>
public enum ParticipationRole
{
    /// <summary>The meeting cannot well do without.</summary>
    ReqParticipant,

    /// <summary>Welcome, not needed.</summary>
    OptParticipant,

    /// <summary>Leads the meeting.</summary>
    Chair,

    /// <summary>Gets a copy for information.</summary>
    NonParticipant,
}

/// <summary>PARTSTAT of a VEVENT (RFC 5545, section 3.2.12).</summary>
public enum ParticipationStatus
{
    /// <summary>No answer yet.</summary>
    NeedsAction,

    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Does not come.</summary>
    Declined,

    /// <summary>May come.</summary>
    Tentative,

    /// <summary>Sends someone else.</summary>
    Delegated,
}
