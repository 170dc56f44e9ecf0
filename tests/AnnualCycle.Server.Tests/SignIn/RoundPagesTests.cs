using System.Net;
using System.Text.RegularExpressions;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>A process leader asks the members, and they answer by the link that they got.</summary>
public sealed class RoundPagesTests
{
    private const string Leader = "ledaren@nord.example";

    [Fact]
    public async Task A_year_is_asked_about_answered_without_an_account_and_planned_again()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        using var anna = service.Visitor();
        var (link, page) = (await AskedRounds.StartAsync(service, leader), AskedRounds.PageOf(service));

        var asked = await anna.GetAsync(link);
        Assert.Contains("Anna Ask, svara senast", asked.Text, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(asked.Message.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("noindex, nofollow", Assert.Single(asked.Message.Headers.GetValues("X-Robots-Tag")));
        Assert.True(asked.Message.Headers.CacheControl?.NoStore);
        // No cookie is needed, and none is set.
        Assert.Empty(anna.Cookies.Cast<Cookie>());
        var names = Regex.Matches(asked.Text, "type=\"radio\" name=\"([^\"]+)\" value=\"kan\"").Select(one => one.Groups[1].Value).ToList();
        Assert.Equal(4, names.Count);

        var saved = await anna.ForgeAsync(link, (names[0], "kan-inte"), (names[1], "<script>"), ("resten", "kan"),
            ("comment", "Inte <b>tidigt</b>"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var after = await anna.GetAsync(saved.Location!);
        Assert.Contains("Dina svar är sparade", after.Text, StringComparison.Ordinal);
        Assert.Matches($"name=\"{names[0]}\" value=\"kan-inte\" checked", after.Text);
        Assert.Matches($"name=\"{names[1]}\" value=\"kan\" checked", after.Text);
        Assert.DoesNotContain("<b>tidigt", after.Text, StringComparison.Ordinal);
        var guessed = link[..^1] + (link[^1] == '-' ? "_" : "-");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(guessed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.ForgeAsync(guessed, (names[0], "kan"))).Status);

        var table = (await leader.GetAsync(page)).Text;
        Assert.Contains("1 av 1 har svarat", table, StringComparison.Ordinal);
        Assert.Contains("Ingen kan", table, StringComparison.Ordinal);
        await leader.PostAsync(page, $"{page}?handler=Close");
        Assert.Contains("Flyttas: Styrgrupp Nord", (await leader.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains("publicera eller kasta utkastet</a> först", (await leader.GetAsync(page)).Text, StringComparison.Ordinal);
        var closed = (await anna.GetAsync(link)).Text;
        Assert.Contains("Svaren går inte att ändra längre", closed, StringComparison.Ordinal);
        Assert.Contains("Anna Ask, rundan är stängd.", closed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anna.ForgeAsync(link, (names[0], "kan"))).Status);
        Assert.Equal(Storage.Invitations.Answer.No, await service.Folder.AskAsync(context => context.RoundAnswers.OrderBy(own => own.Date)
            .Select(own => own.Answer).FirstAsync()));
    }

    [Fact]
    public async Task Who_tries_one_link_again_and_again_waits_and_nobody_else_behind_the_same_proxy()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var region = service.Visitor();
        foreach (var page in new[] { "/samrad", "/svar" })
        {
            var statuses = new List<HttpStatusCode>();
            for (var time = 0; time < 40; time++)
            {
                statuses.Add((await region.ForgeAsync($"{page}/samma{page.Length}", ("answer", "No"))).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
            Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
            for (var person = 0; person < 100; person++)
            {
                var other = await region.ForgeAsync($"{page}/{page.Length}{person:000}", ("answer", "No"));
                Assert.Equal(HttpStatusCode.NotFound, other.Status);
            }
        }
    }

    [Fact]
    public async Task Those_who_have_not_answered_get_a_reminder_with_the_same_link_by_night_or_by_hand()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        var (link, page) = (await AskedRounds.StartAsync(service, leader), AskedRounds.PageOf(service));

        await leader.PostAsync(page, $"{page}?handler=Remind");

        Assert.Contains("1 person påminns.", (await leader.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(link, await AskedRounds.LinkAsync(service, DeliveryKind.RoundReminder));
        service.Clock.Pass(TimeSpan.FromDays(12));
        await service.AgainAsync();
        Assert.Equal(2, await service.Folder.AskAsync(context => context.Deliveries.CountAsync()));
    }

    [Fact]
    public async Task A_mail_that_was_put_aside_is_counted_or_laid_away_by_its_process_leader()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        await AskedRounds.PutAsideAsync(service);

        var shown = await leader.GetAsync("/nord/inkorg");
        Assert.Contains("<a href=\"/nord\">Nord", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Svar från en annan adress", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", shown.Text, StringComparison.Ordinal);
        var id = Regex.Match(shown.Text, "name=\"id\" value=\"(\\d+)\"").Groups[1].Value;
        await leader.PostAsync("/nord/inkorg", "/nord/inkorg?handler=Count", ("id", id), ("email", "anna.ask@nord.example"));

        var done = (await leader.GetAsync("/nord/inkorg")).Text;
        Assert.Contains("Räknat som svar från anna.ask@nord.example", done, StringComparison.Ordinal);
        Assert.Contains("Inget väntar", done, StringComparison.Ordinal);
        Assert.Equal(Storage.Invitations.Answer.No,
            await service.Folder.AskAsync(context => context.Invitations.Select(own => own.Answer).SingleAsync()));
    }
}
