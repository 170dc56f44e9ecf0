using NodaTime;

namespace AnnualCycle.Storage.Outlook;

/// <summary>What a request to Outlook does.</summary>
public enum OutlookOperation
{
    Create, Change, Cancel,
}

/// <summary>
/// One meeting in one organiser's Outlook: what is wanted there, what was told there last, and what is on its way. It is
/// written before each request, so that whoever comes after a crash knows what may have happened.
/// </summary>
public sealed class OutlookMeeting
{
    /// <summary>The meeting's UID.</summary>
    public required string Uid { get; init; }

    /// <summary>The organiser's address, in lower case.</summary>
    public required string Mailbox { get; init; }

    public required string Collaboration { get; init; }

    /// <summary>Grows when an entry is made anew after an earlier one was cancelled or deleted.</summary>
    public int Incarnation { get; set; } = 1;

    /// <summary>As <see cref="OutlookEvent.Written"/>; null when there is to be no entry.</summary>
    public string? Wanted { get; set; }

    public int WantedRevision { get; set; }

    /// <summary>What those who are asked are told when it is called off; null while it is wanted.</summary>
    public string? Comment { get; set; }

    public required Instant WantedAt { get; set; }

    /// <summary>What we made of the entry last; null when there is none.</summary>
    public string? Told { get; set; }

    /// <summary>Which revision that was.</summary>
    public int ToldRevision { get; set; }

    /// <summary>When the day and time that hold now were told: earlier answers are to another time.</summary>
    public Instant? Timed { get; set; }

    /// <summary>What stands in Outlook as far as somebody has accepted it: a person may have changed what we told.</summary>
    public string? Seen { get; set; }

    /// <summary>The request that is on its way, or was when somebody was cut off; null for none.</summary>
    public OutlookOperation? Operation { get; set; }

    /// <summary>What that request makes of the entry; null for a cancellation.</summary>
    public string? Sending { get; set; }

    public int SendingRevision { get; set; }

    /// <summary>When it was first tried.</summary>
    public Instant? SendingSince { get; set; }

    /// <summary>The entry's immutable id; null until it is known.</summary>
    public string? EventId { get; set; }

    /// <summary>UID as Outlook's own invites have it.</summary>
    public string? IcalUid { get; set; }

    /// <summary>Link to the video meeting that Teams made; null for none.</summary>
    public string? JoinUrl { get; set; }

    /// <summary>Tries of which nobody knows whether they were done; 0 when nothing is on its way.</summary>
    public int Attempts { get; set; }

    /// <summary>Nothing is asked about it earlier.</summary>
    public required Instant NotBefore { get; set; }

    /// <summary>Why it stands still until a person does something; null when it does not.</summary>
    public string? Trouble { get; set; }

    /// <summary>What a person has changed in Outlook that nobody has decided on, as <see cref="OutlookDrift.Written"/>.</summary>
    public string? Drift { get; set; }

    /// <summary>When the entry was last read.</summary>
    public Instant? Looked { get; set; }

    /// <summary>What happened to it, a line each, the latest last: time in UTC and words without anybody's address.</summary>
    public string History { get; set; } = "";

    /// <summary>Whether there is something to do for it that nobody has to decide first.</summary>
    public bool IsWaiting => Trouble is null && Drift is null && (Operation is not null || WantedRevision != ToldRevision);

    /// <summary>Names the entry in Outlook: the meeting and which of its entries.</summary>
    public string Key => $"{Uid}/{Incarnation}";
}
