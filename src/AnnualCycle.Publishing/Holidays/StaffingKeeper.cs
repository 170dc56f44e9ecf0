using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Network;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>
/// Asks the members of the collaborations that keep a staffing day, four weeks ahead, whether they are staffed: one mail to
/// each person and day, whatever happens twice. All within the caller's change.
/// </summary>
/// <param name="key">Makes the links.</param>
public sealed class StaffingKeeper(FeedKey key, Correspondence correspondence)
{
    /// <summary>Days before.</summary>
    public const int DaysAhead = 28;

    /// <returns>How many mails were laid in the out-tray.</returns>
    public async Task<int> TendAsync(
        AnnualCycleContext context, NetworkInput input, Instant now, CancellationToken cancel)
    {
        var (calendar, laid) = (new HolidayCalendar(input.Calendar), 0);
        foreach (var collaboration in input.Collaborations.Where(own => own.Staffing is not null))
        {
            foreach (var day in Due(calendar, collaboration, SwedishTime.DayOf(now)))
            {
                laid += await AskAsync(context, input, (collaboration, day, calendar), now, cancel);
            }
        }

        return laid;
    }

    // A service that was down asks later, as long as somebody can still do something about it.
    private static IEnumerable<StaffingDay> Due(HolidayCalendar calendar, Collaboration collaboration, LocalDate today) =>
        new[] { today.Year, today.Year + 1 }
            .SelectMany(year => new StaffingDays(calendar).In(year, collaboration.Staffing!))
            .Where(day => day.Date > today && OfficeHours.DaysBefore(day.Date, DaysAhead) <= today);

    private async Task<int> AskAsync(AnnualCycleContext context, NetworkInput input,
        (Collaboration Collaboration, StaffingDay Day, HolidayCalendar Calendar) about, Instant now, CancellationToken cancel)
    {
        var subject = new StaffingSubject(about.Collaboration.Id, about.Day.Date);
        var members = StaffingMembers.Of(about.Collaboration, input.People, SwedishTime.DayOf(now));
        var mail = new HolidayMail(
            DeliveryKind.Staffing, PersonLinkPurpose.Staffing, subject.ToString(), subject.Collaboration);
        var begins = mail.KeyBefore;
        var asked = (await context.Deliveries.Where(own => own.Key.StartsWith(begins)).Select(own => own.Key)
            .ToListAsync(cancel)).ToHashSet();
        var confirmed = await context.StaffingConfirmations
            .Where(own => own.Collaboration == subject.Collaboration && own.Day == subject.Day)
            .Select(own => own.Email).ToListAsync(cancel);
        var left = members.Where(member => !asked.Contains(mail.KeyFor(member.Email))
            && !confirmed.Contains(member.Email)).ToList();
        var at = await Database.NotBeforeAsync(context, now, cancel);
        var post = await HolidayPost.ReadAsync(context, key, correspondence, cancel);
        var letter = new HolidayLetter(about.Calendar, correspondence.Messages);
        foreach (var member in left)
        {
            await post.LayAsync(mail, new Mailbox(member.Email, member.Name), (reader, link) => letter.Staffing(
                about.Collaboration, about.Day, (reader, member), link), at, cancel);
        }

        await context.SaveChangesAsync(cancel);
        return left.Count;
    }
}
