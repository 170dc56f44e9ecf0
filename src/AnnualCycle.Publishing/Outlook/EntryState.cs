using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage.Outlook;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>How a meeting's row changes with what is begun and with what came of it.</summary>
internal static class EntryState
{
    /// <summary>So often something may be in doubt before a person is told.</summary>
    public const int Patience = 8;

    private const int LongestHistory = 4000;

    private static readonly Duration LongestPause = Duration.FromMinutes(15);

    /// <summary>What is to be done is written before it is: null when there is nothing to ask Outlook for.</summary>
    public static OutlookOperation? Begin(OutlookMeeting own, Instant now)
    {
        if (own.Operation is null)
        {
            own.Operation = Next(own);
            (own.Sending, own.SendingRevision, own.Attempts) = (own.Wanted, own.WantedRevision, 0);
        }

        own.SendingSince = now;
        own.ToldRevision = own.Operation is null ? own.WantedRevision : own.ToldRevision;
        return own.Operation;
    }

    /// <summary>What is on its way, or else to be done; null for nothing.</summary>
    public static OutlookOperation? Next(OutlookMeeting own) => own.Operation ?? (own.Told, own.Wanted) switch
    {
        (null, null) => null,
        (null, _) => OutlookOperation.Create,
        (_, null) => OutlookOperation.Cancel,
        var (told, wanted) => told == wanted ? null : OutlookOperation.Change,
    };

    /// <summary>It stands in the calendar as it was sent.</summary>
    public static void Stand(OutlookMeeting own, GraphEvent found, Instant now)
    {
        var (before, after) = (own.Told is { } told ? OutlookEvent.Read(told) : null, OutlookEvent.Read(own.Sending!));
        own.Timed = before is not null && (before.Date, before.Start, before.End) == (after.Date, after.Start, after.End)
            ? own.Timed : now;
        (own.Told, own.Seen, own.ToldRevision) = (own.Sending, own.Sending, own.SendingRevision);
        (own.EventId, own.IcalUid) = (found.Id, found.IcalUid ?? own.IcalUid);
        own.JoinUrl = found.JoinUrl ?? own.JoinUrl;
        if (own.Operation == OutlookOperation.Create && after.IsOnline && !found.IsOnline)
        {
            Note(own, now, "utan Teams-länk: brevlådan får inte göra några");
        }

        Finish(own, now, own.Operation == OutlookOperation.Create ? "finns i Outlook" : "ändrad i Outlook");
    }

    /// <summary>It is not in the calendar any more; the next one is another entry.</summary>
    public static void Gone(OutlookMeeting own, Instant now, string line)
    {
        own.ToldRevision = own.Operation == OutlookOperation.Cancel ? own.SendingRevision : own.ToldRevision;
        (own.Told, own.Seen, own.EventId, own.IcalUid, own.JoinUrl, own.Timed) = (null, null, null, null, null, null);
        own.Incarnation++;
        Finish(own, now, line);
    }

    /// <summary>Somebody has changed it by hand: a person decides what is to be.</summary>
    public static void Drifted(OutlookMeeting own, OutlookEvent? found, Instant now)
    {
        own.Drift = new OutlookDrift(found).Written;
        Finish(own, now, found is null ? "borttagen i Outlook av någon annan" : "ändrad i Outlook av någon annan");
    }

    /// <summary>It was not done, or nobody knows; it is looked at again when that is worth while.</summary>
    /// <param name="isInDoubt">True when it may have been done.</param>
    public static void Wait(OutlookMeeting own, bool isInDoubt, Duration wait, Instant now, string line)
    {
        own.Attempts += isInDoubt ? 1 : 0;
        own.NotBefore = now + wait;
        Note(own, now, line);
    }

    /// <summary>It stands still until somebody puts something right.</summary>
    public static void Stop(OutlookMeeting own, string trouble, Instant now)
    {
        own.Trouble = trouble;
        Note(own, now, trouble);
    }

    /// <summary>How long to wait before it is looked for again: 5 s, 10 s … 15 min.</summary>
    public static Duration PauseAfter(int attempts) =>
        Duration.Min(Duration.FromSeconds(5 * (1 << Math.Min(attempts, 10))), LongestPause);

    private static void Finish(OutlookMeeting own, Instant now, string line)
    {
        (own.Operation, own.Sending, own.SendingSince, own.Attempts) = (null, null, null, 0);
        (own.NotBefore, own.Looked) = (now, now);
        Note(own, now, line);
    }

    internal static void Note(OutlookMeeting own, Instant now, string line)
    {
        var history = $"{own.History}{now} {line}\n";
        own.History = history.Length <= LongestHistory ? history
            : history[(history.IndexOf('\n', history.Length - LongestHistory) + 1)..];
    }
}
