using System.Collections.Immutable;
using NodaTime;

namespace AnnualCycle.Testing.Graph;

public enum MailKind
{
    Invitation, Update, Cancellation,
}

/// <summary>One mail that Exchange would have sent about a meeting, to one person.</summary>
public sealed record SentMail(Instant At, MailKind Kind, ExchangeEvent Event, string Recipient)
{
    /// <summary>Whether a person in Outlook caused it, and not the application.</summary>
    public bool ByPerson { get; init; }

    /// <summary>What the cancellation says.</summary>
    public string? Comment { get; init; }

    /// <summary>The number of the request that caused it; 0 when a person did.</summary>
    public int Call { get; init; }

    public string Mailbox => Event.Mailbox;
    public string Subject => Event.Subject;

    /// <summary>The event's extended property as it stood when the mail was sent.</summary>
    public string? Property(string id) => Event.Property(id);

    public override string ToString() =>
        $"{Kind} to {Recipient}: {Subject} [{string.Join(", ", Event.Properties.Values)}]";
}

/// <summary>A letter handed over with sendMail.</summary>
/// <param name="Mime">The message as it was given, decoded; null when it came as JSON.</param>
/// <param name="Json">The whole action as it was given; null when it came as MIME.</param>
public sealed record GraphLetter(
    Instant At, string Mailbox, string Subject, ImmutableArray<string> Recipients, byte[]? Mime, string? Json);

public enum EventStep
{
    Created, Cancelled, Deleted,
}

/// <summary>An event came into being, or went to Deleted Items.</summary>
public sealed record EventHistory(Instant At, EventStep Step, ExchangeEvent Event, bool ByPerson);

public enum ViolationKind
{
    /// <summary>A request before the time that Retry-After named.</summary>
    Early,
    TooManyAtOnce,
    TooManyMails,

    /// <summary>A body without the join information was written over an online meeting.</summary>
    MeetingKilled,
}

/// <summary>Something that the application must never do to the service, in words.</summary>
public sealed record GraphViolation(Instant At, ViolationKind Kind, string Mailbox, string Words)
{
    public override string ToString() => $"{Kind}: {Words}";
}
