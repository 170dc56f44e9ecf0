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
            (own.Sending, own.SendingRevision, own.SendingSince, own.Attempts) = (own.Wanted, own.WantedRevision, now, 0);
        }

        // In doubt until somebody has said that this try did nothing.
        own.Attempts++;
        if (own.Operation is null)
        {
            own.ToldRevision = own.WantedRevision;
            Undo(own);
        }

        return own.Operation;
    }

    /// <summary>What is on its way, or else to be done; null for nothing.</summary>
    public static OutlookOperation? Next(OutlookMeeting own) => own.Operation ?? (own.Told, own.Wanted) switch
    {
        (null, null) => null,
        (null, var wanted) => IsLeftAway(own, OutlookEvent.Read(wanted)) ? null : OutlookOperation.Create,
        (_, null) => OutlookOperation.Cancel,
        var (told, wanted) => told == wanted ? null : OutlookOperation.Change,
    };

    /// <summary>Whether somebody let it be gone from Outlook, and the plan says still what it said then.</summary>
    public static bool IsLeftAway(OutlookMeeting own, OutlookEvent? wanted) =>
        own is { Told: null, Seen: { } seen } && wanted is not null && EntryDrift.IsSame(OutlookEvent.Read(seen), wanted);

    /// <summary>Whether the meeting has been held, or was to be: nobody is told anything of it any more.</summary>
    public static bool IsOver(OutlookMeeting own, Instant now) => (own.Wanted ?? own.Told) is not { } written
        || OutlookEvent.Read(written) is var entry && SwedishTime.At(entry.Date + entry.End) <= now;

    /// <summary>It stands in the calendar as it was sent.</summary>
    /// <param name="found">As it was read before that, or made.</param>
    public static void Stand(OutlookMeeting own, GraphEvent found, Instant now)
    {
        var (before, after) = (own.Told is { } told ? OutlookEvent.Read(told) : null, OutlookEvent.Read(own.Sending!));
        // Who answered while nobody knew has answered this; and what stood there already was told by whoever moved it.
        var isSameTime = before is not null && (before.Date, before.Start, before.End) == (after.Date, after.Start, after.End);
        var stoodThere = before is not null && found.Revision != own.SendingRevision
            && (found.Start, found.End) == (after.Date + after.Start, after.Date + after.End);
        own.Timed = isSameTime || stoodThere ? own.Timed : own.SendingSince;
        own.Seen = (before is null ? after : EntryDrift.Carried(before, OutlookEvent.Read(own.Seen!), after)).Written;
        (own.Told, own.ToldRevision) = (own.Sending, own.SendingRevision);
        (own.EventId, own.IcalUid) = (found.Id, found.IcalUid ?? own.IcalUid);
        own.JoinUrl = found.JoinUrl ?? own.JoinUrl;
        if (own.Operation == OutlookOperation.Create && after.IsOnline && !found.IsOnline)
        {
            Note(own, now, "utan Teams-länk: brevlådan får inte göra några");
        }

        Finish(own, now, own.Operation == OutlookOperation.Create ? "finns i Outlook" : "ändrad i Outlook");
    }

    /// <summary>It is not in the calendar any more.</summary>
    public static void Gone(OutlookMeeting own, Instant now, string line)
    {
        own.ToldRevision = own.Operation == OutlookOperation.Cancel ? own.SendingRevision : own.ToldRevision;
        Forget(own);
        Finish(own, now, line);
    }

    /// <summary>Nothing is known to stand there; what comes next is another entry.</summary>
    public static void Forget(OutlookMeeting own)
    {
        (own.Told, own.Seen, own.EventId, own.IcalUid, own.JoinUrl, own.Timed) = (null, null, null, null, null, null);
        own.Incarnation++;
    }

    /// <summary>The meeting has been: what was not told in time is told no more.</summary>
    public static void Close(OutlookMeeting own, Instant now)
    {
        own.ToldRevision = own.WantedRevision;
        Finish(own, now, "mötet har varit");
    }

    /// <summary>What was to be done was not, and is thought over anew.</summary>
    public static void Undo(OutlookMeeting own) =>
        (own.Operation, own.Sending, own.SendingSince, own.Attempts) = (null, null, null, 0);

    /// <summary>Somebody has changed it by hand: a person decides what is to be.</summary>
    public static void Drifted(OutlookMeeting own, OutlookEvent? found, Instant now)
    {
        own.Drift = new OutlookDrift(found).Written;
        Finish(own, now, found is null ? "borttagen i Outlook av någon annan" : "ändrad i Outlook av någon annan");
    }

    /// <summary>It was not done, or nobody knows; it is looked at again when that is worth while.</summary>
    public static void Wait(OutlookMeeting own, Duration wait, Instant now, string line)
    {
        own.NotBefore = now + wait;
        Note(own, now, line);
    }

    /// <summary>This try did nothing; if none before it is in doubt, it is as if it had not been begun.</summary>
    public static void NotDone(OutlookMeeting own)
    {
        own.Attempts--;
        if (own.Attempts <= 0)
        {
            Undo(own);
        }
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
        Undo(own);
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
