using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AnnualCycle.Server.Tests.SignIn;

public sealed class MyPageTests
{
    private const string Anna = "anna.ask@nord.example";

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_members_calendar_is_shown_again_changed_and_closed_and_the_old_address_is_gone(Provider provider)
    {
        await using var service = await OpenService.StartAsync(provider);
        using var anna = await service.VisitorAsync(Anna);
        var page = (await anna.GetAsync("/min-sida")).Text;
        var first = FeedIn(page);
        Assert.Contains("Styrgrupp Nord", page, StringComparison.Ordinal);
        Assert.Contains("Slutna rådet", page, StringComparison.Ordinal);
        Assert.Equal(first, FeedIn((await anna.GetAsync("/min-sida")).Text));
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync(first!)).Status);

        await anna.PostAsync("/min-sida", "/min-sida?handler=Renew");
        var second = FeedIn((await anna.GetAsync("/min-sida")).Text);
        await LookAsync(service);
        Assert.Equal(HttpStatusCode.Gone, (await anna.GetAsync(first!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync(second!)).Status);

        await anna.PostAsync("/min-sida", "/min-sida?handler=Close");
        Assert.Null(FeedIn((await anna.GetAsync("/min-sida")).Text));
        await LookAsync(service);
        Assert.Equal(HttpStatusCode.Gone, (await anna.GetAsync(second!)).Status);
        await anna.PostAsync("/min-sida", "/min-sida?handler=Open");
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync(FeedIn((await anna.GetAsync("/min-sida")).Text)!)).Status);

        await using var context = service.Installation.Database.Open();
        Assert.Equal([Anna], await context.Audit.Where(entry => entry.Action == "renew-address" || entry.Action == "choose")
            .Select(entry => entry.Who).Distinct().ToListAsync());
    }

    [Fact]
    public async Task Who_wants_English_gets_the_next_link_in_English()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var anna = await service.VisitorAsync(Anna);

        await anna.PostAsync("/min-sida", "/min-sida?handler=Language", ("language", "en"));
        Assert.Equal(HttpStatusCode.BadRequest,
            (await anna.PostAsync("/min-sida", "/min-sida?handler=Language", ("language", "<script>"))).Status);

        Assert.Matches("value=\"en\" checked", (await anna.GetAsync("/min-sida")).Text);
        await anna.PostAsync("/logga-in", null, ("email", Anna));
        Assert.Contains("This is your link", await service.MailToAsync(Anna), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_may_have_what_there_is_about_them_and_nothing_of_anybody_else()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Anna, Role.Convener, "nord/styrgrupp");
        using var anna = await service.VisitorAsync(Anna);

        var file = await anna.GetAsync("/min-sida/uppgifter");

        using var data = JsonDocument.Parse(file.Text);
        Assert.Equal(2, data.RootElement.GetProperty("memberships").GetArrayLength());
        Assert.Equal("sammankallande", data.RootElement.GetProperty("roles")[0].GetProperty("role").GetString());
        Assert.Equal(1, data.RootElement.GetProperty("sessions").GetArrayLength());
        Assert.DoesNotContain("bo.berg", file.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("/feeds/p/", file.Text);
    }

    [Fact]
    public async Task Nobody_ends_somebody_elses_session()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var anna = await service.VisitorAsync(Anna);
        using var bo = await service.VisitorAsync("bo.berg@nord.example");
        string his;
        await using (var context = service.Installation.Database.Open())
        {
            his = await context.Sessions.Where(own => own.Email == "bo.berg@nord.example").Select(own => own.IdHash).SingleAsync();
        }

        await anna.PostAsync("/min-sida", "/min-sida?handler=End", ("session", his));

        Assert.Equal(HttpStatusCode.OK, (await bo.GetAsync("/min-sida")).Status);
    }

    // What the service does each second by itself.
    private static Task LookAsync(OpenService service) =>
        service.Services.GetRequiredService<Shopwindow>().LookAsync(service.Now, default);

    private static string? FeedIn(string page) =>
        Regex.Match(page, "value=\"http://[^/]+(/feeds/p/[^\"]+)\"") is { Success: true } found ? found.Groups[1].Value : null;
}
