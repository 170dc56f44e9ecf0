using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using AnnualCycle.Server.Feeds;

namespace AnnualCycle.Server.Tests.Feeds;

public sealed class FeedSecrecyTests
{
    // Good, mistyped, prefixed, with a broken escape, not HTTP at all, and a head that is too long.
    public static TheoryData<string> Requests =>
    [
        $"GET {FeedSite.Person} HTTP/1.1",
        $"PROPFIND {FeedSite.Person} HTTP/1.1",
        $"GET http://x{FeedSite.Person} HTTP/1.1",
        $"GET /FEEDS/P/{FeedSite.Token}/mina-moten.ics HTTP/1.1",
        $"GET //feeds/p/{FeedSite.Token}/mina-moten.ics HTTP/1.1",
        $"GET /arshjul/feeds/p/{FeedSite.Token}/mina-moten.ics HTTP/1.1",
        $"GET /feeds/p/{FeedSite.Token} HTTP/1.1",
        $"GET /feeds%2Fp%2F{FeedSite.Token} HTTP/1.1",
        $"GET /feeds/p/{FeedSite.Token}/%00.ics HTTP/1.1",
        $"GET /feeds/p/{FeedSite.Token}/%zz.ics HTTP/1.1",
        $"GET {FeedSite.Person} HTTP/9.9",
        $"GET {FeedSite.Person}",
        $"GET {FeedSite.Person}?{new string('x', 20_000)} HTTP/1.1",
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_persons_token_is_in_no_log_whatever_becomes_of_the_request(string request)
    {
        await using var site = await FeedSite.Stocked();
        Assert.StartsWith("HTTP/1.1 ", await Ask(site, request));
        Assert.NotEmpty(site.Log.All);
        Assert.DoesNotContain(site.Log.All, Tells);
    }

    [Fact]
    public async Task A_persons_token_is_in_no_log_when_the_database_is_away()
    {
        await using var site = await FeedSite.Open(_ => throw new TimeoutException("no answer"));
        var feed = FeedSite.Year();
        site.Shelf.Use(
            [FeedChange.Live("person/7", FeedAddress.OfToken(FeedSite.Token), 1, feed.ETag, feed.LastModified)]);
        Assert.StartsWith("HTTP/1.1 503 ", await Ask(site, $"GET {FeedSite.Person} HTTP/1.1"));
        Assert.Contains(site.Log.All, line => line.Contains("kunde inte hämtas", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.All, line => line.Contains("person/7", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.All, Tells);
    }

    [Fact]
    public async Task A_persons_token_is_in_no_trace_while_other_requests_are_traced()
    {
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        List<string> traced = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traced)
                    traced.AddRange(activity.TagObjects.Select(tag => $"{tag}"));
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var site = await FeedSite.Stocked();
        await Ask(site, $"GET {FeedSite.Person} HTTP/1.1");
        await Ask(site, "GET /om-arshjulet HTTP/1.1");
        lock (traced)
        {
            Assert.Contains(traced, tag => tag.Contains("/om-arshjulet", StringComparison.Ordinal));
            Assert.DoesNotContain(traced, Tells);
        }
    }

    [Fact]
    public void The_shelf_knows_a_token_by_its_hash_alone()
    {
        var address = FeedAddress.OfToken(FeedSite.Token);
        Assert.False(Tells($"{address}"));
        Assert.Equal(address, FeedAddress.OfTokenHash(Convert.FromHexString(address.Key)));
    }

    private static bool Tells(string line) => line.Contains(FeedSite.Token, StringComparison.OrdinalIgnoreCase);

    private static async Task<string> Ask(FeedSite site, string request)
    {
        using var socket = new TcpClient("127.0.0.1", site.Client.BaseAddress!.Port);
        await socket.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"{request}\r\nHost: x\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(socket.GetStream());
        return await reader.ReadToEndAsync();
    }
}
