using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Duties;
using AnnualCycle.Storage.Holidays;
using AnnualCycle.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.Reminders;

/// <summary>What deadlines, reminders and holidays have of one person.</summary>
public sealed record ReminderTraces(
    IReadOnlyList<Reminder> Reminders, IReadOnlyList<HandedIn> HandedIn, IReadOnlyList<MutedMail> Muted,
    IReadOnlyList<HolidayRequest> Holidays, IReadOnlyList<StaffingConfirmation> Staffing)
{
    /// <summary>Pieces of news that the person has been told.</summary>
    public required IReadOnlyList<ToldNews> News { get; init; }

    public bool IsEmpty => Reminders.Count == 0 && HandedIn.Count == 0 && Muted.Count == 0 && Holidays.Count == 0
        && Staffing.Count == 0 && News.Count == 0;

    public static async Task<ReminderTraces> ReadAsync(
        AnnualCycleContext context, string email, CancellationToken cancel) => new(
        await context.Reminders.AsNoTracking().Where(own => own.Email == email)
            .OrderBy(own => own.Day).ThenBy(own => own.Key).ToListAsync(cancel),
        await context.HandedIn.AsNoTracking().Where(own => own.Who == email).OrderBy(own => own.Uid).ToListAsync(cancel),
        await context.MutedMails.AsNoTracking().Where(own => own.Email == email).OrderBy(own => own.Kind).ToListAsync(cancel),
        await context.HolidayRequests.AsNoTracking().Where(own => own.AnsweredBy == email)
            .OrderBy(own => own.GroupId).ThenBy(own => own.Year).ThenBy(own => own.Holiday).ToListAsync(cancel),
        await context.StaffingConfirmations.AsNoTracking().Where(own => own.Email == email)
            .OrderBy(own => own.Day).ThenBy(own => own.Collaboration).ToListAsync(cancel))
    {
        News = await context.ToldNews.AsNoTracking().Where(own => own.Email == email)
            .OrderBy(own => own.At).ThenBy(own => own.Key).ToListAsync(cancel),
    };

    /// <summary>Takes away what is the person's own, and the person out of what is the groups'.</summary>
    /// <returns>How many rows had the person.</returns>
    public static async Task<int> ForgetAsync(AnnualCycleContext context, string email, CancellationToken cancel)
    {
        var done = await context.HandedIn.Where(own => own.Who == email).ExecuteUpdateAsync(
            row => row.SetProperty(own => own.Who, PersonalTraces.Instead), cancel);
        var answered = await context.HolidayRequests.Where(own => own.AnsweredBy == email).ExecuteUpdateAsync(
            row => row.SetProperty(own => own.AnsweredBy, PersonalTraces.Instead), cancel);
        await context.PersonLinks.Where(own => own.Email == email).ExecuteDeleteAsync(cancel);
        await context.ToldNews.Where(own => own.Email == email).ExecuteDeleteAsync(cancel);
        return done + answered
            + await context.MutedMails.Where(own => own.Email == email).ExecuteDeleteAsync(cancel)
            + await context.StaffingConfirmations.Where(own => own.Email == email).ExecuteDeleteAsync(cancel)
            + await context.Reminders.Where(own => own.Email == email).ExecuteDeleteAsync(cancel);
    }
}
