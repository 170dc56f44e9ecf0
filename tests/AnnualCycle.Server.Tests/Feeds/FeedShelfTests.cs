using System.Net;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Server.Feeds;
using NodaTime;

namespace AnnualCycle.Server.Tests.Feeds;

public sealed class FeedShelfTests
{
    private const string Lgs = "/feeds/lgs.ics";

    // A third of what fits: of four, one must go.
    private static RenderedFeed Large(int number) =>
        FeedSite.Year($"{number}" + new string('x', 330_000));

    [Fact]
    public async Task A_year_that_changes_while_four_calendars_poll_is_never_mixed()
    {
        await using var site = await FeedSite.Stocked();
        using var stop = new CancellationTokenSource();
        var pollers = Enumerable.Range(0, 4).Select(_ => PollUntil(stop.Token, site)).ToList();
        for (var version = 2; version < 3000; version++)
        {
            site.Shelf.Use([FeedChange.Live("simba/ledningsgrupp", FeedSite.GroupAddress, version,
                FeedSite.Year(new string((char)('a' + (version % 26)), version * 20)))]);
            await Task.Yield();
        }

        await stop.CancelAsync();
        var seen = await Task.WhenAll(pollers);
        Assert.All(seen, etags => Assert.True(etags > 1, "no poller saw the year change"));
    }

    [Fact]
    public async Task What_does_not_fit_in_memory_is_fetched_and_what_was_asked_for_last_stays()
    {
        var stored = Enumerable.Range(0, 4).ToDictionary(number => $"{number}", number => Large(number).Content);
        List<string> fetched = [];
        await using var site = await FeedSite.Open(id => { fetched.Add(id); return stored[id]; }, megabytes: 1);
        site.Shelf.Use(Enumerable.Range(0, 4).Select(Unfetched));
        foreach (var number in (int[])[0, 1, 2, 0, 1, 3, 0, 1, 2])
            Assert.Equal(stored[$"{number}"], await site.Client.GetByteArrayAsync($"/feeds/{number}.ics"));
        Assert.Equal(["0", "1", "2", "3", "2"], fetched);
    }

    [Fact]
    public async Task A_year_that_has_not_changed_is_confirmed_without_asking_the_database()
    {
        await using var site = await FeedSite.Open(_ => throw new TimeoutException());
        site.Shelf.Use([Unfetched(0)]);
        using var unchanged = await site.Get("/feeds/0.ics", ("If-None-Match", Large(0).ETag));
        using var whole = await site.Get("/feeds/0.ics");
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, whole.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_the_database_is_away_calendars_are_asked_to_come_back(bool throws)
    {
        byte[]? Away(string id) => throws ? throw new TimeoutException($"no answer about {id}") : null;
        await using var site = await FeedSite.Open(Away);
        site.Shelf.Use([Unfetched(0)]);
        using var answer = await site.Get("/feeds/0.ics");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter!.Delta);
        Assert.StartsWith("Kalendern går inte att hämta just nu.", await answer.Content.ReadAsStringAsync());
        Assert.Null(answer.Headers.ETag);
        Assert.Equal(throws, site.Log.All.Any(line => line.Contains("no answer about 0", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_the_first_second_no_calendar_is_told_that_its_feed_is_unknown()
    {
        await using var site = await FeedSite.Open(_ => null);
        using var before = await site.Get(Lgs);
        site.Shelf.Use([]);
        using var after = await site.Get(Lgs);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound), (before.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task A_year_newer_than_the_shelf_has_heard_of_comes_with_its_own_etag_and_no_date()
    {
        var newer = FeedSite.Year("flyttat");
        await using var site = await FeedSite.Open(_ => newer.Content);
        site.Shelf.Use([Unfetched(0)]);
        for (var poll = 0; poll < 2; poll++)
        {
            using var answer = await site.Get("/feeds/0.ics");
            Assert.Equal(newer.Content, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(newer.ETag, $"{answer.Headers.ETag}");
            Assert.Null(answer.Content.Headers.LastModified);
        }
    }

    [Fact]
    public async Task Changes_that_come_late_or_twice_do_not_bring_an_old_year_back()
    {
        await using var site = await FeedSite.Open(_ => null);
        var (older, newer) = (FeedSite.Year("gammalt"), FeedSite.Year("nytt"));
        var address = FeedAddress.Public(Lgs);
        site.Shelf.Use([FeedChange.Live("lgs", address, 5, newer), FeedChange.Live("lgs", address, 4, older)]);
        site.Shelf.Use([FeedChange.Live("lgs", address, 5, newer.ETag, newer.LastModified)]);
        site.Shelf.Use([FeedChange.Live("lgs", address, 6, newer.ETag, newer.LastModified)]);
        Assert.Equal(newer.Content, await site.Client.GetByteArrayAsync(Lgs));
        Assert.Equal(1, site.Shelf.Count);
    }

    [Fact]
    public void The_same_bytes_have_the_same_etag_and_other_bytes_another()
    {
        Assert.Equal("\"e3b0c44298fc1c149afbf4c8996fb924\"", RenderedFeed.Of([], FeedSite.Autumn).ETag);
        Assert.NotEqual(FeedSite.Year("a").ETag, FeedSite.Year("b").ETag);
        Assert.Equal(
            Instant.FromUnixTimeSeconds(7), RenderedFeed.Of([], Instant.FromUnixTimeMilliseconds(7999)).LastModified);
    }

    private static FeedChange Unfetched(int number) => FeedChange.Live(
        $"{number}", FeedAddress.Public($"/feeds/{number}.ics"), 1, Large(number).ETag, Large(number).LastModified);

    private static async Task<int> PollUntil(CancellationToken stop, FeedSite site)
    {
        HashSet<string> seen = [];
        while (!stop.IsCancellationRequested)
        {
            using var answer = await site.Get(FeedSite.Group);
            var content = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(RenderedFeed.ETagOf(content), $"{answer.Headers.ETag}");
            seen.Add($"{answer.Headers.ETag}");
        }

        return seen.Count;
    }
}
