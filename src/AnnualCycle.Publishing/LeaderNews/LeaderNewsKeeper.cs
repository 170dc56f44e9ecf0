using AnnualCycle.Calendars;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Publishing.Reminders;
using AnnualCycle.Reminders;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.LeaderNews;

/// <summary>
/// Tells process leaders what they have to see to, each thing once: in one mail at the week's beginning, and at once what
/// concerns a meeting that is near. Asked again it finds nothing to tell.
/// </summary>
public sealed class LeaderNewsKeeper(AnnualCycleContext context, FeedKey key, Correspondence post, WorkCalendar calendar)
{
    /// <summary>News of a meeting within so many days, or of its year, does not wait for Monday.</summary>
    public const int NearDays = 14;

    // Whose letter of a week is written says nobody's address.
    private const string Everybody = "";

    private readonly ReminderDays _days = new(calendar);

    /// <returns>The mails that were laid out.</returns>
    public async Task<IReadOnlyList<Delivery>> KeepAsync(Instant now, CancellationToken cancel)
    {
        var clock = SwedishTime.Of(now);
        if (!ReminderKeeper.IsTime(calendar, clock))
        {
            return [];
        }

        var guests = await GuestList.ReadAsync(context, cancel);
        var work = new Work(guests, await Answerable.ReadAsync(context, guests.Collaborations, clock.Date, cancel),
            await MailWishes.ReadAsync(context, key, post.Address, cancel), clock,
            await Database.NotBeforeAsync(context, now, cancel));
        var laid = new List<Delivery>();
        foreach (var collaboration in guests.Collaborations.Select(own => own.Id).Order(StringComparer.Ordinal))
        {
            laid.AddRange(await OfAsync(collaboration, work, cancel));
        }

        await context.SaveChangesAsync(cancel);
        return laid;
    }

    private async Task<IReadOnlyList<Delivery>> OfAsync(string collaboration, Work work, CancellationToken cancel)
    {
        var known = (await context.ToldNews.AsNoTracking().Where(own => own.Collaboration == collaboration).ToListAsync(cancel))
            .Select(own => (own.Key, own.Email)).ToHashSet();
        var isWeekly = IsWeekly(known, work.Clock.Date);
        var search = new LeaderNewsSearch(context, work.Guests, work.Clock);
        await search.ReadAsync(collaboration, cancel);
        var near = search.Next is { } next && next.Date <= work.Clock.Date.PlusDays(NearDays) ? next : null;
        var news = isWeekly || near is not null ? await search.FindAsync(cancel) : [];
        if (isWeekly)
        {
            Note(collaboration, WeekOf(work.Clock.Date), Everybody, work.At);
        }

        var leaders = news.Count == 0 ? [] : work.Who.LeadersOf(collaboration)
            .Where(leader => work.Wishes.Wants(leader.Email, MailGroup.LeaderNews)).ToList();
        await work.Wishes.PrepareAsync(leaders.Select(leader => leader.Email), cancel);
        return [.. leaders.SelectMany(leader => Tell(collaboration, leader,
            [.. news.Where(own => !known.Contains((own.Key, leader.Email)) && own.KnownTo != leader.Email
                && (isWeekly || near is not null && Concerns(own, near)))], isWeekly ? null : near, work))];
    }

    private static bool Concerns(LeaderNewsItem news, PlannedMeeting next) => news.Year == next.Date.Year;

    // On Monday or the first working day after it; later in the week what a service that was down has missed.
    private bool IsWeekly(HashSet<(string Key, string Email)> known, LocalDate today)
    {
        var monday = today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var first = Enumerable.Range(0, 7).Select(monday.PlusDays).FirstOrDefault(_days.IsOpen, today);
        return !known.Contains((WeekOf(today), Everybody))
            && (first == today || known.Any(own => own.Email == Everybody));
    }

    private static string WeekOf(LocalDate day) =>
        $"week.{SwedishDates.Iso(day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)))}";

    private IEnumerable<Delivery> Tell(string collaboration, AnswerablePerson to, IReadOnlyList<LeaderNewsItem> news,
        PlannedMeeting? next, Work work)
    {
        if (news.Count == 0)
        {
            return [];
        }

        foreach (var own in news)
        {
            Note(collaboration, own.Key, to.Email, work.At);
        }

        var name = work.Guests.Collaborations.First(own => own.Id == collaboration).Name;
        var mail = new LeaderNewsLetter(post, name, work.Clock.Date).Write(to, news, next, work.Wishes.LinkOf(to.Email), work.At);
        return [new OutTray(context, post.Writer).Lay(mail, DeliveryKind.LeaderNews, (collaboration, null))];
    }

    private void Note(string collaboration, string news, string email, Instant at) => context.ToldNews.Add(new ToldNews
    {
        Collaboration = collaboration, Key = news, Email = email, At = at,
    });

    private sealed record Work(GuestList Guests, Answerable Who, MailWishes Wishes, LocalDateTime Clock, Instant At);
}
