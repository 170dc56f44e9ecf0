using System.Net;
using System.Net.Sockets;
using System.Text;
using AnnualCycle.Server.Feeds;

namespace AnnualCycle.Server.Tests.Feeds;

public sealed class FeedConditionTests
{
    private const string Same = "Sun, 22 Nov 2026 12:30:45 GMT";
    private const string Earlier = "Sun, 22 Nov 2026 12:30:44 GMT";
    private const string Later = "Mon, 23 Nov 2026 00:00:00 GMT";

    private static readonly string Mine = FeedSite.Year().ETag;

    public static TheoryData<string?, string?, bool> Polls => new()
    {
        { Mine, null, true },
        { $"W/{Mine}", null, true },
        { $"\"gammal\", {Mine}", null, true },
        { $"\"gammal\",W/{Mine} , \"older\"", null, true },
        { "*", null, true },
        { "\"gammal\"", null, false },
        { Mine.Trim('"'), null, false },
        { "", null, false },
        { null, Same, true },
        { null, Later, true },
        { null, "Sunday, 22-Nov-26 12:30:45 GMT", true },
        { null, Earlier, false },
        { null, "i fjol", false },
        // The ETag decides alone when both are asked.
        { "\"gammal\"", Later, false },
        { Mine, Earlier, true },
    };

    [Theory]
    [MemberData(nameof(Polls))]
    public async Task Nothing_is_sent_to_those_who_have_the_year_already(string? tags, string? since, bool has)
    {
        await using var site = await FeedSite.Stocked();
        List<(string, string)> headers = [];
        if (tags is not null)
            headers.Add(("If-None-Match", tags));
        if (since is not null)
            headers.Add(("If-Modified-Since", since));
        using var answer = await site.Get(FeedSite.Group, [.. headers]);
        Assert.Equal(has ? HttpStatusCode.NotModified : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(has ? 0 : FeedSite.Year().Content.Length, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(Mine, $"{answer.Headers.ETag}");
        Assert.Equal("max-age=300, private", $"{answer.Headers.CacheControl}");
        // What has an ETag needs no second validator in a 304 (RFC 9110, section 15.4.5).
        Assert.Equal(has ? "" : Same, $"{answer.Content.Headers.LastModified:R}");
    }

    [Fact]
    public async Task A_changed_year_is_sent_to_those_who_have_the_old_one()
    {
        await using var site = await FeedSite.Stocked();
        var moved = FeedSite.Year("ett möte flyttat", FeedSite.Autumn + NodaTime.Duration.FromHours(1));
        site.Shelf.Use([FeedChange.Live("simba/ledningsgrupp", FeedSite.GroupAddress, 2, moved)]);
        using var byTag = await site.Get(FeedSite.Group, ("If-None-Match", Mine));
        using var byDate = await site.Get(FeedSite.Group, ("If-Modified-Since", Same));
        Assert.Equal(moved.Content, await byTag.Content.ReadAsByteArrayAsync());
        Assert.Equal(moved.Content, await byDate.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task On_the_wire_an_unchanged_year_is_a_head_without_a_body()
    {
        await using var site = await FeedSite.Stocked();
        using var socket = new TcpClient("127.0.0.1", site.Client.BaseAddress!.Port);
        var poll = $"GET {FeedSite.Group} HTTP/1.1\r\nHost: x\r\nIf-None-Match: {Mine}\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"{poll}\r\n{poll}Connection: close\r\n\r\n"));
        using var reader = new StreamReader(socket.GetStream(), Encoding.ASCII);
        var answers = (await reader.ReadToEndAsync()).Split("\r\n\r\n");
        Assert.Equal(3, answers.Length);
        Assert.All(answers[..2], answer => Assert.StartsWith("HTTP/1.1 304 Not Modified\r\n", answer));
        Assert.DoesNotContain("Content-Length", answers[0], StringComparison.OrdinalIgnoreCase);
        Assert.Empty(answers[2]);
    }
}
