using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Outlook;
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
    private readonly List<OutlookChange> _outlook = [];
    private GuestList? _guests;

    /// <summary>What will be done in Outlook by what was found, beside the mails.</summary>
    public IReadOnlyList<OutlookChange> Outlook => _outlook;

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
    /// <param name="only">UID of the one meeting that is looked at; null for all.</param>
    public async Task<IReadOnlyList<Delivery>> KeepAsync(
        PlanRevision revision, Plan? before, CancellationToken cancel, string? only = null)
    {
        var isAdopted = revision.State == PlanState.Adopted;
        if (revision.HeldBack || !isAdopted && before is null)
        {
            return [];
        }

        var guests = _guests ??= await GuestList.ReadAsync(context, cancel);
        var plan = only is null ? revision.Plan
            : revision.Plan with { Meetings = [.. revision.Plan.Meetings.Where(meeting => meeting.Uid == only)] };
        var book = await InvitationBook.ReadAsync(context, _links, plan, at, cancel);
        var form = guests.Collaborations.FirstOrDefault(own => own.Id == revision.Collaboration)?.Invitations
            ?? InvitationForm.Default;
        var wishes = await MailWishes.ReadAsync(context, key, post.Address, cancel);
        var search = new NewsSearch(book, guests, form, who => wishes.Wants(who.Email, MailGroup.Invites),
            who => post.Outlook.ChannelOf(revision.Collaboration, who.Email, who.InvitesByMail), now);
        var news = isAdopted ? search.Find(plan).ToList() : [];
        var told = news.Select(one => (one.Meeting.Uid, one.To.Email)).Concat(search.ToldByOutlook).ToHashSet();
        if (isAdopted)
        {
            await WantAsync(plan, search, book, guests, form, cancel);
        }

        news.AddRange((before is null ? [] : new NearNotices(guests, now).Of(before, plan))
            .Where(one => !told.Contains((one.Meeting.Uid, one.To.Email)) && !book.HasTold(one)));
        await wishes.PrepareAsync(news.Select(one => one.To.Email), cancel);
        return await SendAsync(plan, news, new NewsContext(revision.Id, guests.Names, wishes, meeting => form.ShowsAddresses
            ? search.Asked(meeting).Select(who => (who, book.Find(meeting.Uid, who.Email))) : []), cancel);
    }

    // What stands in Outlook follows from who was told by it; a proposed year stands nowhere.
    private async Task WantAsync(Plan plan, NewsSearch search, InvitationBook book, GuestList guests, InvitationForm form,
        CancellationToken cancel)
    {
        var entry = new OutlookEntry(plan, guests.Names, form.ShowsAddresses);
        _outlook.AddRange(await new OutlookCalendar(context, post.Outlook, at, now).WantAsync(
            plan,
            meeting => [.. search.Asked(meeting).Where(who => book.Find(meeting.Uid, who.Email) is
                    { State: InvitationState.Live, Channel: InviteChannel.Outlook })
                .OrderBy(who => who.Email, StringComparer.Ordinal)
                .Select(who => new OutlookAttendee(who.Email, who.Name, who.IsRequired))],
            meeting => entry.Write(meeting, Named(plan, meeting.Title)), cancel));
    }

    // Somebody who sits in many collaborations must see which one calls.
    private static string Named(Plan plan, string title) =>
        title.Contains(plan.Collaborations[0].Name, StringComparison.OrdinalIgnoreCase)
            ? title : $"{plan.Collaborations[0].Name} {title}";

    private async Task<IReadOnlyList<Delivery>> SendAsync(
        Plan plan, IReadOnlyList<MeetingNews> news, NewsContext about, CancellationToken cancel)
    {
        var calendars = await CalendarsAsync(plan, news, cancel);
        var letters = new NewsPost(new OutTray(context, post.Writer), post, _links, calendars.GetValueOrDefault);
        var heard = await ReplaceUnsentAsync(news, cancel);
        return letters.Send(plan, [.. news.Where(heard).Select(one => one with
            {
                Title = Named(plan, one.Meeting.Title), Chair = plan.ChairOf(one.Meeting)?.Principal,
            })], at, about);
    }

    // Where each person who is told the whole year subscribes to their own calendar.
    private async Task<Dictionary<string, Uri>> CalendarsAsync(
        Plan plan, IReadOnlyList<MeetingNews> news, CancellationToken cancel)
    {
        var ids = news.Where(one => one.Way == NewsWay.Year).Select(one => PersonFeeds.IdOf(one.To.Email)).Distinct().ToList();
        var feeds = ids.Count == 0 ? [] : await context.Feeds.AsNoTracking().Where(feed => ids.Contains(feed.Id))
            .Select(feed => new { feed.Id, feed.Generation }).ToListAsync(cancel);
        return feeds.ToDictionary(feed => PersonFeeds.EmailOf(feed.Id), feed => new Uri(post.Address,
            FeedAddresses.SecretPathOf(key.TokenOf(feed.Id, feed.Generation), plan.Collaborations[0].Name)));
    }

    // What stopped on its way is overtaken by what is newer about the same meeting; and nobody is told that an invite is
    // taken back that they never got.
    private async Task<Func<MeetingNews, bool>> ReplaceUnsentAsync(
        IReadOnlyList<MeetingNews> news, CancellationToken cancel)
    {
        var uids = news.Select(one => one.Meeting.Uid).Distinct().ToList();
        var told = news.Select(one => (one.Meeting.Uid, one.To.Email)).ToHashSet();
        var earlier = uids.Count == 0 ? [] : await context.Deliveries.AsNoTracking()
            .Where(own => own.Uid != null && uids.Contains(own.Uid) && (own.Kind == DeliveryKind.Invite || own.Kind == DeliveryKind.Update))
            .Select(own => new { own.Id, own.Uid, own.Recipient, own.State }).ToListAsync(cancel);
        var stopped = earlier.Where(own => own.State == DeliveryState.Parked && told.Contains((own.Uid!, own.Recipient)))
            .Select(own => own.Id).ToList();
        var line = $"{at} ersatt av ett senare besked\n";
        await context.Deliveries.Where(own => stopped.Contains(own.Id)).ExecuteUpdateAsync(row => row
            .SetProperty(own => own.State, DeliveryState.Dropped).SetProperty(own => own.Settled, (Instant?)at)
            .SetProperty(own => own.History, own => own.History + line), cancel);
        var got = earlier.Where(own => own.State is DeliveryState.Sent or DeliveryState.Waiting or DeliveryState.Sending)
            .Select(own => (own.Uid!, own.Recipient)).ToHashSet();
        return one => one.Way != NewsWay.Invite || !one.IsTakenBack
            || got.Contains((one.Meeting.Uid, one.To.Email));
    }
}
