using AnnualCycle.Charters;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Feeds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>
/// Where feeds are subscribed to, and the renewal of a secret address that has come into the wrong hands: the old one
/// never answers again, the new one shows the same calendar.
/// </summary>
public sealed class FeedAddresses(Database database, FeedKey key)
{
    /// <summary>
    /// The path of a feed: <c>/feeds/simba.ics</c>, or <c>/feeds/p/{token}/{name}.ics</c> for a secret one.
    /// </summary>
    /// <param name="name">What the person who subscribes sees of a secret address; any text.</param>
    public static string PathOf(StoredFeed feed, FeedKey key, string name) => feed.IsPublic
        ? $"/feeds/{feed.Id}.ics" : SecretPathOf(key.TokenOf(feed.Id, feed.Generation), name);

    internal static string SecretPathOf(string token, string name) => $"/feeds/p/{token}/{NameOf(name)}.ics";

    /// <summary>Gives a secret feed another address. Whoever has the old one gets 410 from then on.</summary>
    /// <param name="who">The person who asked for it, for the audit log.</param>
    public Task<FeedRenewal> RenewAsync(string feedId, string who, Instant now, CancellationToken cancel = default) =>
        database.ChangeAsync(async context =>
        {
            var feed = await context.Feeds.SingleOrDefaultAsync(own => own.Id == feedId, cancel);
            return feed switch
            {
                null => new FeedRenewal(FeedRenewalOutcome.Unknown, null),
                { IsPublic: true } => new FeedRenewal(FeedRenewalOutcome.Public, feed),
                _ => await RenewAsync(context, feed, who, now, cancel),
            };
        }, cancel);

    private async Task<FeedRenewal> RenewAsync(
        AnnualCycleContext context, StoredFeed feed, string who, Instant now, CancellationToken cancel)
    {
        var at = await Database.NotBeforeAsync(context, now, cancel);
        var last = await FeedVersions.LastAsync(context, cancel);
        context.RevokedTokens.Add(new RevokedToken
        {
            TokenHash = feed.TokenHash!, Feed = feed.Id, Revoked = at, Version = last + 1,
        });
        feed.Generation++;
        (feed.TokenHash, feed.Version) = (FeedKey.HashOf(key.TokenOf(feed.Id, feed.Generation)), last + 2);
        context.Audit.Add(new AuditEntry
        {
            At = at, Who = who, Action = "renew-address", Collaboration = PersonFeeds.IsPerson(feed.Id)
                ? "" : WantedFeeds.CollaborationOf(feed.Id),
            Subject = feed.Id, Text = $"Ny hemlig adress (nummer {feed.Generation}); den förra svarar inte längre",
        });
        return new FeedRenewal(FeedRenewalOutcome.Renewed, feed);
    }

    private static string NameOf(string name) => Slug.Of(name) is { Length: > 0 } slug ? slug : "kalender";
}

/// <summary>What came of the wish for another secret address.</summary>
public enum FeedRenewalOutcome
{
    Renewed,

    /// <summary>There is no such feed.</summary>
    Unknown,

    /// <summary>The feed is public: its address is no secret, and it has no other.</summary>
    Public,
}

/// <summary>The answer to a wish for another secret address.</summary>
/// <param name="Feed">As it is now; null when there is none.</param>
public sealed record FeedRenewal(FeedRenewalOutcome Outcome, StoredFeed? Feed);
