using System.Net;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>People choose which mails they get, signed in or by the link in one.</summary>
public sealed class MailPagesTests
{
    private const string Anna = "anna.ask@nord.example";

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_has_a_mail_chooses_without_an_account_and_nothing_happens_by_looking(Provider provider)
    {
        await using var service = await OpenService.StartAsync(provider);
        using var anna = service.Visitor();
        var page = await service.MailsPageAsync(Anna);

        var asked = await anna.GetAsync(page);
        Assert.Contains(Anna, asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("leader-news", asked.Text, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(asked.Message.Headers.GetValues("Referrer-Policy")));
        Assert.True(asked.Message.Headers.CacheControl?.NoStore);
        Assert.Contains("De här mejlen kommer du att få", asked.Text, StringComparison.Ordinal);
        Assert.Empty(anna.Cookies.Cast<Cookie>());
        Assert.Empty(await MutedAsync(service));

        var saved = await anna.ForgeAsync(page, ("form", "ja"), ("vill", "invites"), ("vill", "rounds"),
            ("vill", "holidays"), ("vill", "<x>"), ("takt", "Weekly"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(["duty-reminders", "meeting-reminders"], await MutedAsync(service));
        var after = (await anna.GetAsync(saved.Location!)).Text;
        Assert.Contains("Dina val är sparade", after, StringComparison.Ordinal);
        Assert.Matches("value=\"Weekly\" checked", after);

        await anna.ForgeAsync(page, ("form", "ja"), ("vill", "invites"), ("vill", "rounds"),
            ("vill", "holidays"), ("vill", "meeting-reminders"), ("vill", "duty-reminders"));
        Assert.Empty(await MutedAsync(service));
        var log = await service.Folder.AskAsync(context => context.Audit.Where(own => own.Who == Anna).OrderBy(own => own.Id)
            .Select(own => own.Text).ToListAsync());
        Assert.Equal(
            ["Valde bort påminnelser om möten; Valde bort påminnelser om rapporter och uppgifter; Valde påminnelser samlade på måndagar",
             "Vill ha påminnelser om möten; Vill ha påminnelser om rapporter och uppgifter"], log);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_form_did_not_send_changes_nothing(Provider provider)
    {
        await using var service = await OpenService.StartAsync(provider);
        using var anna = service.Visitor();
        var page = await service.MailsPageAsync(Anna);

        Assert.Matches("type=\"hidden\" name=\"form\"", (await anna.GetAsync(page)).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.ForgeAsync(page)).Status);
        Assert.Empty(await MutedAsync(service));
        foreach (var pace in new[] { "7", "1", "Single,Weekly", "weekly" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await anna.ForgeAsync(page, ("form", "ja"), ("takt", pace))).Status);
            Assert.Matches("value=\"Single\" checked", (await anna.GetAsync(page)).Text);
        }
    }

    [Fact]
    public async Task A_mail_programs_own_button_turns_one_kind_off_and_a_look_at_it_does_not()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var program = service.Visitor();
        var page = await service.MailsPageAsync(Anna);

        Assert.Contains("Sluta skicka dem", (await program.GetAsync($"{page}/av/rounds")).Text, StringComparison.Ordinal);
        Assert.Empty(await MutedAsync(service));
        var done = await program.ForgeAsync($"{page}/av/rounds", ("List-Unsubscribe", "One-Click"));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(["rounds"], await MutedAsync(service));
        Assert.Equal(HttpStatusCode.OK, (await program.ForgeAsync($"{page}/av/rounds", ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(["rounds"], await MutedAsync(service));
        Assert.Equal(HttpStatusCode.NotFound, (await program.ForgeAsync($"{page}/av/sign-in")).Status);
    }

    [Fact]
    public async Task A_link_that_nobody_got_leads_nowhere_and_a_guess_is_not_tried_for_ever()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var stranger = service.Visitor();
        var page = await service.MailsPageAsync(Anna);
        var guessed = page[..^1] + (page[^1] == '-' ? "_" : "-");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(guessed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{guessed}/av/rounds")).Status);
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 40; time++)
        {
            statuses.Add((await stranger.ForgeAsync(guessed, ("vill", "rounds"))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Empty(await MutedAsync(service));
    }

    [Fact]
    public async Task Whoever_is_signed_in_chooses_on_their_own_page_and_a_leader_has_the_leaders_news_to_choose()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Anna, Role.ProcessLeader, "nord");
        using var anna = await service.VisitorAsync(Anna);
        Assert.Contains("/min-sida/mejl", (await anna.GetAsync("/min-sida")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.ForgeAsync("/min-sida/mejl", ("vill", "rounds"))).Status);
        await anna.PostAsync("/min-sida/mejl", null, ("form", "ja"), ("vill", "rounds"), ("vill", "holidays"), ("vill", "invites"));
        Assert.Equal(["duty-reminders", "leader-news", "meeting-reminders"], await MutedAsync(service));
    }

    private static Task<List<string>> MutedAsync(OpenService service) => service.Folder.AskAsync(context =>
        context.MutedMails.Where(own => own.Email == Anna).OrderBy(own => own.Kind).Select(own => own.Kind).ToListAsync());
}
