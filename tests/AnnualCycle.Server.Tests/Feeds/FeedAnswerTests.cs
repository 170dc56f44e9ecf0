using System.Net;
using AnnualCycle.Server.Feeds;

namespace AnnualCycle.Server.Tests.Feeds;

public sealed class FeedAnswerTests
{
    [Fact]
    public async Task A_subscriber_gets_the_groups_year_byte_for_byte_with_what_calendars_look_for()
    {
        await using var site = await FeedSite.Stocked();
        using var answer = await site.Get(FeedSite.Group);
        var feed = FeedSite.Year();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(feed.Content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            [
                "Cache-Control: max-age=300, private",
                "Content-Disposition: inline; filename=\"simba-ledningsgrupp.ics\"",
                $"Content-Length: {feed.Content.Length}",
                "Content-Type: text/calendar; charset=utf-8",
                $"ETag: {feed.ETag}",
                "Last-Modified: Sun, 22 Nov 2026 12:30:45 GMT",
                "X-Content-Type-Options: nosniff",
            ],
            Headers(answer));
    }

    [Fact]
    public async Task A_persons_feed_is_kept_from_search_engines_and_may_be_called_anything()
    {
        await using var site = await FeedSite.Stocked();
        using var answer = await site.Get($"/feeds/p/{FeedSite.Token}/vad%20som%20helst.ics");
        Assert.Equal(FeedSite.Year("mina möten").Content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("X-Robots-Tag: noindex", Headers(answer));
        Assert.Contains("Content-Disposition: inline; filename=\"arshjul.ics\"", Headers(answer));
    }

    [Theory]
    [InlineData(FeedSite.Group)]
    [InlineData(FeedSite.Person)]
    [InlineData("/feeds/ingen.ics")]
    public async Task Somebody_who_asks_with_head_is_told_what_get_tells_and_gets_no_body(string path)
    {
        await using var site = await FeedSite.Stocked();
        using var get = await site.Get(path);
        using var head = await site.Send(HttpMethod.Head, path);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(Headers(get), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("?")]
    [InlineData("?utm_source=brev&x=/feeds/simba.ics")]
    public async Task What_a_mail_program_hangs_on_the_link_does_not_matter(string query)
    {
        await using var site = await FeedSite.Stocked();
        using var answer = await site.Get(FeedSite.Group + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("Accept", "text/html")]
    [InlineData("Accept-Encoding", "gzip, deflate, br, zstd")]
    [InlineData("Cookie", "session=1")]
    [InlineData("Range", "bytes=0-3")]
    public async Task Every_program_gets_the_same_bytes_whatever_it_says_it_takes(string name, string value)
    {
        await using var site = await FeedSite.Stocked();
        using var answer = await site.Get(FeedSite.Group, (name, value));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(FeedSite.Year().Content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("PROPFIND", FeedSite.Group)]
    [InlineData("PUT", FeedSite.Group)]
    [InlineData("POST", FeedSite.Person)]
    [InlineData("OPTIONS", FeedSite.Person)]
    [InlineData("DELETE", "/feeds/ingen.ics")]
    public async Task A_program_that_tries_to_write_is_told_that_it_can_read(string method, string path)
    {
        await using var site = await FeedSite.Stocked();
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new StringContent("BEGIN:VCALENDAR"),
        };
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
        using var next = await site.Get(FeedSite.Group);
        Assert.Equal(FeedSite.Year().Content, await next.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/feeds/")]
    [InlineData("/feeds/simba")]
    [InlineData("/feeds/ingen.ics")]
    [InlineData("/FEEDS/simba/ledningsgrupp.ics")]
    [InlineData("/feeds/p/AAAAAAAAAAAAAAAAAAAAAAAAAAA/mina-moten.ics")]
    [InlineData($"/feeds/p/{FeedSite.Token}.ics")]
    [InlineData($"/feeds/p/{FeedSite.Token}/.ics")]
    [InlineData($"/feeds/p/{FeedSite.Token}/mina-moten")]
    [InlineData($"/feeds/p/{FeedSite.Token}x/mina-moten.ics")]
    [InlineData($"/feeds/p/{FeedSite.Token}/a/b.ics")]
    [InlineData($"//feeds/p/{FeedSite.Token}/mina-moten.ics")]
    public async Task A_mistyped_address_is_answered_in_swedish_and_by_nobody_else(string path)
    {
        await using var site = await FeedSite.Stocked();
        using var answer = await site.Client.GetAsync(new Uri(site.Client.BaseAddress + path[1..]));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.StartsWith("Här finns ingen kalender.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_revoked_link_is_gone_for_good_and_its_successor_works()
    {
        await using var site = await FeedSite.Stocked();
        var token = new string('n', FeedAddress.TokenLength);
        site.Shelf.Use(
        [
            FeedChange.Gone("person/7", FeedAddress.OfToken(FeedSite.Token), 2),
            FeedChange.Live("person/7", FeedAddress.OfToken(token), 3, FeedSite.Year("mina möten")),
            FeedChange.Live("person/7", FeedAddress.OfToken(FeedSite.Token), 4, FeedSite.Year("mina möten")),
        ]);
        using var old = await site.Get(FeedSite.Person, ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.Gone, old.StatusCode);
        Assert.StartsWith("Den här kalenderlänken gäller inte längre.", await old.Content.ReadAsStringAsync());
        using var successor = await site.Get($"/feeds/p/{token}/mina-moten.ics");
        Assert.Equal(HttpStatusCode.OK, successor.StatusCode);
    }

    [Fact]
    public async Task A_group_that_becomes_public_again_is_back()
    {
        await using var site = await FeedSite.Stocked();
        site.Shelf.Use([FeedChange.Gone("simba/ledningsgrupp", FeedSite.GroupAddress, 2)]);
        using var gone = await site.Get(FeedSite.Group);
        site.Shelf.Use([FeedChange.Live("simba/ledningsgrupp", FeedSite.GroupAddress, 3, FeedSite.Year())]);
        using var back = await site.Get(FeedSite.Group);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (gone.StatusCode, back.StatusCode));
    }

    [Fact]
    public async Task Robots_may_fetch_every_subscription_and_learn_of_nothing_secret()
    {
        await using var site = await FeedSite.Stocked();
        Assert.Equal("User-agent: *\nDisallow:\n", await site.Client.GetStringAsync("/robots.txt"));
    }

    [Fact]
    public async Task The_rest_of_the_service_answers_as_before()
    {
        await using var site = await FeedSite.Stocked();
        Assert.Equal("Årshjulet", await site.Client.GetStringAsync("/feeds-och-annat"));
    }

    // Kestrel's own Date is left out: two answers may have two.
    private static List<string> Headers(HttpResponseMessage answer) =>
    [
        .. answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Date" and not "Server")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal),
    ];
}
