using System.Text;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using AnnualCycle.Testing.Oracles;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Feeds;

public sealed class SecretFeedTests
{
    private const string Anna = "person:anna@nord.example";

    private static readonly Instant Monday = SmallService.Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_person_finds_each_meeting_of_the_persons_groups_once_and_no_other(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var year = await service.InForceAsync();
        var earlier = await service.InForceAsync(2026);

        // The chair's seat sits in both groups; the seat of the inquirer in one.
        Assert.Equal(Uids(_ => true), (await service.FeedAsync(Anna)).Events().Keys.Order());
        Assert.Equal(Uids(group => group == "nord/beredning"),
            (await service.FeedAsync("person:bo@nord.example")).Events().Keys.Order());

        IEnumerable<string> Uids(Func<string, bool> own) => new[] { earlier, year }.SelectMany(plan => plan.Meetings
            .Where(meeting => meeting.Groups.Any(own)).Select(meeting => meeting.Uid)
            .Concat(plan.Deadlines.Where(deadline => deadline.Due is not null && own(deadline.Group))
                .Select(deadline => deadline.Uid))).Distinct().Order();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_leaves_finds_an_empty_calendar_that_readers_accept_at_the_same_address(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var before = await service.FeedAsync(Anna);
        service.List = string.Join('\n', SmallFiles.People.Split('\n').Where(row => !row.Contains("anna")));

        await service.KeepAsync(Monday);

        var after = await service.FeedAsync(Anna);
        Assert.Empty(after.Events());
        Assert.Contains("BEGIN:VTIMEZONE", after.Text(), StringComparison.Ordinal);
        Assert.Equal(before.TokenHash, after.TokenHash);
        Assert.NotEqual(before.ETag, after.ETag);
        Assert.All(CalendarOracle.All, oracle => Assert.Empty(oracle.Read(after.Content)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_person_is_called_as_on_the_seat_that_is_held_now(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        service.List = SmallFiles.People + "\nnord,styrgrupp,sekreterare,Anna Ek,anna@nord.example";
        await service.KeepAsync(Monday);
        service.List = SmallFiles.People.Replace("Anna Ek", "Anna Alm", StringComparison.Ordinal);
        await service.KeepAsync(Monday + Duration.FromDays(1));

        Assert.Contains("X-WR-CALNAME:Samverkan – Anna Alm", (await service.FeedAsync(Anna)).Text(),
            StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_collaboration_that_is_not_public_is_found_by_its_token_alone(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);

        foreach (var id in (string[])["syd", "syd/rad"])
        {
            var feed = await service.FeedAsync(id);
            Assert.Equal((false, 1), (feed.IsPublic, feed.Generation));
            Assert.Equal(FeedKey.HashOf(service.Key.TokenOf(id, 1)), feed.TokenHash);
            Assert.NotEmpty(feed.Events());
        }

        Assert.Null((await service.FeedAsync("nord")).TokenHash);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_collaboration_that_closes_moves_behind_a_token_and_one_that_opens_comes_out(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await PublicAsync(service, false);
        var closed = await service.FeedAsync("nord/styrgrupp");
        Assert.Equal((false, FeedKey.HashOf(service.Key.TokenOf(closed.Id, 1))), (closed.IsPublic, closed.TokenHash));
        Assert.Contains("/feeds/nord/styrgrupp.ics", await RevokedAsync(service));

        await PublicAsync(service, true);
        var open = await service.FeedAsync("nord/styrgrupp");
        Assert.Equal((true, null), (open.IsPublic, open.TokenHash));
        Assert.True(open.Version > closed.Version);
        Assert.Contains(closed.TokenHash, await RevokedAsync(service));

        // A secret address that was closed never comes back.
        await PublicAsync(service, false);
        Assert.NotEqual(closed.TokenHash, (await service.FeedAsync("nord/styrgrupp")).TokenHash);
    }

    private static async Task<IReadOnlyList<string?>> RevokedAsync(SmallService service)
    {
        await using var context = service.Database.Open();
        return await context.RevokedTokens.Select(token => token.TokenHash).ToListAsync();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task No_token_and_no_key_is_anywhere_in_the_database(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await new FeedAddresses(service.Database, service.Key).RenewAsync(Anna, "Anna", Monday);
        string[] tokens = [service.Key.TokenOf(Anna, 1), service.Key.TokenOf(Anna, 2), service.Key.TokenOf("syd", 1)];

        await using var context = service.Database.Open();
        var told = string.Join('\n', (await context.Audit.ToListAsync()).Select(line => line.Text + line.Subject))
            + string.Join('\n', (await context.Feeds.ToListAsync()).Select(feed =>
                $"{feed.Id} {feed.TokenHash} {feed.ETag}"
                + Encoding.UTF8.GetString(feed.Content)))
            + string.Join('\n', (await context.RevokedTokens.ToListAsync())
                .Select(token => token.TokenHash + token.Feed))
            + (await context.Identity.SingleAsync()).FeedKeyHash;
        Assert.All(tokens, token => Assert.DoesNotContain(token, told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_is_the_same_for_the_same_key_feed_and_generation_and_for_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var (key, other) = (FeedKey.Open(folder.File("a")), FeedKey.Open(folder.File("b")));
        Assert.Equal(key.TokenOf(Anna, 1), FeedKey.Open(folder.File("a")).TokenOf(Anna, 1));
        Assert.Matches("^[A-Za-z0-9_-]{27}$", key.TokenOf(Anna, 1));
        Assert.Equal(4, new HashSet<string>
        {
            key.TokenOf(Anna, 1), key.TokenOf(Anna, 2), key.TokenOf("syd", 1), other.TokenOf(Anna, 1),
        }.Count);
    }

    [Fact]
    public void The_keys_file_is_for_its_owner_alone_and_a_broken_one_is_told_and_left()
    {
        using var folder = new TemporaryFolder();
        FeedKey.Open(folder.File("key"));
        Assert.Equal([folder.File("key")], Directory.GetFiles(folder.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("key")));
        }

        File.WriteAllText(folder.File("key"), "c2hvcnQ=\n");
        Assert.Throws<InvalidDataException>(() => FeedKey.Open(folder.File("key")));
        Assert.Equal("c2hvcnQ=\n", File.ReadAllText(folder.File("key")));
    }

    // As the charter says, published with the next plan.
    private static async Task PublicAsync(SmallService service, bool isPublic)
    {
        service.Charters["nord"] = SmallFiles.Nord.Replace(
            "collaboration: Nord", $"collaboration: Nord\npublic: {(isPublic ? "true" : "false")}",
            StringComparison.Ordinal);
        await service.KeepAsync(Monday);
        await service.PublishAsync(Monday);
        await service.PublishAsync(Monday, year: 2026);
    }
}
