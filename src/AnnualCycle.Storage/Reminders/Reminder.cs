using NodaTime;

namespace AnnualCycle.Storage.Reminders;

/// <summary>Whether a person was reminded.</summary>
public enum ReminderState
{
    /// <summary>It stands in a mail that was laid out to be sent.</summary>
    Sent,

    /// <summary>It was not, and will not be: the reason says why.</summary>
    Skipped,
}

/// <summary>
/// That somebody was reminded of something, or why not: written in the change that lays out the mail, once and for all.
/// </summary>
public sealed class Reminder
{
    /// <summary>Whom, of what, which time: what stands here is never done again.</summary>
    public required string Key { get; init; }

    /// <summary>The person's address, in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Id of the collaboration.</summary>
    public required string Collaboration { get; init; }

    /// <summary>Kind of mail, as in the names of the files in <c>config/messages</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>UID of the deadline or meeting.</summary>
    public required string Uid { get; init; }

    public required string Title { get; init; }

    /// <summary>The day that it is about: when it is due, or when the meeting is.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>Which of the reminders: "28 dagar före", "1 vecka sen".</summary>
    public required string Step { get; init; }

    /// <summary>The day on which it was to come.</summary>
    public required LocalDate Day { get; init; }

    public required ReminderState State { get; init; }

    /// <summary>Why not; null when it was sent.</summary>
    public string? Reason { get; init; }

    /// <summary>Key of the delivery; null when nothing was sent.</summary>
    public string? Delivery { get; init; }

    public required Instant At { get; init; }
}
