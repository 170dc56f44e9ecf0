using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Deliveries;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Outbox;

/// <summary>What came of a person's decision about a delivery.</summary>
public enum OutboxOutcome
{
    Done,

    /// <summary>There is no such delivery, or not where that person decides.</summary>
    NotThere,

    /// <summary>It is being sent, was sent or was dropped: there is nothing to decide.</summary>
    NothingToDo,

    /// <summary>Something later about the same meeting has taken its place; it was dropped instead.</summary>
    Replaced,

    /// <summary>There is no address that it could go to.</summary>
    NoAddress,
}

/// <summary>Where a person sees what is sent, and decides about what does not go by itself.</summary>
public sealed class OutboxDesk(Database database)
{
    /// <summary>As many as a page shows.</summary>
    public const int Most = 100;

    /// <summary>The newest of a collaboration, or of all; what waits for a person first. Without contents.</summary>
    public async Task<IReadOnlyList<Delivery>> NewestAsync(string? only, DeliveryState? state, CancellationToken cancel)
    {
        await using var context = database.Open();
        return await context.Deliveries
            .Where(own => (only == null || own.Collaboration == only) && (state == null || own.State == state))
            .OrderByDescending(own => own.State == DeliveryState.Parked).ThenByDescending(own => own.Id).Take(Most)
            .Select(own => new Delivery
            {
                Id = own.Id, Key = own.Key, Kind = own.Kind, Collaboration = own.Collaboration, Uid = own.Uid,
                Recipient = own.Recipient, Subject = own.Subject, Content = Array.Empty<byte>(), State = own.State,
                Attempts = own.Attempts, Created = own.Created, NotBefore = own.NotBefore, Settled = own.Settled,
                History = own.History,
            }).ToListAsync(cancel);
    }

    /// <summary>How many there are in each state, of a collaboration or of all.</summary>
    public async Task<IReadOnlyDictionary<DeliveryState, int>> CountsAsync(string? only, CancellationToken cancel)
    {
        await using var context = database.Open();
        return await context.Deliveries.Where(own => only == null || own.Collaboration == only)
            .GroupBy(own => own.State).Select(own => new { own.Key, Count = own.Count() })
            .ToDictionaryAsync(own => own.Key, own => own.Count, cancel);
    }

    /// <summary>Why nothing is sent for a while; null when it goes.</summary>
    public async Task<OutboxPause?> PauseAsync(CancellationToken cancel)
    {
        await using var context = database.Open();
        return await context.OutboxPauses.AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    /// <summary>Has it sent as soon as may be, with all its attempts before it.</summary>
    /// <param name="only">The collaboration that it has to be of; null for any.</param>
    public Task<OutboxOutcome> RetryAsync(long id, string? only, string who, Instant now, CancellationToken cancel) =>
        DecideAsync(id, only, async (context, delivery, at) =>
        {
            if (await context.Deliveries.AnyAsync(later => delivery.Uid != null && later.Uid == delivery.Uid
                && later.Recipient == delivery.Recipient && later.Id > delivery.Id
                && later.State != DeliveryState.Dropped, cancel))
            {
                await EndAsync(context, delivery, (at, "ersatt av ett senare"), cancel);
                return OutboxOutcome.Replaced;
            }

            if (delivery.Content.Length == 0)
            {
                return OutboxOutcome.NoAddress;
            }

            var line = SendingBook.Line(at, "ska försökas igen");
            var changed = await Open(context, id).ExecuteUpdateAsync(row => row
                .SetProperty(own => own.State, DeliveryState.Waiting).SetProperty(own => own.NotBefore, own => own.Created)
                .SetProperty(own => own.Attempts, 0).SetProperty(own => own.Unanswered, 0)
                .SetProperty(own => own.Settled, (Instant?)null)
                .SetProperty(own => own.History, own => own.History + line), cancel);
            return Note(context, changed, delivery, (at, who, "retry", "Försöker igen"));
        }, now, cancel);

    /// <summary>Has it never sent.</summary>
    /// <inheritdoc cref="RetryAsync"/>
    public Task<OutboxOutcome> DropAsync(long id, string? only, string who, Instant now, CancellationToken cancel) =>
        DecideAsync(id, only, async (context, delivery, at) =>
        {
            var changed = await EndAsync(context, delivery, (at, "ska inte skickas"), cancel);
            return Note(context, changed, delivery, (at, who, "drop", "Skickar inte"));
        }, now, cancel);

    private Task<OutboxOutcome> DecideAsync(long id, string? only,
        Func<AnnualCycleContext, Delivery, Instant, Task<OutboxOutcome>> decide, Instant now, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            var delivery = await context.Deliveries.AsNoTracking().SingleOrDefaultAsync(
                own => own.Id == id && (only == null || own.Collaboration == only), cancel);
            return delivery switch
            {
                null => OutboxOutcome.NotThere,
                { State: DeliveryState.Waiting or DeliveryState.Parked } =>
                    await decide(context, delivery, await Database.NotBeforeAsync(context, now, cancel)),
                _ => OutboxOutcome.NothingToDo,
            };
        }, cancel);

    private static Task<int> EndAsync(
        AnnualCycleContext context, Delivery delivery, (Instant At, string Text) end, CancellationToken cancel)
    {
        var line = SendingBook.Line(end.At, end.Text);
        return Open(context, delivery.Id).ExecuteUpdateAsync(row => row
            .SetProperty(own => own.State, DeliveryState.Dropped).SetProperty(own => own.Settled, (Instant?)end.At)
            .SetProperty(own => own.History, own => own.History + line), cancel);
    }

    // A sender may have claimed it since it was read: then it is the sender's.
    private static IQueryable<Delivery> Open(AnnualCycleContext context, long id) => context.Deliveries.Where(own =>
        own.Id == id && (own.State == DeliveryState.Waiting || own.State == DeliveryState.Parked));

    // Whom it was to stands in the delivery; the log is kept when that person is forgotten.
    private static OutboxOutcome Note(AnnualCycleContext context, int changed, Delivery delivery,
        (Instant At, string Who, string Action, string Text) done)
    {
        if (changed == 0)
        {
            return OutboxOutcome.NothingToDo;
        }

        context.Audit.Add(new AuditEntry
        {
            At = done.At, Who = done.Who, Action = $"outbox {done.Action}", Collaboration = delivery.Collaboration,
            Subject = $"{delivery.Id}", Text = $"{done.Text}: brev {delivery.Id}, {delivery.Subject}",
        });
        return OutboxOutcome.Done;
    }
}
