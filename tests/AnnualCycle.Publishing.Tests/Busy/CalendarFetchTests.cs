using System.IO.Compression;
using System.Net;
using System.Text;
using AnnualCycle.Publishing.Busy;
using Microsoft.AspNetCore.Http;

namespace AnnualCycle.Publishing.Tests.Busy;

/// <summary>What a calendar from outside may do to the service, and what it may not.</summary>
public sealed class CalendarFetchTests
{
    private static readonly FetchLimits Own = new() { OwnHosts = ["127.0.0.1"], Bytes = 64 * 1024 };

    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.31.0.1"), InlineData("192.168.1.1")]
    [InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("0.0.0.0"), InlineData("224.0.0.1")]
    [InlineData("255.255.255.255"), InlineData("::1"), InlineData("::"), InlineData("fe80::1"), InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::a00:1"), InlineData("2002:a00:1::"), InlineData("2001:db8::1")]
    public void A_number_of_the_machine_or_of_the_network_around_it_is_not_asked(string address) =>
        Assert.False(PublicNetwork.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8"), InlineData("193.10.64.1"), InlineData("172.32.0.1"), InlineData("2a00:801:1::1")]
    public void A_number_out_on_the_internet_is(string address) =>
        Assert.True(PublicNetwork.Has(IPAddress.Parse(address)));

    [Fact]
    public async Task A_calendar_comes_once_and_is_not_changed_the_next_time()
    {
        await using var site = await CalendarSite.StartAsync();
        site.Answer = context =>
        {
            context.Response.Headers.ETag = "\"ett\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"ett\"" ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask
                : context.Response.WriteAsync(CalendarSite.Calendar);
        };

        var first = await FetchAsync(Own, site.Address);
        Assert.Equal((CalendarSite.Calendar, "\"ett\"", null),
            (Encoding.UTF8.GetString(first.Content!), first.ETag, first.Trouble));
        Assert.Equal(Fetched.NotChanged, await FetchAsync(Own, site.Address, first.ETag));
    }

    [Fact]
    public async Task The_network_around_the_service_is_asked_nothing_unless_it_is_named()
    {
        await using var site = await CalendarSite.StartAsync();

        foreach (var address in new[] { site.Address, site.Named })
        {
            var refused = await FetchAsync(new FetchLimits(), address);
            Assert.StartsWith("leder till det egna nätet", refused.Trouble, StringComparison.Ordinal);
        }

        Assert.Equal(0, site.Asked);
    }

    [Fact]
    public async Task Who_is_sent_on_to_the_network_around_the_service_is_stopped_there()
    {
        await using var site = await CalendarSite.StartAsync();
        await using var inner = await CalendarSite.StartAsync();
        site.Answer = context =>
        {
            context.Response.Redirect(inner.Named.ToString());
            return Task.CompletedTask;
        };

        Assert.StartsWith("leder till det egna nätet",
            (await FetchAsync(Own, site.Address)).Trouble, StringComparison.Ordinal);
        Assert.Equal((1, 0), (site.Asked, inner.Asked));
    }

    [Fact]
    public async Task A_calendar_that_moved_is_followed_but_not_for_ever()
    {
        await using var site = await CalendarSite.StartAsync();
        site.Answer = context =>
        {
            var number = int.Parse(context.Request.Query["nr"].FirstOrDefault() ?? "0");
            if (number == 3)
            {
                return context.Response.WriteAsync(CalendarSite.Calendar);
            }

            context.Response.Redirect($"/?nr={(context.Request.Path == "/runt" ? 0 : number + 1)}");
            return Task.CompletedTask;
        };
        Assert.NotNull((await FetchAsync(Own, site.Address)).Content);

        site.Answer = context =>
        {
            context.Response.Redirect("/runt");
            return Task.CompletedTask;
        };
        Assert.Equal("skickar vidare fler än 3 gånger", (await FetchAsync(Own, site.Address)).Trouble);
    }

    [Fact]
    public async Task Nobody_is_sent_on_to_another_kind_of_address()
    {
        await using var site = await CalendarSite.StartAsync();
        site.Answer = context =>
        {
            context.Response.Headers.Location = "file:///etc/passwd";
            context.Response.StatusCode = 302;
            return Task.CompletedTask;
        };

        Assert.Equal("skickar vidare till en adress som inte är säker", (await FetchAsync(Own, site.Address)).Trouble);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_calendar_without_end_is_let_go_also_when_it_is_packed(bool packed)
    {
        await using var site = await CalendarSite.StartAsync();
        site.Answer = async context =>
        {
            var row = Encoding.ASCII.GetBytes("BEGIN:VCALENDAR\r\n" + new string('X', 4096));
            context.Response.Headers.ContentEncoding = packed ? "gzip" : "";
            await using var body = packed
                ? new GZipStream(context.Response.Body, CompressionLevel.Fastest) : context.Response.Body;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await body.WriteAsync(row, context.RequestAborted);
            }
        };

        Assert.Equal("är större än 0 megabyte", (await FetchAsync(Own, site.Address)).Trouble);
    }

    [Fact]
    public async Task A_page_that_asks_for_a_password_is_no_calendar()
    {
        await using var site = await CalendarSite.StartAsync();
        site.Answer = context => context.Response.WriteAsync("<!doctype html><title>Logga in</title>");
        Assert.Equal("är inte någon kalender", (await FetchAsync(Own, site.Address)).Trouble);
        site.Answer = context => context.Response.WriteAsync(CalendarSite.Calendar[..150]);
        Assert.Equal("är avbruten: slutet saknas", (await FetchAsync(Own, site.Address)).Trouble);
        site.Answer = context =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        };
        Assert.Equal("svarar med HTTP 401", (await FetchAsync(Own, site.Address)).Trouble);
    }

    [Fact]
    public async Task Who_never_answers_is_waited_for_so_long_and_no_longer()
    {
        await using var site = await CalendarSite.StartAsync();
        site.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        var late = await FetchAsync(Own with { Time = TimeSpan.FromSeconds(1) }, site.Address);

        Assert.Equal("svarar inte inom 1 s", late.Trouble);
    }

    private static async Task<Fetched> FetchAsync(FetchLimits limits, Uri address, string? etag = null)
    {
#pragma warning disable RS0030 // The clock only says when it has been waited for too long.
        using var fetch = new CalendarFetch(limits, TimeProvider.System);
#pragma warning restore RS0030
        return await fetch.FetchAsync(address, etag, CancellationToken.None);
    }
}
