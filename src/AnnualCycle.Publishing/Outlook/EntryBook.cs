using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// What one process writes of one mailbox while it holds it. Each write says that it is still held: who has lost it to
/// another process writes nothing more.
/// </summary>
/// <param name="turn">Mailboxes that are worked on at once write one after the other: all changes wait for each other anyway.</param>
internal sealed class EntryBook(Database database, string mailbox, string holder, TimeProvider time, SemaphoreSlim turn)
{
    /// <summary>
    /// Longer than what is asked between two writes is waited for, so that nobody else begins while it may be on its way.
    /// </summary>
    public static readonly Duration Lease = Duration.FromMinutes(10);

    private static readonly Duration LongestTurn = Duration.FromHours(1);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>False when another process holds it, or it is to be left alone for now.</summary>
    public Task<bool> TakeAsync(CancellationToken cancel) => ChangeAsync(async context =>
    {
        var box = await BoxAsync(context, cancel);
        if ((box.Holder != null && box.Holder != holder && box.HeldUntil > Now) || !IsOpen(box, Now))
        {
            return false;
        }

        (box.Holder, box.HeldUntil) = (holder, Now + Lease);
        return true;
    }, cancel);

    /// <summary>Whether anything may be asked of it now.</summary>
    public static bool IsOpen(OutlookMailbox box, Instant now) =>
        box.PausedBy is null && !(box.NotBefore > now) && !(box.MailsFrom > now);

    /// <summary>
    /// What can be done now. Where another organiser takes over, the old entry goes first, so that nobody sees two; but if
    /// that does not get on, they are not kept waiting for ever.
    /// </summary>
    public static IQueryable<OutlookMeeting> Due(AnnualCycleContext context, Instant now)
    {
        var longAgo = now - LongestTurn;
        return context.OutlookMeetings.AsNoTracking().Where(own => own.Trouble == null && own.Drift == null && own.NotBefore <= now
            && (own.Operation != null || own.WantedRevision != own.ToldRevision)
            && (own.Operation != null || own.Told != null || own.WantedAt <= longAgo
                || !context.OutlookMeetings.Any(other => other.Uid == own.Uid && other.Mailbox != own.Mailbox
                    && other.Wanted == null && (other.Told != null || other.Operation != null))));
    }

    /// <summary>Lets others have it at once.</summary>
    public Task<bool> LetGoAsync() => ChangeAsync(async context =>
    {
        var box = await BoxAsync(context, default);
        (box.Holder, box.HeldUntil) = box.Holder == holder ? (null, null) : (box.Holder, box.HeldUntil);
        return true;
    });

    /// <summary>What has waited longest; null when nothing is to be done now.</summary>
    public async Task<OutlookMeeting?> NextAsync(CancellationToken cancel)
    {
        await using var context = database.Open();
        var now = Now;
        return await Due(context, now).Where(own => own.Mailbox == mailbox)
            .OrderBy(own => own.WantedAt).ThenBy(own => own.Uid).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Changes a meeting and its mailbox at once.</summary>
    /// <returns>The meeting as it is then; null when the mailbox is another's by now, and nothing was written.</returns>
    public Task<OutlookMeeting?> WriteAsync(string uid, Action<OutlookMeeting, OutlookMailbox> change) =>
        ChangeAsync(async context =>
        {
            var box = await BoxAsync(context, default);
            var meeting = await context.OutlookMeetings.SingleAsync(own => own.Uid == uid && own.Mailbox == mailbox);
            if (box.Holder != holder)
            {
                return null;
            }

            box.HeldUntil = Now + Lease;
            change(meeting, box);
            return meeting;
        });

    private async Task<T> ChangeAsync<T>(Func<AnnualCycleContext, Task<T>> change, CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await database.ChangeAsync(change, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<OutlookMailbox> BoxAsync(AnnualCycleContext context, CancellationToken cancel) =>
        await context.OutlookMailboxes.FindAsync([mailbox], cancel)
            ?? context.OutlookMailboxes.Add(new OutlookMailbox { Mailbox = mailbox }).Entity;
}
