using System.Text.Json;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>What is known of a request when it is over.</summary>
public enum GraphOutcome
{
    Done,

    /// <summary>Not done, and will not be as it is: somebody has to put something right.</summary>
    Refused,

    /// <summary>What it was about is not there.</summary>
    Missing,

    /// <summary>Not done: somebody else has changed the entry since it was read.</summary>
    Changed,

    /// <summary>An entry has been made with the same transaction id already.</summary>
    Duplicate,

    /// <summary>Not done: the service wants to be asked later.</summary>
    NotNow,

    /// <summary>It may have been done, and it may not.</summary>
    Unknown,
}

/// <summary>What came of a request to Microsoft Graph.</summary>
/// <param name="Text">For the administrator, in Swedish; holds no person's address and no secret.</param>
public sealed record GraphAnswer(GraphOutcome Outcome, string Text)
{
    /// <summary>HTTP's status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Graph's own word for what was wrong, <c>ErrorAccessDenied</c>; null when it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>How long the service asks to be left alone; null when it did not say.</summary>
    public Duration? Wait { get; init; }

    /// <summary>True when nothing goes to this mailbox until an administrator has changed something.</summary>
    public bool NeedsAdministrator { get; init; }

    /// <summary>The entry that was made with the same transaction id, where the service says which.</summary>
    public string? ExistingId { get; init; }

    /// <summary>What was answered; null for nothing.</summary>
    public JsonElement? Content { get; init; }

    public bool IsDone => Outcome == GraphOutcome.Done;
}
