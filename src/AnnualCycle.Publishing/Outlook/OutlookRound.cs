using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// Brings what is wanted to the organisers' Outlook: each mailbox by one process at a time, several mailboxes at once.
/// Doing it again at once finds nothing to do.
/// </summary>
/// <param name="name">Who writes; another name in every process.</param>
public sealed class OutlookRound(
    Database database, GraphCalendar graph, OutlookSettings settings, TimeProvider time, string name)
{
    private const int MailboxesAtOnce = 8;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>
    /// Does all that can be done now. What is asked when it is stopped comes to its end, or is looked at the next time.
    /// </summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var (mailboxes, faults) = (await DueAsync(stop), new ConcurrentQueue<ExceptionDispatchInfo>());
        await Parallel.ForEachAsync(mailboxes,
            new ParallelOptions { MaxDegreeOfParallelism = MailboxesAtOnce, CancellationToken = stop }, async (mailbox, cancel) =>
            {
                try
                {
                    await VisitAsync(mailbox, cancel);
                }
                catch (Exception fault) when (!cancel.IsCancellationRequested)
                {
                    // The others go on; it is told when they have.
                    faults.Enqueue(ExceptionDispatchInfo.Capture(fault));
                }
            });
        faults.FirstOrDefault()?.Throw();
    }

    /// <summary>
    /// For who is alone with the database: what another process held when it was cut off is taken over at once.
    /// </summary>
    public Task<int> TakeOverAsync(CancellationToken cancel) => database.ChangeAsync(context => context.OutlookMailboxes
        .ExecuteUpdateAsync(row => row.SetProperty(own => own.Holder, (string?)null).SetProperty(own => own.HeldUntil, (Instant?)null), cancel), cancel);

    private async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancel)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        await using var context = database.Open();
        var due = await EntryBook.Due(context, now).Select(own => own.Mailbox).Distinct().ToListAsync(cancel);
        var boxes = due.Count == 0 ? [] : await context.OutlookMailboxes.AsNoTracking().ToDictionaryAsync(own => own.Mailbox, cancel);
        return [.. due.Where(mailbox => boxes.GetValueOrDefault(mailbox) is not { } box || EntryBook.IsOpen(box, now))
            .Order(StringComparer.Ordinal)];
    }

    private async Task VisitAsync(string mailbox, CancellationToken stop)
    {
        var book = new EntryBook(database, mailbox, name, time, _turn);
        if (!await book.TakeAsync(stop))
        {
            return;
        }

        try
        {
            var work = new EntryWork(graph, book, settings.MailsPerMinute);
            while (!stop.IsCancellationRequested && await book.NextAsync(stop) is { } next && await work.StepAsync(next, stop))
            {
            }
        }
        finally
        {
            await book.LetGoAsync();
        }
    }
}
