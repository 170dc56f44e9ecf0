using System.Text;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Reminders;

/// <summary>
/// Walks a reminded year day by day: what people do happens on its day, and every mail is collected. The same walk can be
/// made by a service that is cut off, that is two, or whose clock jumps.
/// </summary>
/// <param name="round">One round of reminders at a time; the answer says which mails it laid out.</param>
internal sealed class ReminderWalk(RemindedYear year, Func<Instant, Task<IReadOnlyList<Delivery>>> round)
{
    private readonly StringBuilder _text = new();
    private int _mails;

    /// <summary>Every mail with what it reminds of, in the order in which they were laid out.</summary>
    public string Text => _text.ToString();

    public int Mails => _mails;

    public ReminderWalk(RemindedYear year) : this(year, year.KeepAsync)
    {
    }

    /// <summary>The hours at which the service looks; the nights are there to see that nothing happens.</summary>
    public IReadOnlyList<LocalTime> Hours { get; init; } = [new(3, 0), new(8, 0), new(20, 0)];

    /// <summary>The last month that is walked.</summary>
    public int Until { get; init; } = 12;

    /// <summary>Days on which the service is down.</summary>
    public Func<LocalDate, bool> IsDown { get; init; } = _ => false;

    /// <summary>Days after which the clock is a day behind for one round.</summary>
    public Func<LocalDate, bool> GoesBack { get; init; } = _ => false;

    public async Task WalkAsync()
    {
        for (var day = new LocalDate(year.Year, 1, 3); day.Year == year.Year && day.Month <= Until; day = day.PlusDays(1))
        {
            await HappensAsync(day);
            if (IsDown(day))
            {
                continue;
            }

            foreach (var hour in Hours)
            {
                await LookAsync(SwedishTime.At(day + hour));
            }

            if (GoesBack(day))
            {
                Assert.Empty(await round(SwedishTime.At(day.PlusDays(-1) + new LocalTime(9, 0))));
            }
        }
    }

    private async Task LookAsync(Instant now)
    {
        var mails = await round(now);
        _mails += mails.Count;
        if (mails.Count == 0)
        {
            return;
        }

        await using var context = year.Service.Database.Open();
        foreach (var mail in mails.OrderBy(mail => mail.Recipient, StringComparer.Ordinal).ThenBy(mail => mail.Kind, StringComparer.Ordinal))
        {
            var clock = SwedishTime.Of(now);
            _text.Append($"{SwedishDates.Iso(clock.Date)} {SwedishDates.Short(clock.Date)[..3]} {SwedishDates.Clock(clock.TimeOfDay)}  "
                + $"{mail.Recipient.Split('@')[0],-5} {mail.Subject}\n");
            var items = await context.Reminders.Where(own => own.Delivery == mail.Key).ToListAsync();
            foreach (var item in items.OrderBy(item => item.Due).ThenBy(item => item.Title, StringComparer.Ordinal).ThenBy(item => item.Day))
            {
                _text.Append($"    {item.Step,-15} {item.Title}\n");
            }
        }
    }

    // What people do in a year that has everything: they are done in time and late, move, call off, and choose.
    private async Task HappensAsync(LocalDate day)
    {
        var noon = SwedishTime.At(day + new LocalTime(7, 0));
        switch (day.Month, day.Day)
        {
            case (4, 15):
                await year.SettleAsync($"Brister, kvartal 1 {year.Year}", noon);
                break;
            case (5, 3):
                await year.ChooseAsync(RemindedYear.Bo, ReminderPace.Weekly);
                break;
            case (6, 14):
                await year.SettleAsync("Nästa revidering", noon);
                break;
            case (8, 20):
                await ChangeAsync(noon, (edit, plan) => edit.Move(plan, Third(plan).Id, Third(plan).Date.PlusDays(14)));
                break;
            case (8, 30):
                await year.SettleAsync($"Brister, kvartal 2 {year.Year}", noon);
                break;
            case (12, 28):
                await year.MuteAsync(RemindedYear.Fia, MailGroup.DutyReminders.Name, noon);
                break;
            case (10, 7):
                await ChangeAsync(noon, (edit, plan) => edit.Cancel(plan, Meetings(plan)[3].Id, day, "Inga frågor"));
                break;
        }
    }

    private async Task ChangeAsync(Instant now, Func<Plans.Changes.PlanEdit, Plan, Plans.Changes.EditedPlan> make)
    {
        await year.Service.EditAsync(year.Year, now, make);
        await year.Service.PublishAsync(now + Duration.FromMinutes(1), PlanState.Adopted, year.Year, "ost");
    }

    private static PlannedMeeting Third(Plan plan) => Meetings(plan)[2];

    private static List<PlannedMeeting> Meetings(Plan plan) => [.. plan.Meetings.Where(meeting => meeting.Title == "Styrgruppen")];
}
