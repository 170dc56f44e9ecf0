using AnnualCycle.Calendars;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Reminders;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>
/// Reminds everybody of what it is time for, once: the mail and the note that it is done are one change. Asked again it
/// finds nothing to do; asked late it does what is still of use and notes what is not.
/// </summary>
public sealed class ReminderKeeper(AnnualCycleContext context, FeedKey key, Correspondence post, WorkCalendar calendar)
{
    /// <summary>People are written to from this hour on, and not after the other.</summary>
    public static readonly LocalTime Morning = new(8, 0), Evening = new(18, 0);

    /// <summary>Whether people can be reminded at a time: on a working day, by daylight.</summary>
    public static bool IsTime(WorkCalendar calendar, LocalDateTime now) =>
        now.TimeOfDay >= Morning && now.TimeOfDay < Evening && new ReminderDays(calendar).IsOpen(now.Date);

    /// <returns>The mails that were laid out.</returns>
    public async Task<IReadOnlyList<Delivery>> KeepAsync(Instant now, CancellationToken cancel)
    {
        var clock = SwedishTime.Of(now);
        if (!IsTime(calendar, clock))
        {
            return [];
        }

        var found = await ReminderThings.ReadAsync(
            context, calendar, clock.Date, clock.Date.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)), cancel);
        var at = await Database.NotBeforeAsync(context, now, cancel);
        await new Withdrawal(context, clock.Date).WithdrawAsync(found.Things, at, cancel);
        var since = clock.Date.PlusDays(-ReminderChoice.LooksBack);
        var known = await context.Reminders.Where(own => own.Day >= since).Select(own => own.Key).ToHashSetAsync(cancel);
        var choice = new ReminderChoice(clock, known, new ReminderDays(calendar));
        var due = found.Things.SelectMany(choice.Of).DistinctBy(reminder => reminder.Key).ToList();
        return due.Count == 0 ? [] : await WriteAsync(due,
            new ReminderPost(context, key, post, new ReminderLetter(post.Messages, found.Names, clock.Date)), at, cancel);
    }

    private async Task<IReadOnlyList<Delivery>> WriteAsync(
        IReadOnlyList<DueReminder> due, ReminderPost mails, Instant at, CancellationToken cancel)
    {
        var laid = new List<Delivery>();
        foreach (var person in due.Where(own => own.Reason is null).GroupBy(own => own.Thing.To.Email)
            .OrderBy(own => own.Key, StringComparer.Ordinal))
        {
            laid.AddRange(await mails.LayAsync([.. person], at, cancel));
        }

        context.Reminders.AddRange(due.Select(own => Row(own, mails.DeliveryOf(own), at)));
        await context.SaveChangesAsync(cancel);
        return laid;
    }

    private static Reminder Row(DueReminder own, Delivery? mail, Instant at) => new()
    {
        Key = own.Key, Email = own.Thing.To.Email, Collaboration = own.Thing.Collaboration,
        Kind = mail?.Kind ?? (own.Thing.Meeting is null ? DeliveryKind.Reminder : DeliveryKind.MeetingReminder),
        Uid = own.Thing.Uid, Title = own.Thing.Title, Due = own.Thing.Due, Step = own.Step.Name, Day = own.Step.Day,
        State = own.Reason is null ? ReminderState.Sent : ReminderState.Skipped, Reason = own.Reason,
        Delivery = mail?.Key, At = at,
    };
}
