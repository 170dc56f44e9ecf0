using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Holidays;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>
/// Asks conveners, six weeks before a storhelg, whether it needs a meeting: once for each group and storhelg, whatever
/// happens twice. All within the caller's change.
/// </summary>
/// <param name="key">Makes the links.</param>
public sealed class HolidayKeeper(FeedKey key, Correspondence correspondence)
{
    private const string Who = "tjänsten";

    /// <summary>Asks what is to be asked today, and what should have been while the service was down and still can be.</summary>
    /// <returns>How many questions were asked.</returns>
    public async Task<int> TendAsync(
        AnnualCycleContext context, NetworkInput input, Instant now, CancellationToken cancel)
    {
        var (today, asked) = (SwedishTime.DayOf(now), 0);
        foreach (var question in await DueAsync(context, input, today, cancel))
        {
            asked += await AskAsync(context, input, question, now, cancel) ? 1 : 0;
        }

        return asked;
    }

    private static async Task<IReadOnlyList<HolidayQuestion>> DueAsync(
        AnnualCycleContext context, NetworkInput input, LocalDate today, CancellationToken cancel)
    {
        if (!input.Collaborations.Any(own => own.Groups.Any(group => group.HolidayCoordination is { AsNeeded: true })))
        {
            return [];
        }

        var known = (await context.HolidayRequests.AsNoTracking().Where(own => own.Year >= today.Year - 1)
            .ToListAsync(cancel)).Select(own => (own.GroupId, own.Year, own.Holiday, own.Part)).ToHashSet();
        return
        [
            .. new HolidayQuestions(input, await MeetingsAsync(context, today.Year, cancel)).From(today)
                .Where(question => question.AskOn <= today)
                .Select(question => question with
                {
                    Needs = [.. question.Needs.Where(need => HolidayQuestions.Until(need) > today && !known.Contains(
                        (question.Group.Id, question.Facts.Year, HolidayNames.Id(question.Facts.Holiday), need.Part)))],
                })
                .Where(question => question.Needs.Count > 0 && question.Facts.Days.End > today),
        ];
    }

    /// <summary>What stands in the plans as people work on them, from a year to the next.</summary>
    public static async Task<IReadOnlyList<PlannedMeeting>> MeetingsAsync(
        AnnualCycleContext context, int year, CancellationToken cancel)
    {
        var book = new PlanBook(context);
        return [.. (await book.WorkingAsync(year, cancel)).Concat(await book.WorkingAsync(year + 1, cancel))
            .SelectMany(plan => plan.Plan.Meetings)];
    }

    private async Task<bool> AskAsync(AnnualCycleContext context, NetworkInput input, HolidayQuestion question,
        Instant now, CancellationToken cancel)
    {
        var conveners = await new Conveners(context, input.Collaborations, input.People)
            .OfAsync(question.Group, SwedishTime.DayOf(now), cancel);
        var at = await Database.NotBeforeAsync(context, now, cancel);
        if (conveners.Count == 0)
        {
            await TellNobodyAsync(context, question, at, cancel);
            return false;
        }

        var isMore = (await HolidayReplies.RequestsAsync(context, question.Subject, cancel)).Count > 0;
        context.HolidayRequests.AddRange(question.Needs.Select(need => new HolidayRequest
        {
            GroupId = question.Group.Id, Year = question.Facts.Year, Holiday = HolidayNames.Id(question.Facts.Holiday),
            Part = need.Part, Collaboration = question.Collaboration.Id, Asked = at, Until = HolidayQuestions.Until(need),
        }));
        var post = await HolidayPost.ReadAsync(context, key, correspondence, cancel);
        var letter = new HolidayLetter(new HolidayCalendar(input.Calendar), correspondence.Messages);
        var mail = new HolidayMail(DeliveryKind.Holiday, PersonLinkPurpose.Holiday, question.Subject.ToString(),
            question.Collaboration.Id)
        {
            Part = isMore ? question.Needs[0].Part : null,
        };
        foreach (var convener in conveners)
        {
            await post.LayAsync(
                mail, convener, (reader, link) => letter.Question(question, reader, link), at, cancel);
        }

        context.Audit.Add(new AuditEntry
        {
            At = at, Who = Who, Action = "holiday ask", Collaboration = question.Collaboration.Id,
            Subject = question.Group.Id,
            Text = $"{SwedishDates.Count(conveners.Count, "sammankallande", "sammankallande")} tillfrågas om "
                + $"{HolidayNames.Title(question.Facts.Holiday, question.Facts.Year)}: {question.Group.Name}",
        });
        await context.SaveChangesAsync(cancel);
        return true;
    }

    // Once: it is looked for again every night until there is somebody.
    private static async Task TellNobodyAsync(
        AnnualCycleContext context, HolidayQuestion question, Instant at, CancellationToken cancel)
    {
        var entry = new AuditEntry
        {
            At = at, Who = Who, Action = "holiday ask", Collaboration = question.Collaboration.Id,
            Subject = question.Group.Id,
            Text = $"ingen att fråga om {HolidayNames.Title(question.Facts.Holiday, question.Facts.Year)}: "
                + $"{question.Group.Name} har varken sammankallande eller processledare",
        };
        if (!await context.Audit.AnyAsync(own => own.Action == entry.Action && own.Subject == entry.Subject
            && own.Text == entry.Text, cancel))
        {
            context.Audit.Add(entry);
            await context.SaveChangesAsync(cancel);
        }
    }
}
