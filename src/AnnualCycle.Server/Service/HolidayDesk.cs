using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Holidays;
using AnnualCycle.Storage.Network;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>Takes answers about storhelger for an installation, and asks what a new day asks for.</summary>
public sealed class HolidayDesk(Installation installation, RoundDesk rounds)
{
    public Instant Now => rounds.Now;

    /// <summary>Saves answers, and plans the years that they change again: what is new waits as a draft.</summary>
    /// <param name="who">The address of whoever answers.</param>
    public async Task AnswerAsync(HolidaySubject subject, IReadOnlyDictionary<HolidayPart, HolidayAnswer> answers,
        string who, CancellationToken cancel)
    {
        var years = await installation.Database.ChangeAsync(async context =>
            await HolidayReplies.TakeAsync(context, subject, answers, (who, Now), cancel)
                ? (await HolidayReplies.RequestsAsync(context, subject, cancel)).Where(own => answers.ContainsKey(own.Part))
                    .Select(own => own.Until.Year).Distinct().ToList() : [], cancel);
        foreach (var year in years)
        {
            // What does not succeed now, as a file has a mistake, the night does.
            await rounds.PlanAgainAsync(subject.Collaboration, year, who, cancel);
        }
    }

    /// <returns>False when the day is over.</returns>
    public Task<bool> ConfirmAsync(
        StaffingSubject subject, StaffingMember member, bool takesBack, CancellationToken cancel) =>
        installation.Database.ChangeAsync(context => takesBack
            ? StaffingReplies.TakeBackAsync(context, subject, member.Email, Now, cancel)
            : StaffingReplies.ConfirmAsync(context, subject, (member.Email, member.Organisations), Now, cancel), cancel);

    /// <summary>Whether somebody has been asked about it and still is the one to ask: signed in as by the link.</summary>
    public async Task<bool> IsAskedAsync(HolidaySubject subject, string email,
        IReadOnlyList<Collaboration> collaborations, CancellationToken cancel)
    {
        var (about, purpose) = (subject.ToString(), PersonLinkPurpose.Holiday);
        await using var context = installation.Database.Open();
        return await context.PersonLinks.AnyAsync(
                own => own.Purpose == purpose && own.Email == email && own.Subject == about, cancel)
            && await HolidayReplies.MaySayAsync(
                context, subject, (email, SwedishTime.DayOf(Now)), collaborations, cancel);
    }

    /// <summary>Asks conveners and members. Again at once finds nothing to do.</summary>
    public Task<bool> TendAsync(NetworkInput input, Instant now, CancellationToken cancel) =>
        installation.Database.ChangeAsync(async context =>
        {
            await new HolidayKeeper(installation.Key, installation.Correspondence).TendAsync(context, input, now, cancel);
            await new StaffingKeeper(installation.Key, installation.Correspondence).TendAsync(context, input, now, cancel);
            return true;
        }, cancel);
}
