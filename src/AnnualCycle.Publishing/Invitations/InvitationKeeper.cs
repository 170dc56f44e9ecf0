using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>
/// Keeps what people were told as the year is: whatever is not yet told is written and laid out to be sent, within the
/// change that it comes from. Doing it again at once finds nothing to tell.
/// </summary>
/// <param name="at">Written as the time of change: never before an earlier one.</param>
/// <param name="now">The day and time it is where the meetings are.</param>
public sealed class InvitationKeeper(
    AnnualCycleContext context, FeedKey key, Correspondence post, Instant at, LocalDateTime now)
{
    private readonly AnswerLinks _links = new(key);
    private GuestList? _guests;

    /// <summary>Every adopted year that is not over: people have come and gone, and somebody stands in.</summary>
    public async Task<IReadOnlyList<Delivery>> KeepAllAsync(CancellationToken cancel)
    {
        var laid = new List<Delivery>();
        var adopted = await context.Plans.Where(plan => plan.State == PlanState.Adopted && plan.Year >= now.Year)
            .OrderBy(plan => plan.Collaboration).ThenBy(plan => plan.Year).ToListAsync(cancel);
        foreach (var revision in adopted)
        {
            laid.AddRange(await KeepAsync(revision, null, cancel));
        }

        return laid;
    }

    /// <param name="before">What people saw until now; null when the plan is as it was.</param>
    public async Task<IReadOnlyList<Delivery>> KeepAsync(PlanRevision revision, Plan? before, CancellationToken cancel)
    {
        var isAdopted = revision.State == PlanState.Adopted;
        if (revision.HeldBack || !isAdopted && before is null)
        {
            return [];
        }

        var guests = _guests ??= await GuestList.ReadAsync(context, cancel);
        var plan = revision.Plan;
        var book = await InvitationBook.ReadAsync(context, _links, plan, at, cancel);
        var form = guests.Collaborations.FirstOrDefault(own => own.Id == revision.Collaboration)?.Invitations
            ?? new InvitationForm(ShowsAddresses: false, AdoptedByMail: true);
        var search = new NewsSearch(book, guests, form, now);
        var news = isAdopted ? search.Find(plan).ToList() : [];
        var told = news.Select(one => (one.Meeting.Uid, one.To.Email)).ToHashSet();
        news.AddRange((before is null ? [] : new NearNotices(guests, now).Of(before, plan))
            .Where(one => !told.Contains((one.Meeting.Uid, one.To.Email))));
        return await SendAsync(plan, news, new NewsContext(guests.Names, meeting => form.ShowsAddresses
            ? search.Asked(meeting).Select(who => (who, book.Find(meeting.Uid, who.Email))) : []), cancel);
    }

    private async Task<IReadOnlyList<Delivery>> SendAsync(
        Plan plan, IReadOnlyList<MeetingNews> news, NewsContext about, CancellationToken cancel)
    {
        var feeds = news.All(one => one.Way != NewsWay.Year) ? [] : await context.Feeds.AsNoTracking()
            .Where(feed => feed.Id.StartsWith(PersonFeeds.IdOf(""))).ToDictionaryAsync(feed => feed.Id, cancel);
        var sent = new NewsPost(new OutTray(context, post.Writer), post, _links, email =>
            feeds.GetValueOrDefault(PersonFeeds.IdOf(email)) is { } feed
                ? new Uri(post.Address, FeedAddresses.PathOf(feed, key, plan.Collaborations[0].Name)) : null);
        await ReplaceUnsentAsync(news, cancel);
        return sent.Send(plan, news, at, about);
    }

    // What nobody has begun to send is overtaken by what is newer about the same meeting.
    private async Task ReplaceUnsentAsync(IReadOnlyList<MeetingNews> news, CancellationToken cancel)
    {
        var (uids, told) = (news.Select(one => one.Meeting.Uid).Distinct().ToList(),
            news.Select(one => (one.Meeting.Uid, one.To.Email)).ToHashSet());
        var waiting = uids.Count == 0 ? [] : await context.Deliveries
            .Where(own => own.State == DeliveryState.Parked && own.Uid != null).ToListAsync(cancel);
        foreach (var old in waiting.Where(own => told.Contains((own.Uid!, own.Recipient))))
        {
            (old.State, old.Settled) = (DeliveryState.Dropped, at);
            old.History += $"{at} ersatt av ett senare besked\n";
        }
    }
}
