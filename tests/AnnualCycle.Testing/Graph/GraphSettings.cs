using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>What a second creation with a used transactionId gets: all three have been seen in the field.</summary>
public enum DuplicateAnswer
{
    /// <summary>400 ErrorDuplicateTransactionId, with @event.existingEventId inside the error.</summary>
    BadRequestWithEvent,

    /// <summary>409 with the same code and no event.</summary>
    ConflictBare,

    /// <summary>201 with the event that exists.</summary>
    CreatedSameEvent,
}

/// <summary>How this Graph behaves where the real one is known, or suspected, to behave in more than one way.</summary>
public sealed class GraphSettings
{
    public DuplicateAnswer Duplicates { get; set; } = DuplicateAnswer.BadRequestWithEvent;

    /// <summary>So many look-ups by filter (or calendarView) do not see an event that was just created.</summary>
    public int LookUpsMissed { get; set; }

    /// <summary>For so long a look-up does not see an event that was just created.</summary>
    public Duration LookUpDelay { get; set; } = Duration.Zero;

    /// <summary>Whether the two lags above also hold for GET by id; look-ups by id are then counted apart.</summary>
    public bool LagById { get; set; }

    /// <summary>The answer to a creation lacks joinUrl; the so many-th GET has it, with a new changeKey.</summary>
    public int JoinUrlAfterReads { get; set; }

    /// <summary>Whether a new start or end sets all answers back to none, as Exchange does.</summary>
    public bool TimeChangeResetsAnswers { get; set; } = true;

    /// <summary>Whether getSchedule shows the meetings of this Graph as busy, for organiser and attendees.</summary>
    public bool MeetingsShowAsBusy { get; set; }

    /// <summary>Requests to a mailbox at the same time; one that waits in vain for its answer does not count.</summary>
    public int MostAtOnce { get; set; } = 4;

    /// <summary>What a refusal for too many at once asks the client to wait.</summary>
    public Duration RetryAfter { get; set; } = Duration.FromSeconds(10);

    /// <summary>Mails that a mailbox may send a minute, by recipients; one request alone is let be.</summary>
    public int MailsPerMinute { get; set; } = 30;

    /// <summary>Events on a page of a list when the client asks for no other number.</summary>
    public int PageSize { get; set; } = 10;

    /// <summary>
    /// Awaited while a request counts as under way, before it acts: what makes requests overlap in a test.
    /// </summary>
    public Func<GraphCall, Task>? Pause { get; set; }
}
