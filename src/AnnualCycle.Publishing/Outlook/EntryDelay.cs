using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage.Outlook;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>What becomes of a meeting, and of its mailbox, when a request was not done or nobody knows.</summary>
internal static class EntryDelay
{
    private static readonly Duration UntilAdministrator = Duration.FromMinutes(5);

    public static void Apply(OutlookMeeting own, OutlookMailbox box, GraphAnswer answer, Instant now)
    {
        LeaveAlone(box, answer, now);
        if (answer.Outcome is GraphOutcome.NotNow or GraphOutcome.Changed or GraphOutcome.Refused)
        {
            EntryState.NotDone(own);
        }

        if (answer is { Outcome: GraphOutcome.Refused, NeedsAdministrator: false })
        {
            EntryState.Stop(own, answer.Text, now);
        }
        else if (answer.Outcome == GraphOutcome.Duplicate && own.Attempts >= EntryState.Patience)
        {
            EntryState.Forget(own);
            EntryState.Undo(own);
            EntryState.Stop(own, "posten skapades i Outlook och finns inte kvar där", now);
        }
        else
        {
            EntryState.Wait(own, PauseOf(own, answer), now, answer.Text);
        }
    }

    /// <summary>What is no fault of one meeting's: the whole mailbox waits, and is asked again now and then.</summary>
    public static void LeaveAlone(OutlookMailbox box, GraphAnswer answer, Instant now)
    {
        if (answer.NeedsAdministrator)
        {
            (box.Trouble, box.Troubled) = (answer.Text, box.Troubled ?? now);
        }

        var wait = answer.NeedsAdministrator ? Duration.Max(answer.Wait ?? UntilAdministrator, UntilAdministrator) : answer.Wait;
        box.NotBefore = wait is { } some ? Instant.Max(box.NotBefore ?? now, now + some) : box.NotBefore;
    }

    // Whoever is refused the mailbox lets other entries try before it: the fault may be its own.
    private static Duration PauseOf(OutlookMeeting own, GraphAnswer answer) => answer switch
    {
        { NeedsAdministrator: true } => UntilAdministrator + Duration.FromMinutes(1),
        { Wait: { } wait } => wait,
        { Outcome: GraphOutcome.Changed } => Duration.FromSeconds(5),
        _ => EntryState.PauseAfter(own.Attempts),
    };
}
