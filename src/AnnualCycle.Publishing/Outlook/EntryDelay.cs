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
        if (answer.Wait is { } wait)
        {
            box.NotBefore = Instant.Max(box.NotBefore ?? now, now + wait);
        }

        if (answer.NeedsAdministrator)
        {
            // No fault of the meeting's: the whole mailbox waits, and is asked again now and then.
            (box.Trouble, box.Troubled) = (answer.Text, box.Troubled ?? now);
            box.NotBefore = Instant.Max(box.NotBefore ?? now, now + UntilAdministrator);
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

    private static Duration PauseOf(OutlookMeeting own, GraphAnswer answer) => answer switch
    {
        { Wait: { } wait } => wait,
        { Outcome: GraphOutcome.Changed } => Duration.Zero,
        _ => EntryState.PauseAfter(own.Attempts),
    };
}
