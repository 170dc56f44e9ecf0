using AnnualCycle.Calendars;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>A mail that somebody is to get if nothing changes meanwhile.</summary>
/// <param name="Day">Always a working day.</param>
/// <param name="About">What it reminds of, and the day that is about.</param>
public sealed record ComingMail(LocalDate Day, IReadOnlyList<(string Title, LocalDate Due)> About);

/// <summary>"You will get these mails on these days": the reminders that a person is to get, by the same rules as those
/// that are sent.</summary>
public static class ReminderForecast
{
    /// <summary>How far ahead people are shown what is to come.</summary>
    public static readonly Period Ahead = Period.FromMonths(12);

    /// <param name="email">In lower case.</param>
    /// <returns>In order; what is late already comes again every week and is not among them.</returns>
    public static async Task<IReadOnlyList<ComingMail>> OfAsync(AnnualCycleContext context, WorkCalendar calendar,
        string email, Instant now, CancellationToken cancel)
    {
        var clock = SwedishTime.Of(now);
        var found = await ReminderThings.ReadAsync(context, calendar, clock.Date, clock.Date + Ahead, cancel);
        var since = clock.Date.PlusDays(-ReminderChoice.LooksBack);
        var known = await context.Reminders.AsNoTracking().Where(own => own.Email == email && own.Day >= since)
            .Select(own => own.Key).ToHashSetAsync(cancel);
        var first = clock.TimeOfDay < ReminderKeeper.Evening ? clock.Date : clock.Date.PlusDays(1);
        return
        [
            .. found.Things.Where(thing => thing.To.Email == email && thing.Hushed is null)
                .SelectMany(thing => thing.Steps.Where(step => !step.IsLate && step.Day >= first
                        && !known.Contains(DueReminder.KeyOf(thing, step)))
                    .Select(step => (Day: DayOf(thing, step.Day), thing.Title, thing.Due)))
                .Distinct().GroupBy(own => own.Day).OrderBy(same => same.Key)
                .Select(same => new ComingMail(same.Key,
                    [.. same.OrderBy(own => own.Due).ThenBy(own => own.Title, StringComparer.Ordinal).Select(own => (own.Title, own.Due))])),
        ];

        LocalDate DayOf(ReminderThing thing, LocalDate day)
        {
            if (thing.To.Pace == ReminderPace.Single)
            {
                return day;
            }

            var days = new AnnualCycle.Reminders.ReminderDays(calendar);
            var monday = day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
            return Enumerable.Range(0, 7).Select(monday.PlusDays).First(own => own >= first && days.IsOpen(own) || own >= day);
        }
    }
}
