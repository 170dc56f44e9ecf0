// Long because a convener, a member and those who lead them are followed through one Christmas.
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.Tests.Pages;
using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Holidays;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>A convener answers about Christmas by the link that they got, and a member confirms a staffing day.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class HolidayPagesTests(Browser browser)
{
    private const string Anna = "anna.ask@nord.example", Leader = "ledaren@nord.example";

    // Noon on the last Monday of November 2026: Christmas is less than six weeks away, and the staffing day four.
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 11, 0, 0, TimeSpan.Zero);

    private static async Task<OpenService> StartAsync()
    {
        var service = await OpenService.StartAsync(Provider.Sqlite);
        service.Folder.Write("config/charters/nord.yaml", SmallCharters.Nord()
            .Replace("charter:", "staffing: { day: 3 }\ncharter:", StringComparison.Ordinal)
            .Replace("seats: [ordforande]", "seats: [ordforande]\n    holidayCoordination: { when: vid behov inför storhelger, "
                + "before: 14..42, line: 11 }", StringComparison.Ordinal)
            .Replace("when: fyra gånger per år", "when: Mitten av augusti", StringComparison.Ordinal));
        service.Clock.Pass(Now - service.Clock.GetUtcNow());
        await service.Services.GetRequiredService<Caretaker>().KeepAsync(service.Now, default);
        return service;
    }

    private static async Task<string> LinkAsync(OpenService service, string kind)
    {
        var mail = await service.Folder.AskAsync(context =>
            context.Deliveries.OrderBy(own => own.Id).FirstAsync(own => own.Kind == kind));
        return Link.Match(Encoding.UTF8.GetString(mail.Content)).Value;
    }

    [Fact]
    public async Task A_convener_says_yes_without_an_account_and_a_draft_waits_at_once()
    {
        await using var service = await StartAsync();
        using var anna = service.Visitor();
        var link = await LinkAsync(service, DeliveryKind.Holiday);
        var asked = await anna.GetAsync(link);
        Assert.Contains("Behöver Styrgrupp Nord ses?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Jul, nyår och trettondag 2026–2027", asked.Text, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(asked.Message.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("noindex, nofollow", Assert.Single(asked.Message.Headers.GetValues("X-Robots-Tag")));
        Assert.Empty(anna.Cookies.Cast<Cookie>());
        Assert.Equal(0, await AnsweredAsync(service));

        var saved = await anna.ForgeAsync(link, ("fore", "ja"), ("efter", "<b>"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("Ditt svar är sparat", (await anna.GetAsync(saved.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await AnsweredAsync(service));
        var draft = await service.Folder.AskAsync(context => new PlanBook(context).DraftAsync("nord", 2026, default));
        Assert.Contains(draft!.Plan.Meetings, meeting => meeting.Title == "Avstämning inför jul, nyår och trettondag");
        var guessed = link[..^1] + (link[^1] == '-' ? "_" : "-");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(guessed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.ForgeAsync(guessed, ("fore", "ja"))).Status);
    }

    [Fact]
    public async Task A_member_confirms_by_the_link_and_others_in_the_collaboration_see_for_whom()
    {
        await using var service = await StartAsync();
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var anna = service.Visitor();
        using var leader = await service.VisitorAsync(Leader);
        var link = await LinkAsync(service, DeliveryKind.Staffing);
        Assert.Contains("Ingen ännu", (await anna.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("Inte bekräftat", (await leader.GetAsync("/nord/storhelger")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await anna.ForgeAsync(link)).Status);

        Assert.Contains("Du har bekräftat för Nord", (await anna.GetAsync(link)).Text, StringComparison.Ordinal);
        var page = (await leader.GetAsync("/nord/storhelger")).Text;
        Assert.Matches("Bekräftat</dt><dd>Nord<", page);
        Assert.DoesNotContain("Anna Ask", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bekräftat", (await anna.GetAsync("/storhelger/2026")).Text, StringComparison.Ordinal);
        await anna.ForgeAsync(link, ("angra", "true"));
        Assert.Contains("Ingen ännu", (await anna.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_in_a_member_confirms_and_a_process_leader_answers_and_a_member_may_not()
    {
        await using var service = await StartAsync();
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        using var anna = await service.VisitorAsync(Anna);
        var page = "/nord/storhelger";

        await anna.PostAsync(page, $"{page}?handler=Confirm", ("day", "2026-12-26"));
        Assert.Equal("Nord", await service.Folder.AskAsync(context =>
            context.StaffingConfirmations.Select(own => own.Organisation).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound,
            (await anna.PostAsync(page, $"{page}?handler=Confirm", ("day", "2026-12-25"))).Status);
        (string, string)[] yes = [("subject", "nord/styrgrupp 2026 jul"), ("part", "Before"), ("answer", "ja")];
        await leader.PostAsync(page, $"{page}?handler=Answer", yes);
        Assert.Equal((HolidayAnswer.Yes, Leader), await service.Folder.AskAsync(async context =>
        {
            var request = await context.HolidayRequests.SingleAsync(own => own.Part == HolidayPart.Before && own.Holiday == "jul");
            return (request.Answer!.Value, request.AnsweredBy!);
        }));
        foreach (var part in new[] { "0", "7", "Before,After", "before" })
        {
            Assert.Equal(HttpStatusCode.NotFound,
                (await leader.PostAsync(page, $"{page}?handler=Answer", yes[0], ("part", part), yes[2])).Status);
        }

        Assert.Contains("Ett kort möte är planerat", (await leader.GetAsync(page)).Text, StringComparison.Ordinal);

        await service.SeatAsync("cia@nord.example", "nord/styrgrupp.ordforande");
        using var cia = await service.VisitorAsync("cia@nord.example");
        var refused = await cia.PostAsync(page, $"{page}?handler=Answer",
            ("subject", "nord/styrgrupp 2026 jul"), ("part", "Before"), ("answer", "nej"));
        Assert.NotEqual(HttpStatusCode.OK, refused.Status);
        Assert.Equal(1, await AnsweredAsync(service));
        Assert.Equal(HolidayAnswer.Yes, await service.Folder.AskAsync(context => context.HolidayRequests
            .Where(own => own.Answer != null).Select(own => own.Answer!.Value).SingleAsync()));
    }

    [Fact]
    public async Task A_convener_who_has_left_answers_neither_by_the_link_nor_signed_in()
    {
        await using var service = await StartAsync();
        var link = await LinkAsync(service, DeliveryKind.Holiday);
        using var anna = await service.VisitorAsync(Anna);
        await service.SeatAsync(Anna, "nord/arbetsgrupp.ledamot");
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync(link)).Status);
        await service.Folder.AskAsync(context => context.Memberships.Where(own => own.Seat == "nord/styrgrupp.ordforande")
            .ExecuteUpdateAsync(own => own.SetProperty(row => row.To, new LocalDate(2026, 11, 29))));

        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.ForgeAsync(link, ("fore", "ja"))).Status);
        Assert.DoesNotContain("Ja, det behövs", (await anna.GetAsync("/nord/storhelger")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await AnsweredAsync(service));
    }

    [Fact]
    public async Task A_day_that_is_no_staffing_day_any_more_is_not_confirmed()
    {
        await using var service = await StartAsync();
        using var anna = service.Visitor();
        var link = await LinkAsync(service, DeliveryKind.Staffing);
        var charter = service.Folder.PathOf("config/charters/nord.yaml");
        service.Folder.Write("config/charters/nord.yaml", (await File.ReadAllTextAsync(charter)).Replace(
            "staffing: { day: 3 }", "staffing: { day: 2 }", StringComparison.Ordinal));
        await service.Services.GetRequiredService<Caretaker>().KeepAsync(service.Now, default);

        Assert.Contains("ingen bemanningsdag den här dagen längre", (await anna.GetAsync(link)).Text, StringComparison.Ordinal);
        await anna.ForgeAsync(link);
        Assert.Equal(0, await service.Folder.AskAsync(context => context.StaffingConfirmations.CountAsync()));
    }

    [Fact]
    public async Task The_Christmas_that_a_year_begins_with_is_on_the_year_s_page()
    {
        await using var service = await StartAsync();
        using var anybody = service.Visitor();

        var page = (await anybody.GetAsync("/storhelger/2027")).Text;

        Assert.Matches("id=\"jul-2026\"[\\s\\S]*id=\"pask-2027\"[\\s\\S]*id=\"jul-2027\"", page);
    }

    [Fact]
    public async Task The_pages_behind_links_read_well_for_everybody()
    {
        await using var service = await StartAsync();
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        foreach (var (path, who) in new[]
        {
            (await LinkAsync(service, DeliveryKind.Holiday), null), (await LinkAsync(service, DeliveryKind.Staffing), null),
            ("/nord/storhelger", Anna), ("/nord/storhelger", Leader),
        })
        {
            var cookie = who is null ? null : await service.CookieAsync(who);
            var page = await browser.Open(new Uri(service.Address, path), cookie: cookie);
            foreach (var width in new[] { 1280, 390 })
            {
                Assert.Empty(await AccessibilityTests.BrokenAsync(page, width));
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            }

            await page.Context.CloseAsync();
        }
    }

    private static Task<int> AnsweredAsync(OpenService service) =>
        service.Folder.AskAsync(context => context.HolidayRequests.CountAsync(own => own.Answer != null));

    [GeneratedRegex("/(?:storhelg|bemanning)/[A-Za-z0-9_-]{20,}")]
    private static partial Regex Link { get; }
}
