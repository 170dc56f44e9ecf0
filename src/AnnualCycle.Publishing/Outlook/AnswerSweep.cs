using AnnualCycle.Publishing.Answers;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Outlook;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// Reads coming entries in the organisers' calendars, where Outlook keeps who has answered what, and sees what people have
/// changed there by hand. Nothing in Outlook is changed by it.
/// </summary>
public sealed class AnswerSweep(Database database, GraphCalendar graph, TimeProvider time)
{
    // One of the four that a mailbox takes at once is left for whoever writes.
    private const int AtOnce = 3;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task RunAsync(CancellationToken stop)
    {
        var (rows, boxes) = await ComingAsync(stop);
        await Parallel.ForEachAsync(rows.GroupBy(own => own.Mailbox), stop, async (mailbox, cancel) =>
        {
            var box = boxes.GetValueOrDefault(mailbox.Key);
            if (box is null || (box.PausedBy is null && !(box.NotBefore > Now)))
            {
                await ReadAllAsync(mailbox, cancel);
                await ClearAsync(box, cancel);
            }
        });
    }

    private async Task<(IReadOnlyList<OutlookMeeting> Rows, IReadOnlyDictionary<string, OutlookMailbox> Boxes)> ComingAsync(
        CancellationToken cancel)
    {
        await using var context = database.Open();
        var today = SwedishTime.DayOf(Now);
        var rows = await context.OutlookMeetings.AsNoTracking()
            .Where(own => own.Told != null && own.EventId != null && own.Operation == null).OrderBy(own => own.Uid).ToListAsync(cancel);
        return ([.. rows.Where(own => OutlookEvent.Read(own.Seen!).Date >= today)],
            await context.OutlookMailboxes.AsNoTracking().ToDictionaryAsync(own => own.Mailbox, cancel));
    }

    private async Task ReadAllAsync(IEnumerable<OutlookMeeting> rows, CancellationToken stop)
    {
        // A mailbox that wants to be left alone is, from the first answer that says so.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await Parallel.ForEachAsync(rows,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = enough.Token }, async (own, cancel) =>
                {
                    var answer = await graph.ReadAsync(own.Mailbox, own.EventId!, cancel);
                    if (answer.Wait is not null || answer.NeedsAdministrator)
                    {
                        await LeaveAloneAsync(own.Mailbox, answer);
                        await enough.CancelAsync();
                    }
                    else if (answer.Outcome is GraphOutcome.Done or GraphOutcome.Missing)
                    {
                        await TakeAsync(own, answer.Content is { } json ? GraphEvent.Read(json) : null, cancel);
                    }
                });
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The rest of the mailbox is read the next time.
        }
    }

    // It lets itself be read again: nothing is the matter with it.
    private async Task ClearAsync(OutlookMailbox? before, CancellationToken cancel)
    {
        if (before?.Trouble is not null)
        {
            await database.ChangeAsync(context => context.OutlookMailboxes
                .Where(own => own.Mailbox == before.Mailbox && (own.NotBefore == null || own.NotBefore == before.NotBefore))
                .ExecuteUpdateAsync(row => row.SetProperty(own => own.Trouble, (string?)null)
                    .SetProperty(own => own.Troubled, (Instant?)null), cancel), cancel);
        }
    }

    private Task LeaveAloneAsync(string mailbox, GraphAnswer answer) => database.ChangeAsync(async context =>
    {
        var box = await context.OutlookMailboxes.FindAsync(mailbox)
            ?? context.OutlookMailboxes.Add(new OutlookMailbox { Mailbox = mailbox }).Entity;
        EntryDelay.LeaveAlone(box, answer, Now);
        return box;
    });

    private async Task TakeAsync(OutlookMeeting own, GraphEvent? found, CancellationToken cancel)
    {
        if (found is null && own.Looked + EntryWork.Settling > Now)
        {
            return;
        }

        var drift = DriftOf(own, found);
        // Whoever answers to another time than ours has not answered to ours.
        var isOurs = found is not null && own.WantedRevision == own.ToldRevision && IsSameTime(OutlookEvent.Read(own.Told!), found);
        var answers = isOurs ? await NewAnswersAsync(own, found!, cancel) : [];
        if (drift?.Written == own.Drift && answers.Count == 0 && (found?.JoinUrl ?? own.JoinUrl) == own.JoinUrl)
        {
            return;
        }

        await database.ChangeAsync(async context =>
        {
            var row = await context.OutlookMeetings.SingleAsync(one => one.Uid == own.Uid && one.Mailbox == own.Mailbox, cancel);
            // What has been written meanwhile is newer than what was read.
            if (row.Operation is null && row.ToldRevision == own.ToldRevision && row.EventId == own.EventId && row.Drift == own.Drift)
            {
                Note(row, drift, found);
                foreach (var (email, answer, at) in answers)
                {
                    await MeetingAnswers.TakeAsync(context, own.Uid, email, answer, new AnswerSource("Outlook", null, at, null), Now, cancel);
                }
            }

            return row;
        }, cancel);
    }

    private static bool IsSameTime(OutlookEvent told, GraphEvent found) =>
        (found.Start, found.End) == (told.Date + told.Start, told.Date + told.End);

    private static OutlookDrift? DriftOf(OutlookMeeting own, GraphEvent? found) =>
        found is null or { IsCancelled: true } ? new OutlookDrift(null)
        : EntryDrift.Of(OutlookEvent.Read(own.Seen!), found) is { } other ? new OutlookDrift(other) : null;

    private void Note(OutlookMeeting row, OutlookDrift? drift, GraphEvent? found)
    {
        row.JoinUrl = found?.JoinUrl ?? row.JoinUrl;
        row.Looked = Now;
        if (drift?.Written != row.Drift)
        {
            row.Drift = drift?.Written;
            EntryState.Note(row, Now, drift is null ? "åter som i planen" : drift.Found is null
                ? "borttagen i Outlook av någon annan" : "ändrad i Outlook av någon annan");
        }
    }

    // Given to the time that holds now, and after what was answered before.
    private async Task<IReadOnlyList<(string Email, Answer Answer, Instant At)>> NewAnswersAsync(
        OutlookMeeting own, GraphEvent found, CancellationToken cancel)
    {
        await using var context = database.Open();
        var told = await context.Invitations.AsNoTracking().Where(one => one.Uid == own.Uid
            && one.Channel == InviteChannel.Outlook && one.State == InvitationState.Live).ToListAsync(cancel);
        var names = OutlookEvent.Read(own.Told!).Attendees.Where(one => one.Name.Length > 0).ToLookup(one => one.Name, one => one.Email);
        return
        [
            .. from one in found.Attendees
               where one.Answer is not null && one.Answered is not null && !(one.Answered < own.Timed)
               let email = told.Any(row => row.Email == one.Email) || names[one.Name].Count() != 1 ? one.Email : names[one.Name].First()
               from row in told.Where(row => row.Email == email)
               where row.AnsweredSequence != row.Sequence || row.Answered is null || row.Answered < one.Answered
               select (email, one.Answer!.Value, one.Answered!.Value),
        ];
    }
}
