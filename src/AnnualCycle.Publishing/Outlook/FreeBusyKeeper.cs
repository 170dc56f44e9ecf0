using System.Collections.Concurrent;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Busy;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Somebody or a room whose Outlook is asked when they are taken.</summary>
/// <param name="Mailbox">The organiser in whose name it is asked.</param>
/// <param name="Address">In lower case.</param>
public sealed record FreeBusyQuestion(string Mailbox, string Address);

/// <summary>
/// Keeps when people and rooms are taken according to their Outlook; what they do then is not asked for. Where the service
/// does not know, what it said last goes on, and it is told that nothing is known. Our own invites keep nobody away.
/// </summary>
public sealed class FreeBusyKeeper(Database database, GraphClient graph)
{
    // As many as Graph takes at a time, and days well within the two months that it answers for.
    private const int PeopleAtOnce = 20, DaysAtOnce = 31;

    private const int MailboxesAtOnce = 8;

    /// <param name="days">From today to the end of what is planned.</param>
    /// <returns>How each stands now, by address.</returns>
    public async Task<IReadOnlyDictionary<string, StoredBusyCalendar>> KeepAsync(
        IReadOnlyList<FreeBusyQuestion> questions, DateInterval days, Instant now, CancellationToken cancel)
    {
        var fresh = new ConcurrentDictionary<string, StoredBusyCalendar>();
        await Parallel.ForEachAsync(questions.GroupBy(own => own.Mailbox),
            new ParallelOptions { MaxDegreeOfParallelism = MailboxesAtOnce, CancellationToken = cancel }, async (mailbox, stop) =>
            {
                string? trouble = null;
                foreach (var people in mailbox.Select(one => one.Address).Distinct().Order(StringComparer.Ordinal).Chunk(PeopleAtOnce))
                {
                    (var found, trouble) = await AskAsync(mailbox.Key, people, (days, now), trouble, stop);
                    found.ToList().ForEach(own => fresh[own.Key] = own.Value);
                }
            });
        await WriteAsync(fresh, cancel);
        return fresh;
    }

    // A mailbox that did not answer once is not asked about the others either.
    private async Task<(Dictionary<string, StoredBusyCalendar> Found, string? Trouble)> AskAsync(string mailbox,
        IReadOnlyList<string> people, (DateInterval Days, Instant Now) when, string? trouble, CancellationToken cancel)
    {
        var (days, now) = when;
        var taken = people.ToDictionary(who => who, _ => trouble is null ? (IReadOnlyList<BusyDay>?)[] : null);
        for (var from = days.Start; from <= days.End && trouble is null; from = from.PlusDays(DaysAtOnce))
        {
            var part = new DateInterval(from, LocalDate.Min(from.PlusDays(DaysAtOnce - 1), days.End));
            var answer = await graph.AskAsync(new GraphRequest(HttpMethod.Post, mailbox, "/calendar/getSchedule")
            {
                Body = ScheduleJson.Question(people, part),
            }, cancel);
            trouble = answer.IsDone ? null : answer.Text;
            var read = answer is { IsDone: true, Content: { } json } ? ScheduleJson.Read(json) : new Dictionary<string, IReadOnlyList<BusyDay>?>();
            people.ToList().ForEach(who => taken[who] = taken[who] is { } before && read.GetValueOrDefault(who) is { } more
                ? [.. before, .. more] : null);
        }

        return (taken.ToDictionary(own => own.Key, own => Row(own.Key, own.Value, days, now, trouble)), trouble);
    }

    private static StoredBusyCalendar Row(
        string who, IReadOnlyList<BusyDay>? taken, DateInterval days, Instant now, string? trouble) => new()
    {
        Id = StoredBusyCalendar.IdOfOutlook(who), Tried = now,
        Times = taken is null ? "" : StoredBusyCalendar.Written(taken), Until = taken is null ? null : days.End,
        Fetched = taken is null ? null : now, Trouble = taken is not null ? null : trouble ?? "är inte känd i Outlook, eller får inte läsas",
    };

    private Task<int> WriteAsync(IReadOnlyDictionary<string, StoredBusyCalendar> fresh, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            var ours = (await context.Invitations.AsNoTracking().Where(own => own.State == InvitationState.Live).ToListAsync(cancel))
                .ToLookup(own => own.Email, InvitationBook.TimeOf);
            foreach (var (who, row) in fresh)
            {
                row.Times = StoredBusyCalendar.Written(row.BusyOf(who)
                    .Where(busy => !ours[who].Contains(new ToldTime(busy.Date, busy.Start, busy.End))));
                await PutAsync(context, row, cancel);
            }

            // Whoever is asked about no longer is forgotten.
            var ids = fresh.Values.Select(own => own.Id).ToHashSet();
            var stored = await context.BusyCalendars.Where(own => own.Id.StartsWith(StoredBusyCalendar.OutlookPrefix)).ToListAsync(cancel);
            context.BusyCalendars.RemoveRange(stored.Where(own => !ids.Contains(own.Id)));
            return fresh.Count;
        }, cancel);

    // What was known before goes on where nothing is known now.
    private static async Task PutAsync(AnnualCycleContext context, StoredBusyCalendar row, CancellationToken cancel)
    {
        if (await context.BusyCalendars.FindAsync([row.Id], cancel) is not { } old)
        {
            context.BusyCalendars.Add(row);
        }
        else if (row.Fetched is not null)
        {
            context.Entry(old).CurrentValues.SetValues(row);
        }
        else
        {
            (old.Tried, old.Trouble) = (row.Tried, row.Trouble);
        }
    }
}
