using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage.Outlook;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// Brings one entry a step nearer to what is wanted. What is to be asked of Outlook is written before it is asked. Where
/// nobody knows whether it was done, the entry is looked at before anything is asked again, so that nobody is told twice.
/// </summary>
/// <param name="mailsPerMinute">Mails that Exchange may send in a minute on behalf of the mailbox.</param>
internal sealed class EntryWork(GraphCalendar graph, EntryBook book, int mailsPerMinute)
{
    /// <summary>So soon after an entry was made or moved it may not be found yet.</summary>
    public static readonly Duration Settling = Duration.FromMinutes(2);

    /// <returns>False when nothing more is to be asked of the mailbox now.</returns>
    public async Task<bool> StepAsync(OutlookMeeting meeting, CancellationToken stop)
    {
        var (isFresh, isTooEarly) = (meeting.Operation is null, false);
        if (EntryState.IsOver(meeting, book.Now))
        {
            return await WriteAsync(meeting, EntryState.Close);
        }

        var begun = await book.WriteAsync(meeting.Uid, (own, box) =>
        {
            isTooEarly = !MailPace.Take(box, MailsOf(own), mailsPerMinute, book.Now);
            if (!isTooEarly)
            {
                EntryState.Begin(own, book.Now);
            }
        });
        return !isTooEarly && begun is not null && begun.Operation switch
        {
            OutlookOperation.Create => await CreateAsync(begun, isFresh, stop),
            OutlookOperation.Change => await ChangeAsync(begun, stop),
            OutlookOperation.Cancel => await CancelAsync(begun, stop),
            _ => true,
        };
    }

    // Tried again it counts again: it may be now that they are sent.
    private static int MailsOf(OutlookMeeting own) => EntryState.Next(own) is not { } next ? 0
        : MailPace.MailsOf(next, Read(own.Told), Read(own.Operation is null ? own.Wanted : own.Sending));

    private static OutlookEvent? Read(string? written) => written is null ? null : OutlookEvent.Read(written);

    private async Task<bool> CreateAsync(OutlookMeeting own, bool isFresh, CancellationToken stop)
    {
        if (!isFresh)
        {
            var look = await graph.FindAsync(own.Mailbox, own.Key, stop);
            if (FoundIn(look) is { } there)
            {
                return await MadeAsync(own, there);
            }

            if (!look.IsDone)
            {
                return await LaterAsync(own, look);
            }

            // Nobody is asked any more to what is called off; but it is called off where it came after all.
            if (own.Wanted is null)
            {
                return own.Attempts < EntryState.Patience
                    ? await LaterAsync(own, new GraphAnswer(GraphOutcome.Unknown, "syns inte i Outlook än"))
                    : await WriteAsync(own, (row, now) => EntryState.Gone(row, now, "kom aldrig till Outlook och behövs inte längre"));
            }
        }

        var made = await graph.CreateAsync(own, EntryTransaction.Of(own), stop);
        return made.Outcome switch
        {
            GraphOutcome.Done when made.Content is { } json && GraphEvent.Read(json) is { } entry => await MadeAsync(own, entry),
            GraphOutcome.Duplicate => await AdoptAsync(own, made, stop),
            _ => await LaterAsync(own, made),
        };
    }

    // It was made by an earlier try, and is the one that is wanted.
    private async Task<bool> AdoptAsync(OutlookMeeting own, GraphAnswer duplicate, CancellationToken stop)
    {
        var look = duplicate.ExistingId is { } id ? await graph.ReadAsync(own.Mailbox, id, stop)
            : await graph.FindAsync(own.Mailbox, own.Key, stop);
        return FoundIn(look) is { } there && there.Key == own.Key ? await MadeAsync(own, there)
            : await LaterAsync(own, look.IsDone ? duplicate : look);
    }

    private async Task<bool> ChangeAsync(OutlookMeeting own, CancellationToken stop)
    {
        var look = await graph.ReadAsync(own.Mailbox, own.EventId!, stop);
        if (look.Outcome == GraphOutcome.Missing)
        {
            return await MissingAsync(own, look);
        }

        if (look.Content is not { } json || GraphEvent.Read(json) is not { } found)
        {
            return await LaterAsync(own, look);
        }

        // What is told by the same change as the change itself cannot be half done.
        if (found.Revision == own.SendingRevision)
        {
            return await StandAsync(own, found);
        }

        // It was not done, and something else is wanted by now.
        if (own.WantedRevision != own.SendingRevision)
        {
            return await WriteAsync(own, (row, _) => EntryState.Undo(row));
        }

        var other = EntryDrift.Of(OutlookEvent.Read(own.Seen!), found);
        if (found.IsCancelled || other is not null)
        {
            return await WriteAsync(own, (row, at) => EntryState.Drifted(row, found.IsCancelled ? null : other, at));
        }

        var changed = await graph.ChangeAsync(own, found, stop);
        return changed.IsDone ? await StandAsync(own, found)
            : changed.Outcome == GraphOutcome.Missing ? await MissingAsync(own, changed) : await LaterAsync(own, changed);
    }

    private async Task<bool> CancelAsync(OutlookMeeting own, CancellationToken stop)
    {
        var answer = await graph.CancelAsync(own, own.Comment ?? "Mötet är inställt.", stop);
        return answer.IsDone || (answer.Outcome == GraphOutcome.Missing && !IsSettling(own))
            ? await WriteAsync(own, (row, now) => EntryState.Gone(row, now, "inställd i Outlook"))
            : await LaterAsync(own, answer);
    }

    private Task<bool> MissingAsync(OutlookMeeting own, GraphAnswer answer) => IsSettling(own) ? LaterAsync(own, answer)
        : WriteAsync(own, (row, now) => EntryState.Drifted(row, null, now));

    private bool IsSettling(OutlookMeeting own) => own.Looked + Settling > book.Now;

    private static GraphEvent? FoundIn(GraphAnswer look) => look.Content is not { } json ? null
        : json.TryGetProperty("value", out _) ? GraphEvent.ReadAll(json).FirstOrDefault(one => !one.IsCancelled)
        : GraphEvent.Read(json);

    private Task<bool> StandAsync(OutlookMeeting own, GraphEvent found) =>
        WriteAsync(own, (row, now) => EntryState.Stand(row, found, now));

    // A new entry that says something else than we said is told, and not believed.
    private Task<bool> MadeAsync(OutlookMeeting own, GraphEvent made) => WriteAsync(own, (row, now) =>
    {
        EntryState.Stand(row, made, now);
        if (EntryDrift.Of(OutlookEvent.Read(row.Told!), made) is { } other)
        {
            EntryState.Drifted(row, other, now);
        }
    });

    private async Task<bool> WriteAsync(OutlookMeeting own, Action<OutlookMeeting, Instant> change) =>
        await book.WriteAsync(own.Uid, (row, box) =>
        {
            (box.Trouble, box.Troubled) = (null, null);
            change(row, book.Now);
        }) is not null;

    private async Task<bool> LaterAsync(OutlookMeeting own, GraphAnswer answer)
    {
        await book.WriteAsync(own.Uid, (row, box) => EntryDelay.Apply(row, box, answer, book.Now));
        return !answer.NeedsAdministrator && answer.Wait is null;
    }
}
