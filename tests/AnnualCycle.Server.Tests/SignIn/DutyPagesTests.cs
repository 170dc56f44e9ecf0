using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.Tests.Pages;
using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Duties;
using AnnualCycle.Storage.Reminders;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>What is due is reminded of by the service, and marked as done: on pages, by the link in a mail, at the terminal.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class DutyPagesTests(Browser browser)
{
    private const string Anna = "anna.ask@nord.example", Leader = "ledaren@nord.example", Other = "annan@nord.example";

    private const string Report = "Delårsrapport";

    // A Monday morning, a week before the report is due.
    private static readonly DateTimeOffset Now = new(2027, 4, 12, 7, 0, 0, TimeSpan.Zero);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    private static async Task<OpenService> StartAsync(Provider provider)
    {
        var service = await OpenService.StartAsync(provider);
        service.Folder.Write("config/charters/nord.yaml", SmallCharters.Nord().Replace("seats: [ordforande]",
            "seats: [ordforande]\n    reports: [{ id: delar, title: Delårsrapport, when: senast den 19 april, line: 12 }]",
            StringComparison.Ordinal));
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        var keep = service.Services.GetRequiredService<Caretaker>();
        await keep.KeepAsync(service.Now, default);
        await service.Installation.Publisher.PublishAsync(
            new("nord", 2027, Storage.Plans.PlanState.Proposed, "prov", "publish"), service.Now, default);
        service.Clock.Pass(Now - service.Clock.GetUtcNow());
        await service.Services.GetRequiredService<ReminderRounds>().KeepAsync(service.Now, default);
        return service;
    }

    private static async Task<string> LinkAsync(OpenService service)
    {
        var mail = await service.Folder.AskAsync(context => context.Deliveries.OrderBy(own => own.Id)
            .FirstAsync(own => own.Kind == DeliveryKind.Reminder && own.Recipient == Anna));
        return Link().Match(Encoding.UTF8.GetString(mail.Content)).Value;
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_answers_for_a_report_marks_it_by_the_link_in_the_reminder(Provider provider)
    {
        await using var service = await StartAsync(provider);
        using var anna = service.Visitor();
        var link = await LinkAsync(service);
        var asked = await anna.GetAsync(link);
        Assert.Contains(Report, WebUtility.HtmlDecode(asked.Text), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(asked.Message.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("no-store", asked.Message.Headers.CacheControl?.ToString());
        Assert.Equal(0, await service.Folder.AskAsync(context => context.HandedIn.CountAsync()));

        Assert.Contains("ingen adress på webben", WebUtility.HtmlDecode(
            (await anna.ForgeAsync(link, ("done", "klart"), ("link", "javascript:alert(1)"))).Text), StringComparison.Ordinal);
        var saved = await anna.ForgeAsync(link, ("done", "klart"), ("link", "https://nord.example/rapport"), ("said", "<b>Sen</b>"));

        Assert.Contains("Markerat som klart 12 april", (await anna.GetAsync(saved.Location!)).Text, StringComparison.Ordinal);
        var row = await service.Folder.AskAsync(context => context.HandedIn.SingleAsync());
        Assert.Equal((Anna, HandedInState.Done, "https://nord.example/rapport"), (row.Who, row.State, row.Link));
        Assert.Contains("Klart: Delårsrapport", Encoding.UTF8.GetString((await service.Folder.AskAsync(context =>
            context.Feeds.SingleAsync(feed => feed.Id == PersonFeeds.IdOf(Anna)))).Content), StringComparison.Ordinal);
        var guessed = link[..^2] + (link[^2] == '-' ? "_" : "-") + link[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(guessed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.ForgeAsync(guessed, ("done", "oppna"))).Status);
    }

    [Fact]
    public async Task A_process_leader_sees_all_that_is_due_and_marks_it_and_nobody_else_does()
    {
        await using var service = await StartAsync(Provider.Sqlite);
        using var leader = await service.VisitorAsync(Leader);
        using var other = await service.VisitorAsync(Other);
        var page = WebUtility.HtmlDecode((await leader.GetAsync("/nord/att-gora")).Text);
        Assert.Contains(Report, page, StringComparison.Ordinal);
        Assert.Contains("Påmint", page, StringComparison.Ordinal);
        var uid = UidBefore().Match(page[page.IndexOf(Report, StringComparison.Ordinal)..]).Groups[1].Value;

        Assert.NotEqual(HttpStatusCode.OK, (await other.GetAsync("/nord/att-gora")).Status);
        await leader.PostAsync("/nord/att-gora", null, ("uid", uid), ("done", "behovs-inte"));
        Assert.Contains("Behövs inte: Delårsrapport", WebUtility.HtmlDecode((await leader.GetAsync("/nord/att-gora")).Text), StringComparison.Ordinal);
        await leader.PostAsync("/nord/att-gora", null, ("uid", uid), ("done", "oppna"));
        Assert.Equal(0, await service.Folder.AskAsync(context => context.HandedIn.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.PostAsync("/nord/att-gora", null, ("uid", "ingen"), ("done", "klart"))).Status);
        Assert.Contains("Inte klart längre: Delårsrapport", WebUtility.HtmlDecode((await leader.GetAsync("/nord/logg")).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_person_sees_what_they_answer_for_and_which_mails_come()
    {
        await using var service = await StartAsync(Provider.Sqlite);
        using var anna = await service.VisitorAsync(Anna);
        var page = WebUtility.HtmlDecode((await anna.GetAsync("/min-sida/att-gora")).Text);
        Assert.Contains(Report, page, StringComparison.Ordinal);
        // The day before Monday 19 April is a Sunday: the mail comes on Friday.
        Assert.Matches("(?s)Mejl som kommer.*16 april", page);
        var uid = UidBefore().Match(page[page.IndexOf(Report, StringComparison.Ordinal)..]).Groups[1].Value;
        await anna.PostAsync("/min-sida/att-gora", null, ("uid", uid), ("done", "klart"));
        Assert.DoesNotMatch("(?s)Mejl som kommer.*16 april", WebUtility.HtmlDecode((await anna.GetAsync("/min-sida/att-gora")).Text));
        var log = await service.Folder.AskAsync(context => context.Reminders.Where(own => own.Email == Anna).ToListAsync());
        Assert.Contains(log, own => own is { Title: Report, State: ReminderState.Sent });
    }

    [Fact]
    public async Task The_pages_keep_to_WCAG_and_to_the_window()
    {
        await using var service = await StartAsync(Provider.Sqlite);
        await service.GiveAsync(Anna, Role.ProcessLeader, "nord");
        var cookie = await service.CookieAsync(Anna);
        foreach (var path in (string[])["/nord/att-gora", "/min-sida/att-gora", await LinkAsync(service)])
        {
            var page = await browser.Open(new Uri(service.Address, path), cookie: cookie);
            foreach (var width in new[] { 1280, 390 })
            {
                Assert.Empty(await AccessibilityTests.BrokenAsync(page, width));
                Assert.Equal((path, width), (path, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
            }

            await page.Context.CloseAsync();
        }
    }

    [GeneratedRegex("/klart/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"uid\" value=\"([^\"]+)\"")]
    private static partial Regex UidBefore();
}
