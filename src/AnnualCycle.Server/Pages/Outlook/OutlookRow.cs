using AnnualCycle.Plans;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Pages.Meetings;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Server.Pages.Outlook;

/// <summary>How a meeting stands in Outlook, in the order in which somebody wants to see it.</summary>
public enum OutlookState
{
    /// <summary>Somebody has changed it there, and nobody has said what is to be.</summary>
    Drifted,

    /// <summary>It stands still until somebody puts something right.</summary>
    Stopped,

    /// <summary>It was asked for, and nobody knows whether it was done.</summary>
    InDoubt,

    Waiting, Standing, Gone,
}

/// <summary>A meeting as it stands in an organiser's Outlook.</summary>
/// <param name="Meeting">As the year in force has it; null when it is in none.</param>
public sealed record OutlookRow(OutlookMeeting Own, PlannedMeeting? Meeting)
{
    public OutlookEvent? Told { get; } = Read(Own.Told);

    public OutlookEvent? Wanted { get; } = Read(Own.Wanted);

    /// <summary>The entry that pages show; null when there is none and none is wanted.</summary>
    public OutlookEvent? Shown => Wanted ?? Told ?? Read(Own.Sending);

    public OutlookDrift? Drift { get; } = Own.Drift is { } drift ? OutlookDrift.Read(drift) : null;

    /// <summary>Tells what somebody decides on from what it may be a moment later; empty when nothing was changed.</summary>
    public string Seen => Own.Drift is { } drift ? Print.Of(drift, Own.Wanted) : "";

    public OutlookState State => Own switch
    {
        { Drift: not null } => OutlookState.Drifted,
        { Trouble: not null } => OutlookState.Stopped,
        { Operation: not null, Attempts: > 0 } => OutlookState.InDoubt,
        { IsWaiting: true } => OutlookState.Waiting,
        { Told: not null } => OutlookState.Standing,
        _ => OutlookState.Gone,
    };

    public string Title => Shown?.Subject ?? Meeting?.Title ?? "Ett möte som inte längre finns";

    /// <summary>The meeting's own page; null when it is in no plan.</summary>
    public string? Page => Meeting is { } meeting ? $"/{Own.Collaboration}/moten/{FoundMeeting.KeyOf(meeting)}" : null;

    /// <summary>Mails that Outlook sends when it is made as the plan says again.</summary>
    public int MailsToRestore => new OutlookChange(Own.Uid, Own.Mailbox, Drift?.Found, Wanted).Mails;

    private static OutlookEvent? Read(string? written) => written is null ? null : OutlookEvent.Read(written);
}

/// <summary>An organiser's mailbox as pages show it.</summary>
/// <param name="Own">Null until anything has been asked of it.</param>
/// <param name="Collaborations">What those are called that call from it.</param>
public sealed record ShownMailbox(string Address, OutlookMailbox? Own, IReadOnlyList<string> Collaborations, OutlookBacklog Backlog);
