using NodaTime;

namespace AnnualCycle.Storage.Deliveries;

/// <summary>Where a delivery is on its way.</summary>
public enum DeliveryState
{
    /// <summary>To be sent when its time has come.</summary>
    Waiting,

    /// <summary>Somebody has claimed it and is sending it, or died while doing so.</summary>
    Sending,

    /// <summary>Somebody else answers for it now.</summary>
    Sent,

    /// <summary>It does not go as it is: a person has to do something.</summary>
    Parked,

    /// <summary>It is not to go any more: something newer took its place, or a person let it be.</summary>
    Dropped,
}

/// <summary>
/// One thing to send to one person, written in the same change of the database as what it tells of; its bytes are made
/// once.
/// </summary>
public sealed class Delivery
{
    public long Id { get; init; }

    /// <summary>Names what is sent, once and for all; its Message-ID is made of it.</summary>
    public required string Key { get; init; }

    /// <summary>What kind of mail it is, one of <see cref="DeliveryKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the collaboration; empty for none.</summary>
    public required string Collaboration { get; init; }

    /// <summary>The person's address, in lower case.</summary>
    public required string Recipient { get; init; }

    /// <summary>The meeting's UID; null for what is about no one meeting.</summary>
    public string? Uid { get; init; }

    public required string Subject { get; init; }

    /// <summary>The whole message (RFC 5322). Empty when it was sent so long ago that it is kept no more.</summary>
    public required byte[] Content { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>Times that somebody claimed it.</summary>
    public int Attempts { get; set; }

    /// <summary>Times that it may have gone without anybody saying so.</summary>
    public int Unanswered { get; set; }

    public required Instant Created { get; init; }

    /// <summary>It is not sent earlier.</summary>
    public required Instant NotBefore { get; set; }

    /// <summary>Who sends it; null when nobody does.</summary>
    public string? Claim { get; set; }

    /// <summary>When it was sent, parked or dropped.</summary>
    public Instant? Settled { get; set; }

    /// <summary>What happened to it, a line each, the latest last: time in UTC and words without anybody's address.</summary>
    public string History { get; set; } = "";
}

/// <summary>Kinds of mails, as they stand in <see cref="Delivery.Kind"/>.</summary>
public static class DeliveryKind
{
    /// <summary>What process leaders have to see to.</summary>
    public const string LeaderNews = "leader-news";

    public const string Invite = "invite", Update = "update", Cancellation = "cancellation", Summary = "summary",
        Notice = "notice", Round = "round", RoundReminder = "round-reminder", Reminder = "reminder",
        MeetingReminder = "meeting-reminder", WeekReminder = "week-reminder", Holiday = "holiday", Staffing = "staffing";

    /// <summary>As SQL lists them: those that never go at night or on a red day, however long they have waited.</summary>
    internal const string ByDay = $"'{Reminder}', '{MeetingReminder}', '{WeekReminder}'";
}
