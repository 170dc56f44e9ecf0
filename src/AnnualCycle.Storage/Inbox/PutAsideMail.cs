using NodaTime;

namespace AnnualCycle.Storage.Inbox;

/// <summary>A mail to the service that a person has to look at: nothing was done because of it.</summary>
public sealed class PutAsideMail
{
    public long Id { get; init; }

    /// <summary>When it came.</summary>
    public required Instant At { get; init; }

    /// <summary>SHA-256 of the mail, as hexadecimal digits: delivered twice it lies there once.</summary>
    public required string Print { get; init; }

    /// <summary>Why it was put aside, in Swedish.</summary>
    public required string Reason { get; init; }

    /// <summary>Whom it says it is from, in lower case; empty when it does not say.</summary>
    public required string Sender { get; init; }

    /// <summary>Id of the meeting's collaboration; empty when no meeting of ours is known of it.</summary>
    public required string Collaboration { get; init; }

    /// <summary>UID of the meeting it is about; null when it names none of ours.</summary>
    public string? Uid { get; init; }

    /// <summary>SEQUENCE of the message that it answers; null when it is no answer.</summary>
    public int? Sequence { get; init; }

    /// <summary>The one it says it answers for, in lower case; null when it does not say.</summary>
    public string? Attendee { get; init; }

    /// <summary>What it answers: <c>Yes</c>, <c>No</c> or <c>Maybe</c>; null when it is no such answer.</summary>
    public Invitations.Answer? Answer { get; init; }

    public required string Subject { get; init; }

    /// <summary>What it said, shortened; empty for nothing.</summary>
    public required string Said { get; init; }

    /// <summary>Mails of the same sender that came later the same day and are not kept: there were too many.</summary>
    public int More { get; set; }

    /// <summary>Who looked after it; null while it waits.</summary>
    public string? HandledBy { get; set; }

    public Instant? Handled { get; set; }
}
