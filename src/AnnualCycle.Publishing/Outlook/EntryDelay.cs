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
        if (answer.NeedsAdministrator)
        {
            EntryState.Wait(own, isInDoubt: false, Duration.Zero, now, answer.Text);
        }
        else if (answer.Outcome == GraphOutcome.Refused)
        {
            EntryState.Stop(own, answer.Text, now);
        }
        else
        {
            EntryState.Wait(own, answer.Outcome is not (GraphOutcome.NotNow or GraphOutcome.Changed), PauseOf(own, answer), now, answer.Text);
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

    private static Duration PauseOf(OutlookMeeting own, GraphAnswer answer) => answer switch
    {
        { Wait: { } wait } => wait,
        { Outcome: GraphOutcome.Changed } => Duration.Zero,
        _ => EntryState.PauseAfter(own.Attempts),
    };
}
