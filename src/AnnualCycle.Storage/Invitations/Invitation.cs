using NodaTime;

namespace AnnualCycle.Storage.Invitations;

/// <summary>How a person was told of a meeting.</summary>
public enum InvitationState
{
    /// <summary>An invite lies in their calendar.</summary>
    Live,

    /// <summary>The year was told in one mail, and the meeting is in the calendar they subscribe to.</summary>
    Told,

    /// <summary>The invite was taken back: the meeting is cancelled, or they are no longer asked to come.</summary>
    Withdrawn,
}

/// <summary>By which way an invite lies in a person's calendar.</summary>
public enum InviteChannel
{
    /// <summary>In a mail of the service's own (iMIP, RFC 6047).</summary>
    Mail,

    /// <summary>From the organiser's Outlook calendar.</summary>
    Outlook,
}

/// <summary>What somebody says of coming.</summary>
public enum Answer
{
    Yes, No,

    /// <summary>Perhaps; of a proposed date: if it has to be.</summary>
    Maybe,
}

/// <summary>What one person has last been told of one meeting, and what they answered.</summary>
public sealed class Invitation
{
    /// <summary>The meeting's UID.</summary>
    public required string Uid { get; init; }

    /// <summary>The person's address, in lower case.</summary>
    public required string Email { get; init; }

    public required string Collaboration { get; init; }

    public required InvitationState State { get; set; }

    public InviteChannel Channel { get; set; }

    /// <summary>
    /// SEQUENCE of the last message (RFC 5546 section 2.1.4): grows with a new time or place and with a cancellation,
    /// never falls.
    /// </summary>
    public required int Sequence { get; set; }

    /// <summary>The meeting's day and times as they were told.</summary>
    public required LocalDate Date { get; set; }

    public required string Start { get; set; }

    public required string End { get; set; }

    /// <summary>Place, room and video link as they were told; empty for none.</summary>
    public required string Place { get; set; }

    /// <summary>SHA-256 of all else that was told, as hexadecimal digits.</summary>
    public required string Print { get; set; }

    /// <summary>When the last message was written.</summary>
    public required Instant Changed { get; set; }

    /// <summary>SHA-256 of the secret in the link by which they answer, as hexadecimal digits.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Null until they have answered.</summary>
    public Answer? Answer { get; set; }

    /// <summary>SEQUENCE of the message that they answered.</summary>
    public int? AnsweredSequence { get; set; }

    public Instant? Answered { get; set; }

    /// <summary>What they added to the answer.</summary>
    public string? Comment { get; set; }
}
