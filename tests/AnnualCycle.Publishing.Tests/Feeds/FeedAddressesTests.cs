using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Feeds;

public sealed class FeedAddressesTests
{
    private const string Anna = "person:anna@nord.example";

    private static readonly Instant Monday = SmallService.Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_renewed_address_shows_the_same_calendar_and_the_old_one_is_gone_for_good(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = await service.FeedsAsync();
        var old = before.Single(feed => feed.Id == Anna);

        var renewal = await Renew(service, Anna);

        Assert.Equal(FeedRenewalOutcome.Renewed, renewal.Outcome);
        var renewed = await service.FeedAsync(Anna);
        Assert.Equal((2, FeedKey.HashOf(service.Key.TokenOf(Anna, 2))), (renewed.Generation, renewed.TokenHash));
        Assert.Equal((old.ETag, old.LastModified), (renewed.ETag, renewed.LastModified));
        await using var context = service.Database.Open();
        var revoked = await context.RevokedTokens.SingleAsync();
        Assert.Equal((old.TokenHash, Anna, Monday), (revoked.TokenHash, revoked.Feed, revoked.Revoked));
        Assert.True(before.Max(feed => feed.Version) < revoked.Version && revoked.Version < renewed.Version);
        var line = await context.Audit.OrderBy(line => line.Id).LastAsync();
        Assert.Equal(("Bo", "renew-address", Anna, Monday), (line.Who, line.Action, line.Subject, line.At));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Watchers_see_each_later_change_of_the_calendar_after_the_renewal(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var first = (await Renew(service, Anna)).Feed!.Version;
        var second = (await Renew(service, Anna)).Feed!;
        Assert.Equal(3, second.Generation);
        Assert.True(second.Version > first);

        service.List = SmallFiles.People.Replace("Anna Ek", "Anna Alm", StringComparison.Ordinal);
        await service.InputAsync(Monday);
        await service.WriteFeedsAsync(Monday);

        var later = await service.FeedAsync(Anna);
        Assert.True(later.Version > second.Version);
        Assert.Equal(second.TokenHash, later.TokenHash);
        await using var context = service.Database.Open();
        Assert.Equal(2, await context.RevokedTokens.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_calendar_that_is_not_there_or_is_public_has_no_address_to_renew(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);

        Assert.Equal(
            new FeedRenewal(FeedRenewalOutcome.Unknown, null), await Renew(service, "person:ingen@nord.example"));
        Assert.Equal(FeedRenewalOutcome.Public, (await Renew(service, "nord")).Outcome);

        await using var context = service.Database.Open();
        Assert.Equal(0, await context.RevokedTokens.CountAsync());
        Assert.Equal(1, (await service.FeedAsync("nord")).Generation);
        Assert.DoesNotContain("renew-address", await context.Audit.Select(line => line.Action).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_address_is_the_public_path_or_the_token_with_a_name_to_recognise(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var secret = await service.FeedAsync("syd/rad");

        Assert.Equal("/feeds/nord/styrgrupp.ics",
            FeedAddresses.PathOf(await service.FeedAsync("nord/styrgrupp"), service.Key, "Styrgruppen"));
        Assert.Equal($"/feeds/p/{service.Key.TokenOf("syd/rad", 1)}/sydradets-moten.ics",
            FeedAddresses.PathOf(secret, service.Key, "Sydrådets möten"));
        Assert.EndsWith("/kalender.ics", FeedAddresses.PathOf(secret, service.Key, "–/?"), StringComparison.Ordinal);
        Assert.EndsWith("/a-b.ics", FeedAddresses.PathOf(secret, service.Key, "a/b"), StringComparison.Ordinal);
    }

    private static Task<FeedRenewal> Renew(SmallService service, string id) =>
        new FeedAddresses(service.Database, service.Key).RenewAsync(id, "Bo", Monday);
}
