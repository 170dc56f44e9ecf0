using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>
/// Takes back reminders that have waited so long that they are of no use: what they remind of is done, called off, moved or
/// over, or is somebody else's now.
/// </summary>
internal sealed class Withdrawal(AnnualCycleContext context, LocalDate today)
{
    private static readonly string[] Kinds =
        [DeliveryKind.Reminder, DeliveryKind.MeetingReminder, DeliveryKind.WeekReminder];

    /// <param name="things">All that people are to be reminded of now.</param>
    public async Task WithdrawAsync(IReadOnlyList<ReminderThing> things, Instant at, CancellationToken cancel)
    {
        var waiting = await context.Deliveries.Where(mail => Kinds.Contains(mail.Kind)
                && (mail.State == DeliveryState.Waiting || mail.State == DeliveryState.Parked))
            .Select(mail => mail.Key).ToListAsync(cancel);
        if (waiting.Count == 0)
        {
            return;
        }

        var alive = things.Where(thing => thing.Hushed is null)
            .SelectMany(thing => thing.Steps.Select(step => (DueReminder.KeyOf(thing, step), IsOfUse: step.IsLate || thing.Due >= today)))
            .Where(own => own.IsOfUse).Select(own => own.Item1).ToHashSet();
        var rows = await context.Reminders.AsNoTracking().Where(own => own.Delivery != null && waiting.Contains(own.Delivery))
            .Select(own => new { own.Delivery, own.Key }).ToListAsync(cancel);
        var stale = rows.GroupBy(own => own.Delivery!).Where(mail => mail.All(own => !alive.Contains(own.Key)))
            .Select(mail => mail.Key).ToList();
        var line = $"{at} behövs inte längre\n";
        await context.Deliveries.Where(mail => stale.Contains(mail.Key)).ExecuteUpdateAsync(row => row
            .SetProperty(mail => mail.State, DeliveryState.Dropped).SetProperty(mail => mail.Settled, (Instant?)at)
            .SetProperty(mail => mail.History, mail => mail.History + line), cancel);
    }
}
