using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Publishing.Links;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Holidays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>A convener's question by their link.</summary>
/// <param name="Email">Whose link it is.</param>
/// <param name="Requests">The check-in before, the follow-up after, or both.</param>
public sealed record HolidayAsked(HolidaySubject Subject, string Email, IReadOnlyList<HolidayRequest> Requests);

/// <summary>Shows a question about a storhelg to whoever has its link, and takes what people answer.</summary>
public static class HolidayReplies
{
    /// <summary>Null when nobody was given such a link, or whoever was does not call the group together any more.</summary>
    public static async Task<HolidayAsked?> ReadAsync(AnnualCycleContext context, string token,
        IReadOnlyList<Collaboration> collaborations, LocalDate today, CancellationToken cancel) =>
        await PersonLinks.FindAsync(context, PersonLinkPurpose.Holiday, token, cancel) is { } link
        && HolidaySubject.Read(link.Subject) is { } subject
        && await RequestsAsync(context, subject, cancel) is { Count: > 0 } requests
        && await MaySayAsync(context, subject, (link.Email, today), collaborations, cancel)
            ? new HolidayAsked(subject, link.Email, requests) : null;

    /// <summary>
    /// Whether somebody is still the one to ask: people leave their seats, and a link stays in their mail.
    /// </summary>
    public static async Task<bool> MaySayAsync(AnnualCycleContext context, HolidaySubject subject,
        (string Email, LocalDate Today) who, IReadOnlyList<Collaboration> collaborations, CancellationToken cancel)
    {
        if (collaborations.SelectMany(own => own.Groups).FirstOrDefault(own => own.Id == subject.Group) is not { } group)
        {
            return false;
        }

        // As stored now: what the published years were made from may be of yesterday.
        var people = (await context.Memberships.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel))
            .Select(row => row.Membership).ToList();
        return await new Conveners(context, collaborations, people).MaySayAsync(group, who.Email, who.Today, cancel);
    }

    /// <summary>What was asked about a group's storhelg, the check-in before it first.</summary>
    public static async Task<IReadOnlyList<HolidayRequest>> RequestsAsync(
        AnnualCycleContext context, HolidaySubject subject, CancellationToken cancel)
    {
        var holiday = HolidayNames.Id(subject.Holiday);
        var requests = await context.HolidayRequests.Where(own => own.GroupId == subject.Group
            && own.Year == subject.Year && own.Holiday == holiday).ToListAsync(cancel);
        return [.. requests.OrderBy(own => own.Part)];
    }

    /// <summary>Whether a yes still makes a meeting.</summary>
    public static bool IsOpen(HolidayRequest request, Instant now) => SwedishTime.DayOf(now) <= request.Until;

    /// <summary>Saves answers; those that are not open any more, or not new, are left as they are.</summary>
    /// <param name="by">The address of whoever answers, and when.</param>
    /// <returns>True when something changed, so that the year is to be planned again.</returns>
    public static async Task<bool> TakeAsync(AnnualCycleContext context, HolidaySubject subject,
        IReadOnlyDictionary<HolidayPart, HolidayAnswer> answers, (string Who, Instant Now) by, CancellationToken cancel)
    {
        var changed = (await RequestsAsync(context, subject, cancel)).Where(request => IsOpen(request, by.Now)
            && answers.TryGetValue(request.Part, out var said) && said != request.Answer).ToList();
        var at = await Database.NotBeforeAsync(context, by.Now, cancel);
        foreach (var request in changed)
        {
            var before = request.Answer;
            (request.Answer, request.Answered, request.AnsweredBy) = (answers[request.Part], at, by.Who);
            context.Audit.Add(new AuditEntry
            {
                At = at, Who = by.Who, Action = "holiday answer", Collaboration = request.Collaboration,
                Subject = request.GroupId,
                Text = $"{HolidayNeed.TitleOf(subject.Holiday, request.Part)} {subject.Year}: "
                    + (request.Answer == HolidayAnswer.Yes ? "ja" : "nej") + (before is null ? "" : ", ändrat svar"),
            });
        }

        await context.SaveChangesAsync(cancel);
        return changed.Count > 0;
    }
}
