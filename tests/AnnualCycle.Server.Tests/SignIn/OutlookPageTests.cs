// Long because each choice about an entry is pressed and what came of it looked up.
using System.Net;
using System.Text.RegularExpressions;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Tests.Pages;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>What stands in Outlook, as those see it who answer for it, and what they decide.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class OutlookPageTests(Browser browser)
{
    private const string Leader = "lena@nord.example", Chief = "chefen@nord.example", Anna = "anna.ask@nord.example",
        Office = "kansli@nord.example";

    private static readonly OutlookSettings InOutlook = new()
    {
        Organisers = new Dictionary<string, OutlookOrganiser> { ["nord"] = new(Office, IsOnline: true) },
    };

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_process_leader_sees_how_each_meeting_stands_and_takes_a_new_time_into_the_plan(Provider provider)
    {
        await using var service = await StartedAsync(provider);
        using var leader = await service.VisitorAsync(Leader);
        var rows = await RowsAsync(service);
        var ours = OutlookEvent.Read(rows[0].Wanted!);
        var found = ours with { Date = Other(ours.Date), Location = "Kajen" };
        await ChangeAsync(service, rows[0].Uid, own => (own.Drift, own.History) =
            (new OutlookDrift(found).Written, "2026-11-22T09:00:00Z ändrad i Outlook av någon annan\n"));
        await ChangeAsync(service, rows[1].Uid, own => own.Trouble = "mötet har fler kallade än Outlook tar");
        await ChangeAsync(service, rows[2].Uid, own => (own.Operation, own.Attempts, own.Sending) = (OutlookOperation.Create, 2, own.Wanted));

        var page = await TextAsync(leader, "/nord/outlook");
        Assert.Contains($"I Outlook: {SwedishDates.Short(found.Date)} 09:00. Hos oss: {SwedishDates.Short(ours.Date)} 09:00.", page, StringComparison.Ordinal);
        Assert.Contains("Plats i Outlook: Kajen. Hos oss: ingen.", page, StringComparison.Ordinal);
        Assert.Contains("1 får mejl från Outlook.", page, StringComparison.Ordinal);
        Assert.Contains("2026-11-22 10:00 ändrad i Outlook av någon annan", page, StringComparison.Ordinal);
        Assert.Contains("Mötet har fler kallade än Outlook tar.", page, StringComparison.Ordinal);
        Assert.Contains("Osäkert om det kom fram", page, StringComparison.Ordinal);
        Assert.Contains("Vilar till", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Pausa", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(leader, "TakeIn", rows[0])).Status);
        var done = await TextAsync(leader, "/nord/outlook");
        Assert.Contains("Sparat som utkast", done, StringComparison.Ordinal);
        Assert.Contains("/nord/publicera/2027", done, StringComparison.Ordinal);
        var after = await RowAsync(service, rows[0].Uid);
        Assert.Equal((null, found.Written), (after.Drift, after.Seen));
        var draft = await service.Folder.AskAsync(context => context.Plans.SingleAsync(own => own.State == PlanState.Draft));
        var meeting = draft.Plan.Meetings.Single(own => own.Uid == rows[0].Uid);
        Assert.Equal((found.Date, "Kajen"), (meeting.Date, meeting.Place));
        // Outlook has told everybody already.
        var preview = await TextAsync(leader, "/nord/publicera/2027");
        Assert.Contains("Ingen får mejl.", preview, StringComparison.Ordinal);

        await PressAsync(leader, "TryAgain", rows[1]);
        Assert.Null((await RowAsync(service, rows[1].Uid)).Trouble);
        Assert.Contains("försöks igen i Outlook", await TextAsync(leader, "/nord/logg"), StringComparison.Ordinal);
        await PressAsync(leader, "TakeIn", rows[1]);
        Assert.Contains("Det finns inget här som planen kan ta in.", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_away_in_Outlook_is_restored_let_be_or_called_off()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        using var leader = await service.VisitorAsync(Leader);
        var rows = (await RowsAsync(service)).Where(own => OutlookEvent.Read(own.Wanted!).Date.Year == 2027).ToList();
        foreach (var row in rows.Take(3))
        {
            await ChangeAsync(service, row.Uid, own => (own.Told, own.Seen, own.ToldRevision, own.Drift) =
                (own.Wanted, own.Wanted, own.WantedRevision, new OutlookDrift(null).Written));
        }

        Assert.Contains("I Outlook: borttaget eller inställt.", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
        await PressAsync(leader, "Restore", rows[0]);
        await PressAsync(leader, "LetStand", rows[1]);
        await PressAsync(leader, "TakeIn", rows[2]);

        Assert.Equal((null, 2), (await RowAsync(service, rows[0].Uid)) is var restored ? (restored.Told, restored.WantedRevision) : default);
        Assert.False((await RowAsync(service, rows[1].Uid)).IsWaiting);
        var draft = await service.Folder.AskAsync(context => context.Plans.SingleAsync(own => own.State == PlanState.Draft));
        Assert.Equal("Inställt i Outlook", draft.Plan.Meetings.Single(own => own.Uid == rows[2].Uid).CancelReason);
        await PressAsync(leader, "LetStand", rows[1]);
        Assert.Contains("väntar inte längre på något beslut", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_changed_again_since_the_page_was_shown_is_left_as_it_is_and_another_length_is_not_lost()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        using var leader = await service.VisitorAsync(Leader);
        var row = (await RowsAsync(service))[0];
        var ours = OutlookEvent.Read(row.Wanted!);
        Task FoundAsync(OutlookEvent found) => ChangeAsync(service, row.Uid, own => own.Drift = new OutlookDrift(found).Written);
        await FoundAsync(ours with { Date = Other(ours.Date) });
        var seen = await SeenAsync(leader, row);
        var longer = ours with { Date = Other(ours.Date), End = ours.End.PlusMinutes(30) };
        await FoundAsync(longer);
        foreach (var handler in (string[])["LetStand", "Restore", "TakeIn"])
        {
            await PressAsync(leader, handler, row, seen);
            Assert.Contains("Det har ändrats sedan sidan visades. Inget är gjort", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
            Assert.Equal((new OutlookDrift(longer).Written, row.WantedRevision), (await RowAsync(service, row.Uid)) is var own ? (own.Drift, own.WantedRevision) : default);
        }

        var page = await TextAsync(leader, "/nord/outlook");
        Assert.Contains("Att mötet är olika långt kan planen inte ta in", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=TakeIn", page, StringComparison.Ordinal);
        await PressAsync(leader, "TakeIn", row);
        Assert.Contains("Det finns inget här som planen kan ta in.", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
        await PressAsync(leader, "LetStand", row);
        Assert.Null((await RowAsync(service, row.Uid)).Drift);
    }

    [Fact]
    public async Task What_has_been_held_needs_nobody()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        using var leader = await service.VisitorAsync(Leader);
        var rows = await RowsAsync(service);
        var past = OutlookEvent.Read(rows[0].Wanted!) with { Date = new LocalDate(2020, 1, 8) };
        await ChangeAsync(service, rows[0].Uid, own => (own.Wanted, own.Told, own.Trouble) = (past.Written, past.Written, "x"));
        await ChangeAsync(service, rows[1].Uid, own => (own.Wanted, own.Told, own.Drift) = (
            past.Written, past.Written, new OutlookDrift(past with { Location = "Kajen" }).Written));
        Assert.DoesNotContain("Behöver dig", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
        // Moved there to a day to come it is still somebody's to decide on.
        await ChangeAsync(service, rows[1].Uid, own => own.Drift = new OutlookDrift(OutlookEvent.Read(rows[1].Wanted!)).Written);
        Assert.Contains("Behöver dig", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_administrator_pauses_a_mailbox_and_nobody_decides_for_another_collaboration()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        await service.GiveAsync(Chief, Role.Administrator, "");
        await service.GiveAsync(Leader, Role.ProcessLeader, "sluten");
        using var leader = await service.VisitorAsync(Leader);
        using var chief = await service.VisitorAsync(Chief);
        var row = (await RowsAsync(service))[0];
        await ChangeAsync(service, row.Uid, own => own.Trouble = "x");

        Assert.Equal(HttpStatusCode.NotFound, (await leader.PostAsync("/min-sida", "/sluten/outlook?handler=TryAgain", ("uid", row.Uid), ("mailbox", Office))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.PostAsync("/nord/outlook", "/nord/outlook?handler=Pause", ("mailbox", Office))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.PostAsync("/outlook", "/outlook?handler=Pause", ("mailbox", "ingen@nord.example"))).Status);
        await chief.PostAsync("/outlook", "/outlook?handler=Pause", ("mailbox", Office));
        Assert.Contains($"av {Chief}", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
        Assert.Contains("Väntar: brevlådan är pausad", await TextAsync(leader, "/nord/outlook"), StringComparison.Ordinal);
        await chief.PostAsync("/outlook", "/outlook?handler=GoOn", ("mailbox", Office));
        Assert.DoesNotContain("pausad", await TextAsync(chief, "/outlook"), StringComparison.Ordinal);
        service.Services.GetRequiredService<TenantHealth>().Latest = new TenantReport(service.Now,
            [TenantFinding.Wrong("certifikatet har gått ut"), TenantFinding.Wrong("brevlådan svarar inte") with { Mailbox = Office }]);
        var all = await TextAsync(chief, "/outlook");
        Assert.Contains("Certifikatet har gått ut.", all, StringComparison.Ordinal);
        var own = await TextAsync(leader, "/nord/outlook");
        Assert.Contains("Brevlådan svarar inte.", own, StringComparison.Ordinal);
        Assert.DoesNotContain("ertifikatet", own, StringComparison.Ordinal);
        Assert.Equal("x", (await RowAsync(service, row.Uid)).Trouble);
        Assert.Contains("Här kallas ingen från Outlook", await TextAsync(leader, "/sluten/outlook"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_there_is_shown_where_a_collaboration_calls_from_Outlook_alone()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        await using var other = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Leader, Role.ProcessLeader, "sluten");
        await other.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        using var otherLeader = await other.VisitorAsync(Leader);
        var own = await TextAsync(leader, "/min-sida");
        Assert.Contains("/nord/outlook", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/sluten/outlook", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/outlook", await TextAsync(otherLeader, "/min-sida"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meetings_page_has_the_link_to_Teams_and_says_by_which_way_each_is_called()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        using var leader = await service.VisitorAsync(Leader);
        var row = (await RowsAsync(service))[0];
        await ChangeAsync(service, row.Uid, own => own.JoinUrl = "https://teams.microsoft.com/l/meetup-join/x");
        var page = await TextAsync(leader, $"/nord/moten/{row.Uid.Split('@')[0]}");
        Assert.Contains("https://teams.microsoft.com/l/meetup-join/x", page, StringComparison.Ordinal);
        Assert.Contains("Kallad från Outlook", page, StringComparison.Ordinal);
        using var nobody = service.Visitor();
        Assert.DoesNotContain("teams.microsoft", await TextAsync(nobody, "/nord/styrgrupp/next"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_Outlook_reaches_chooses_by_which_way_invites_come_and_it_is_so_at_once(Provider provider)
    {
        await using var service = await StartedAsync(provider);
        await using var other = await OpenService.StartAsync(Provider.Sqlite);
        using var anna = service.Visitor();
        using var unreached = other.Visitor();
        var page = await service.MailsPageAsync(Anna);
        Assert.DoesNotContain("Så kommer kallelser", await TextAsync(unreached, await other.MailsPageAsync(Anna)), StringComparison.Ordinal);
        Assert.Matches("value=\"outlook\" checked", await TextAsync(anna, page));
        string[] all = ["invites", "rounds", "holidays", "meeting-reminders", "duty-reminders"];
        Task<Answer> ChooseAsync(string way) => anna.ForgeAsync(
            page, [("form", "ja"), ("kallelser", way), .. all.Select(name => ("vill", name))]);

        var saved = await ChooseAsync("mejl");
        Assert.Contains("Kallelserna till kommande möten kommer nu i mejl.", await TextAsync(anna, saved.Location!), StringComparison.Ordinal);
        var invites = await InvitesAsync(service);
        Assert.NotEmpty(invites);
        Assert.All(invites, own => Assert.Equal(InviteChannel.Mail, own.Channel));
        Assert.All((await RowsAsync(service)).Where(own => own.Collaboration == "nord"), own =>
            Assert.DoesNotContain(Anna, own.Wanted ?? "", StringComparison.Ordinal));
        var mails = await service.Folder.AskAsync(context => context.Deliveries.CountAsync(own => own.Recipient == Anna));
        Assert.DoesNotContain("bytt", (await ChooseAsync("mejl")).Location!, StringComparison.Ordinal);
        Assert.Equal(mails, await service.Folder.AskAsync(context => context.Deliveries.CountAsync(own => own.Recipient == Anna)));
        // A form that does not ask changes nothing, and neither does a word that is no way.
        await ChooseAsync("duva");
        Assert.All(await InvitesAsync(service), own => Assert.Equal(InviteChannel.Mail, own.Channel));
        await ChooseAsync("outlook");
        Assert.All(await InvitesAsync(service), own => Assert.Equal(InviteChannel.Outlook, own.Channel));
    }

    [Fact]
    public async Task The_page_keeps_to_WCAG_and_to_the_window()
    {
        await using var service = await StartedAsync(Provider.Sqlite, SetClock.AtNow);
        await service.GiveAsync(Leader, Role.Administrator, "");
        var rows = await RowsAsync(service);
        var ours = OutlookEvent.Read(rows[0].Wanted!);
        await ChangeAsync(service, rows[0].Uid, own => (own.Drift, own.History) =
            (new OutlookDrift(ours with { Date = Other(ours.Date), Location = "Kajen" }).Written, "2026-11-22T09:00:00Z finns i Outlook\n"));
        await ChangeAsync(service, rows[1].Uid, own => own.Trouble = "mötet har fler kallade än Outlook tar");
        await ChangeAsync(service, rows[2].Uid, _ => { });
        var cookie = await service.CookieAsync(Leader);
        foreach (var path in (string[])["/outlook", "/nord/outlook", "/sluten/outlook", "/nord/publicera/2027", "/min-sida/mejl"])
        {
            var page = await browser.Open(new Uri(service.Address, path), cookie: cookie);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            foreach (var width in new[] { 1280, 390 })
            {
                Assert.Empty(await AccessibilityTests.BrokenAsync(page, width));
                Assert.Equal((path, width), (path, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
            }

            await page.Context.CloseAsync();
        }
    }

    private static LocalDate Other(LocalDate day) => day.PlusDays(day.DayOfWeek >= IsoDayOfWeek.Friday ? -1 : 1);

    // Adopted on the page, where what happens in Outlook is said beforehand.
    private static async Task<OpenService> StartedAsync(Provider provider, SetClock? clock = null)
    {
        var service = await OpenService.StartAsync(provider, clock: clock, outlook: InOutlook);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        foreach (var year in await service.Folder.AskAsync(context => context.Plans.Where(own => own.Collaboration == "nord")
            .Select(own => own.Year).Distinct().Order().ToListAsync()))
        {
            var page = $"/nord/publicera/{year}";
            var before = WebUtility.HtmlDecode((await leader.GetAsync(page)).Text);
            var looked = LookedAt.Match(before).Groups[1].Value;
            await leader.PostAsync(page, $"{page}?handler=Send", ("lookedAt", looked));
            Assert.True(before.Contains("I Outlook (kansli@nord.example): ", StringComparison.Ordinal) || year == 2026, before);
        }

        return service;
    }

    // With what the page shows when it is pressed, or showed before.
    private static async Task<Answer> PressAsync(Visitor visitor, string handler, OutlookMeeting row, string? seen = null) =>
        await visitor.PostAsync("/min-sida", $"/nord/outlook?handler={handler}", ("uid", row.Uid), ("mailbox", row.Mailbox),
            ("seen", seen ?? await SeenAsync(visitor, row)));

    private static async Task<string> SeenAsync(Visitor visitor, OutlookMeeting row) => Regex.Match(
        await TextAsync(visitor, "/nord/outlook"), $"value=\"{Regex.Escape(row.Uid)}\".*?name=\"seen\" value=\"([0-9a-f]*)\"").Groups[1].Value;

    private static async Task<string> TextAsync(Visitor visitor, string page) => WebUtility.HtmlDecode((await visitor.GetAsync(page)).Text);

    private static Task<List<OutlookMeeting>> RowsAsync(OpenService service) => service.Folder.AskAsync(async context =>
        (await context.OutlookMeetings.AsNoTracking().ToListAsync()).OrderBy(own => own.Wanted is null)
            .ThenByDescending(own => own.Wanted is { } wanted ? OutlookEvent.Read(wanted).Date : default).ToList());

    private static Task<OutlookMeeting> RowAsync(OpenService service, string uid) =>
        service.Folder.AskAsync(context => context.OutlookMeetings.AsNoTracking().SingleAsync(own => own.Uid == uid));

    private static Task<List<Invitation>> InvitesAsync(OpenService service) => service.Folder.AskAsync(context =>
        context.Invitations.AsNoTracking().Where(own => own.Email == Anna && own.Collaboration == "nord").ToListAsync());

    private static Task ChangeAsync(OpenService service, string uid, Action<OutlookMeeting> change) =>
        service.Installation.Database.ChangeAsync(async context =>
        {
            var row = await context.OutlookMeetings.SingleAsync(own => own.Uid == uid);
            if (row.Told is null)
            {
                (row.Told, row.Seen, row.ToldRevision, row.Timed) = (row.Wanted, row.Wanted, row.WantedRevision, service.Now);
            }

            change(row);
            return true;
        });

    [GeneratedRegex("name=\"lookedAt\" value=\"([0-9]+)\"")]
    private static partial Regex LookedAt { get; }
}
