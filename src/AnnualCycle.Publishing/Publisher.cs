using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Plans;
using NodaTime;

namespace AnnualCycle.Publishing;

/// <summary>
/// Publishes a collaboration's year: the draft comes into force as a revision, entries are numbered and feeds are
/// written, all in one change of the database. A publication is there whole or not at all.
/// </summary>
public sealed class Publisher(Database database, FeedKey key, Correspondence post)
{
    /// <summary>
    /// Null when there is neither a draft nor anything in force to publish, or somebody changed something since the look.
    /// </summary>
    public async Task<Publication?> PublishAsync(PublishOrder order, Instant now, CancellationToken cancel = default) =>
        (await database.ChangeAsync(context => PublishAsync(context, [order], now, cancel), cancel)).SingleOrDefault();

    /// <summary>What publishing would do, done and undone: who would get which mail, to the last one.</summary>
    public async Task<Publication?> RehearseAsync(PublishOrder order, Instant now, CancellationToken cancel = default) =>
        await database.RehearseAsync(async context =>
        {
            var (at, clock) = (await Database.NotBeforeAsync(context, now, cancel), SwedishTime.Of(now));
            return await BringIntoForceAsync(context, order, at, clock, cancel);
        }, cancel);

    /// <summary>Throws a draft away; what is in force stays.</summary>
    /// <param name="lookedAt">As <see cref="PublishOrder.LookedAt"/>.</param>
    /// <returns>False when there is none, or somebody changed something since the look.</returns>
    public Task<bool> DiscardAsync((string Collaboration, int Year) draft, string who, long? lookedAt, Instant now,
        CancellationToken cancel = default) => database.ChangeAsync(async context =>
        {
            var standing = await Standing.ReadAsync(context, draft.Collaboration, draft.Year, cancel);
            if (standing.Draft is not { } thrown || lookedAt is { } entry && entry != standing.LookedAt)
            {
                return false;
            }

            // The question that the draft answered has had its answer: it is not asked again until something new happens.
            thrown.State = PlanState.Discarded;
            if (standing.InForce is { } inForce)
            {
                inForce.Inputs = thrown.Inputs;
            }

            context.Audit.Add(new AuditEntry
            {
                At = await Database.NotBeforeAsync(context, now, cancel), Who = who, Action = "discard",
                Collaboration = draft.Collaboration, Subject = $"{draft.Year}",
                Text = $"Utkastet kastades: {PlanDiff.Between(standing.InForce?.Plan, thrown.Plan).Summary}",
            });
            return true;
        }, cancel);

    /// <summary>Several years within a change that does more; feeds are written once.</summary>
    public async Task<IReadOnlyList<Publication>> PublishAsync(
        AnnualCycleContext context, IReadOnlyList<PublishOrder> orders, Instant now, CancellationToken cancel)
    {
        // Written times never go back; what is past and what is to come goes by the day it is.
        var (at, clock) = (await Database.NotBeforeAsync(context, now, cancel), SwedishTime.Of(now));
        var published = new List<Publication>();
        foreach (var order in orders)
        {
            if (await BringIntoForceAsync(context, order, at, clock, cancel) is { } publication)
            {
                published.Add(publication);
            }
        }

        var collaborations = orders.Select(order => order.Collaboration)
            .Concat(published.SelectMany(Before)).Distinct();
        await new FeedWriter(context, key, at, clock.Date).WriteAsync([.. collaborations], cancel);
        return published;
    }

    // Those that a joint meeting was shared with: their calendars lose it when it is theirs no longer.
    private static IEnumerable<string> Before(Publication publication) => (publication.Before?.Meetings ?? [])
        .SelectMany(meeting => meeting.Groups).Select(WantedFeeds.CollaborationOf);

    private async Task<Publication?> BringIntoForceAsync(
        AnnualCycleContext context, PublishOrder order, Instant at, LocalDateTime now, CancellationToken cancel)
    {
        if (order.LookedAt is { } entry && entry != await new PlanBook(context).LastEntryAsync(cancel, order.Collaboration))
        {
            return null;
        }

        var book = new PlanBook(context);
        var before = await book.InForceAsync(order.Collaboration, order.Year, cancel);
        if ((await book.DraftAsync(order.Collaboration, order.Year, cancel) ?? before) is not { } draft)
        {
            return null;
        }

        var plan = PublishedPlan.Of(before?.Plan, draft.Plan, StatusOf(order.State), now.Date);
        var revision = await ReplaceAsync(context, order, before, draft, plan, at, cancel);
        await new EntryRegister(context, at).EnterAsync(order.Collaboration, plan, cancel);
        if (order.State == PlanState.Adopted)
        {
            // What is decided is asked of nobody any more.
            await RoundKeeper.CloseForAdoptionAsync(context, order.Collaboration, order.Year, order.Who, at, cancel);
        }

        var invitations = new InvitationKeeper(context, key, post, at, now);
        var mails = await invitations.KeepAsync(revision, before?.Plan, cancel);
        Note(context, order, revision, PlanDiff.Between(before?.Plan, plan).Summary, at);
        await context.SaveChangesAsync(cancel);
        return new Publication(revision.Number!.Value, before?.Plan, plan) { Mails = mails, Outlook = invitations.Outlook };
    }

    private static async Task<PlanRevision> ReplaceAsync(AnnualCycleContext context, PublishOrder order,
        PlanRevision? before, PlanRevision draft, Plan plan, Instant at, CancellationToken cancel)
    {
        // What is in force already is kept as the revision it was; the new one is a row of its own.
        var revision = draft == before ? context.Plans.Add(CopyOf(before!, order, at)).Entity : draft;
        if (before is not null)
        {
            before.State = PlanState.Superseded;
            await SaveAsync(context, revision, cancel);
        }

        (revision.Plan, revision.State, revision.Number) = (plan, order.State, (before?.Number ?? 0) + 1);
        (revision.Published, revision.HeldBack) = (at, order.HoldBack);
        return revision;
    }

    // Only one plan may be in force: the old one must have left before the new one comes.
    private static async Task SaveAsync(AnnualCycleContext context, PlanRevision revision, CancellationToken cancel)
    {
        if (revision.State != PlanState.Draft)
        {
            revision.State = PlanState.Superseded;
        }

        await context.SaveChangesAsync(cancel);
    }

    private static PlanRevision CopyOf(PlanRevision before, PublishOrder order, Instant at) => new()
    {
        Collaboration = before.Collaboration, Year = before.Year, State = PlanState.Superseded, Plan = before.Plan,
        Reason = order.Action == "adopt" ? "Fastställd" : "Publicerad på nytt", Inputs = before.Inputs,
        Created = at, CreatedBy = order.Who,
    };

    /// <summary>What a meeting is called in a plan of that state.</summary>
    public static MeetingStatus StatusOf(PlanState state) =>
        state == PlanState.Adopted ? MeetingStatus.Adopted : MeetingStatus.Proposed;

    private static void Note(
        AnnualCycleContext context, PublishOrder order, PlanRevision revision, string changes, Instant at) =>
        context.Audit.Add(new AuditEntry
        {
            At = at, Who = order.Who, Action = order.Action, Collaboration = order.Collaboration,
            Subject = $"{order.Year}",
            Text = $"Revision {revision.Number} {(order.State == PlanState.Adopted ? "fastställd" : "föreslagen")}"
                + $"{(order.HoldBack ? ", utan utskick" : "")}: {changes}",
        });
}
