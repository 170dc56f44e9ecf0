using AnnualCycle.Plans;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Feeds;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>
/// Writes feeds when what they show has changed, so that a poll is a look-up. A feed whose bytes came out the same is
/// left as it was, with its ETag and the day it changed.
/// </summary>
/// <param name="at">Written as the time of change: never before an earlier one, though the clock was set back.</param>
/// <param name="today">The day it is: who is a member, and how long cancelled meetings are shown.</param>
public sealed class FeedWriter(AnnualCycleContext context, FeedKey key, Instant at, LocalDate today)
{
    /// <summary>Grows when this program writes feeds otherwise than the one before: they are all made anew then.</summary>
    public const int Format = 1;

    private long _version;
    private Dictionary<string, RevokedToken> _closed = [];

    /// <param name="collaborations">
    /// Those whose plans changed; their groups' and members' feeds are written. Null for all.
    /// </param>
    /// <returns>How many feeds got new content.</returns>
    public async Task<int> WriteAsync(IReadOnlyCollection<string>? collaborations, CancellationToken cancel)
    {
        var plans = await new PlanBook(context).AllInForceAsync(cancel);
        var people = await context.Memberships.ToListAsync(cancel);
        var chartered = await NetworkInput.CharteredAsync(context, [], cancel);
        var duties = await DutyBook.ReadAsync(context, chartered, today, cancel);
        var wanted = WantedFeeds.Of([.. plans.Select(plan => plan.Plan)], people,
            new WantedDay(today, await InvitedAsync(plans, collaborations, cancel),
                chartered, await context.Identity.Select(identity => identity.UidHost).SingleOrDefaultAsync(cancel) ?? "")
            {
                Work = await WorkAsync(duties, cancel),
            });
        var stored = await context.Feeds.ToDictionaryAsync(feed => feed.Id, cancel);
        var feeds = new PlanFeeds(await SourceAsync(plans, duties, cancel));
        _version = await FeedVersions.LastAsync(context, cancel);
        _closed = await context.RevokedTokens.ToDictionaryAsync(token => token.TokenHash, cancel);
        var touched = wanted.Where(feed => collaborations is null || feed.Touches(collaborations)).ToList();
        return touched.Count(feed => Put(feed, feed.Render(feeds), stored.GetValueOrDefault(feed.Id)));
    }

    // Somebody who holds an invite would see the meeting twice; who wants that has said so. An invite counts when the last
    // mail of its kind has left, and says what the plan says.
    private async Task<ILookup<string, string>> InvitedAsync(IReadOnlyList<PlanRevision> plans,
        IReadOnlyCollection<string>? collaborations, CancellationToken cancel)
    {
        var times = plans.SelectMany(plan => plan.Plan.Meetings).ToDictionary(
            meeting => meeting.Uid, meeting => (meeting.Date, SwedishDates.Clock(meeting.Start)));
        var mails = context.Deliveries.Where(mail => mail.Kind == DeliveryKind.Invite || mail.Kind == DeliveryKind.Update);
        var live = await context.Invitations.AsNoTracking().Where(own => own.State == InvitationState.Live
                && (collaborations == null || context.Memberships.Any(row =>
                    row.Email == own.Email && collaborations.Contains(row.Collaboration)))
                && !context.PersonChoices.Any(choice => choice.Email == own.Email && choice.ShowsInvited)
                && mails.Any(mail => mail.Uid == own.Uid && mail.Recipient == own.Email && mail.State == DeliveryState.Sent)
                && !mails.Any(mail => mail.Uid == own.Uid && mail.Recipient == own.Email && mail.State != DeliveryState.Sent
                    && mail.State != DeliveryState.Dropped))
            .Select(own => new { own.Email, own.Uid, own.Date, own.Start }).ToListAsync(cancel);
        return live.Where(own => times.GetValueOrDefault(own.Uid) == (own.Date, own.Start))
            .ToLookup(own => own.Email, own => own.Uid);
    }

    // What is due around meetings is its owner's business: in their own calendar, and in no other.
    private async Task<ILookup<string, PlannedDeadline>> WorkAsync(DutyBook duties, CancellationToken cancel)
    {
        var who = await Answerable.ReadAsync(context, duties.Collaborations, today, cancel);
        return duties.Work.SelectMany(item => who.For(item).Select(person => (person.Email, item.Deadline)))
            .ToLookup(own => own.Email, own => own.Deadline);
    }

    private async Task<FeedSource> SourceAsync(
        IReadOnlyList<PlanRevision> plans, DutyBook duties, CancellationToken cancel)
    {
        var stamps = await context.Entries.AsNoTracking().ToDictionaryAsync(entry => entry.Uid,
            entry => new EntryStamp(entry.Sequence, entry.Changed, entry.Created), cancel);
        return new FeedSource([.. plans.Select(plan => plan.Plan).OrderBy(plan => plan.Year)],
            uid => stamps.TryGetValue(uid, out var own) ? own : duties.StampOfWork(uid))
        {
            Today = today, Settled = duties.Settled,
        };
    }

    private bool Put(WantedFeed feed, byte[] content, StoredFeed? stored)
    {
        var etag = RenderedFeed.ETagOf(content);
        if (stored is not null && stored.ETag == etag && stored.IsPublic == feed.IsPublic)
        {
            stored.Format = Format;
            return false;
        }

        if (stored is not null && stored.IsPublic != feed.IsPublic)
        {
            Close(stored);
        }

        stored ??= context.Feeds.Add(Row(feed)).Entity;
        (stored.IsPublic, stored.Content, stored.ETag) = (feed.IsPublic, content, etag);
        // A clock that was set back must not make new content look older than the content before it.
        (stored.LastModified, stored.Version, stored.Format) =
            (Instant.Max(stored.LastModified, at), ++_version, Format);
        stored.TokenHash = feed.IsPublic ? null : FeedKey.HashOf(key.TokenOf(stored.Id, stored.Generation));
        return true;
    }

    // A collaboration that is no longer public, or has become so: what people had as an address answers no more. An
    // open address may open again, a secret one never does, so the next secret one is another.
    private void Close(StoredFeed feed)
    {
        var address = feed.IsPublic ? $"/feeds/{feed.Id}.ics" : feed.TokenHash!;
        if (_closed.TryGetValue(address, out var earlier))
        {
            context.RevokedTokens.Remove(earlier);
            context.SaveChanges();
        }

        feed.Generation += feed.IsPublic ? 0 : 1;
        context.RevokedTokens.Add(new RevokedToken
        {
            TokenHash = address, Feed = feed.Id, Revoked = at, Version = ++_version,
        });
    }

    private StoredFeed Row(WantedFeed feed) => new()
    {
        Id = feed.Id, IsPublic = feed.IsPublic, Generation = FirstOpen(feed.Id), Content = [], ETag = "",
        LastModified = at, Version = 0, Format = Format,
    };

    // Somebody who was erased and comes back gets another address than the one that never answers again.
    private int FirstOpen(string id)
    {
        var generation = 1;
        while (_closed.ContainsKey(FeedKey.HashOf(key.TokenOf(id, generation))))
        {
            generation++;
        }

        return generation;
    }
}
