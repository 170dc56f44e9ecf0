using AnnualCycle.Publishing.Links;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Holidays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>A staffing day by somebody's link.</summary>
/// <param name="Confirmed">All that have confirmed it, the first one first.</param>
public sealed record StaffingAsked(StaffingSubject Subject, string Email, IReadOnlyList<StaffingConfirmation> Confirmed)
{
    public bool IsConfirmed => Confirmed.Any(own => own.Email == Email);
}

/// <summary>Shows a staffing day to whoever has its link, and takes what people confirm.</summary>
public static class StaffingReplies
{
    /// <summary>Null when nobody was given such a link.</summary>
    public static async Task<StaffingAsked?> ReadAsync(AnnualCycleContext context, string token, CancellationToken cancel) =>
        await PersonLinks.FindAsync(context, PersonLinkPurpose.Staffing, token, cancel) is { } link
        && StaffingSubject.Read(link.Subject) is { } subject
            ? new StaffingAsked(subject, link.Email, await ConfirmedAsync(context, subject, cancel)) : null;

    public static async Task<IReadOnlyList<StaffingConfirmation>> ConfirmedAsync(
        AnnualCycleContext context, StaffingSubject subject, CancellationToken cancel) =>
        await context.StaffingConfirmations.AsNoTracking()
            .Where(own => own.Collaboration == subject.Collaboration && own.Day == subject.Day)
            .OrderBy(own => own.At).ThenBy(own => own.Email).ToListAsync(cancel);

    /// <summary>Whether it can still be confirmed, or taken back: until the day is over.</summary>
    public static bool IsOpen(StaffingSubject subject, Instant now) => SwedishTime.DayOf(now) <= subject.Day;

    /// <summary>Confirms for all of a person's organisations; again changes nothing.</summary>
    /// <param name="who">Who confirms, and for which organisations.</param>
    /// <returns>False when the day is over.</returns>
    public static async Task<bool> ConfirmAsync(AnnualCycleContext context, StaffingSubject subject,
        (string Email, IReadOnlyList<string> Organisations) who, Instant now, CancellationToken cancel)
    {
        if (!IsOpen(subject, now))
        {
            return false;
        }

        if (await context.StaffingConfirmations.FindAsync([subject.Collaboration, subject.Day, who.Email], cancel) is null)
        {
            context.StaffingConfirmations.Add(new StaffingConfirmation
            {
                Collaboration = subject.Collaboration, Day = subject.Day, Email = who.Email,
                Organisation = StaffingConfirmation.Written(who.Organisations),
                At = await Database.NotBeforeAsync(context, now, cancel),
            });
            await context.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>Takes a confirmation back: the staffing did not hold.</summary>
    /// <returns>False when the day is over.</returns>
    public static async Task<bool> TakeBackAsync(AnnualCycleContext context, StaffingSubject subject, string email,
        Instant now, CancellationToken cancel)
    {
        if (!IsOpen(subject, now))
        {
            return false;
        }

        await context.StaffingConfirmations.Where(own => own.Collaboration == subject.Collaboration
            && own.Day == subject.Day && own.Email == email).ExecuteDeleteAsync(cancel);
        return true;
    }
}
