using System.Net;
using System.Text;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>What somebody who means harm tries, and what it meets.</summary>
public sealed class BreakInTests
{
    private const string Chief = "chefen@nord.example";

    /// <summary>What a person is called whose name is an attack: on pages, on spreadsheets, on mails and on calendars.</summary>
    private static readonly string[] Names =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://ond.example\")", "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3", "Anna; Ask, ”Ek” \\n BEGIN:VEVENT", "' or 1=1 --", "{{7*7}}@(7*7)", "javascript:alert(1)",
    ];

    [Fact]
    public async Task Names_that_are_attacks_are_names_on_every_page_and_in_every_file()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Chief, Role.Administrator, "");
        using var chief = await service.VisitorAsync(Chief);
        var rows = Names.Select((name, index) =>
            $"nord,styrgrupp,ordforande,\"{name.Replace("\"", "\"\"")}\",person{index}@nord.example,\"{name.Replace("\"", "\"\"")}\"");
        var list = Encoding.UTF8.GetBytes("collaboration,group,seat,name,email,organisation\n" + string.Join('\n', rows) + "\n");
        var shown = await chief.UploadAsync("/personer/las-in", "list", list, "<img src=x onerror=alert(2)>.csv");
        var done = await chief.PostAsync("/personer/las-in", "/personer/las-in?handler=Do", PeopleForm.Fields(shown.Text));
        Assert.Contains("Listan är inläst.", done.Text, StringComparison.Ordinal);

        var person = System.Text.RegularExpressions.Regex.Match(
            (await chief.GetAsync("/nord/personer")).Text, "/personer/person/[^\"]+").Value;
        var pages = new List<Answer> { shown, done };
        foreach (var page in (string[])["/nord/personer", "/nord/styrgrupp/personer", "/personer/belastning", "/nord/logg",
            "/logg", "/personer", person, person + "/radera"])
        {
            pages.Add(await chief.GetAsync(page));
        }

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        foreach (var page in pages)
        {
            Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("@49", page.Text, StringComparison.Ordinal);
        }

        var file = (await chief.GetAsync("/personer/lista.csv")).Text;
        Assert.DoesNotMatch("(^|;)\"?[=+@-]", file.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', 2)[1]);
        Assert.Equal(Names.Length, await service.Folder.AskAsync(context =>
            context.Memberships.CountAsync(row => row.To == null && row.Collaboration == "nord")));
        // Taken in again, nothing is another than it was.
        var again = await chief.UploadAsync("/personer/las-in", "list", Encoding.UTF8.GetBytes(file), "igen.csv");
        Assert.Contains("står kvar", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"change\"", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_an_attack_on_a_mail_is_a_name_in_it()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await using (var context = service.Installation.Database.Open())
        {
            await context.Memberships.Where(row => row.Email == "bo.berg@nord.example").ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Name, "Bo\r\nBcc: alla@ond.example\r\n\r\n<script>"));
        }

        using var browser = service.Visitor();
        await browser.PostAsync("/logga-in", null, ("email", "bo.berg@nord.example"));

        var mail = await service.MailToAsync("bo.berg@nord.example");
        Assert.DoesNotMatch("(?m)^Bcc:", mail);
    }

    [Theory]
    [InlineData("anna.ask@nord.example\r\nBcc: alla@ond.example")]
    [InlineData("anna.ask@nord.example, bo.berg@nord.example")]
    [InlineData("' or 1=1 --@nord.example")]
    public async Task An_address_that_is_an_attack_sends_nothing(string address)
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var browser = service.Visitor();

        await browser.PostAsync("/logga-in", null, ("email", address));
        await browser.PostAsync("/logga-in", null, ("email", "anna.ask@nord.example"));

        await service.MailToAsync("anna.ask@nord.example");
        Assert.Single(Directory.GetFiles(Path.Combine(service.Folder.Data, "mail")));
    }

    [Fact]
    public async Task A_form_that_another_site_sends_does_nothing()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Chief, Role.Administrator, "");
        using var chief = await service.VisitorAsync(Chief);
        using var bo = await service.VisitorAsync("bo.berg@nord.example");

        Assert.Equal(HttpStatusCode.BadRequest, (await chief.ForgeAsync("/roller?handler=Give",
            ("email", "bo.berg@nord.example"), ("where", "administratör"))).Status);
        // With a form that Bo opened, in Bo's session: it is not the chief's.
        var his = System.Text.RegularExpressions.Regex.Match((await bo.GetAsync("/min-sida")).Text,
            "__RequestVerificationToken\"[^>]*value=\"([^\"]*)").Groups[1].Value;
        Assert.Equal(HttpStatusCode.BadRequest, (await chief.ForgeAsync("/roller?handler=Give",
            ("email", "bo.berg@nord.example"), ("where", "administratör"), ("__RequestVerificationToken", his))).Status);

        Assert.Equal(1, await service.Folder.AskAsync(context => context.RoleGrants.CountAsync()));
    }

    [Fact]
    public async Task What_nobody_has_a_use_for_is_refused_in_words_and_breaks_nothing()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var browser = service.Visitor();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.PostAsync("/logga-in", "/nord")).Status);
        using var trace = new HttpRequestMessage(HttpMethod.Trace, new Uri(service.Address, "/nord"));
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.SendAsync(trace)).StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_was_changed_or_made_up_is_nobodys()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        var cookie = await service.CookieAsync("anna.ask@nord.example");
        foreach (var forged in (string[])[cookie[..^3] + "AAA", "annualcycle=", "annualcycle=" + new string('A', 4000)])
        {
            using var visitor = service.Visitor();
            visitor.Add(forged);
            Assert.True((await visitor.GetAsync("/min-sida")).AsksToSignIn);
        }
    }

    [Fact]
    public async Task Every_page_says_what_a_browser_may_do_with_it_and_a_personal_one_stays_in_no_cache()
    {
        var options = new ServiceOptions { PublicAddress = new Uri("https://arshjul.nord.example") };
        await using var service = await OpenService.StartAsync(Provider.Sqlite, options);
        using var anna = service.Visitor();
        anna.Headers.Add("Cookie", await service.CookieAsync("anna.ask@nord.example"));
        foreach (var page in (string[])["/", "/min-sida", "/logga-in", "/finns/inte", "/roller", "/nord/styrgrupp/personer"])
        {
            var headers = (await anna.GetAsync(page)).Message.Headers;
            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.StartsWith("max-age=", Assert.Single(headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
            Assert.True(headers.CacheControl?.NoStore, page);
        }

        Assert.StartsWith("__Host-annualcycle=", await service.CookieAsync("anna.ask@nord.example"), StringComparison.Ordinal);
        using var other = service.Visitor();
        var form = Assert.Single((await other.GetAsync("/logga-in")).Message.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^__Host-annualcycle-form=.*; path=/; secure; samesite=strict; httponly$", form);
    }

    [Fact]
    public async Task Whoever_guesses_on_and_on_is_stopped_wherever_they_say_they_come_from()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var guesser = service.Visitor();
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 70; i++)
        {
            // The proxy adds who really asked; what stands before that anybody can write.
            last = (await SayAsync(guesser, $"198.51.100.{i}, 203.0.113.9")).Status;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Contains("För många försök", (await SayAsync(guesser, "203.0.113.9")).Text, StringComparison.Ordinal);
        // Somebody else behind the same proxy goes on, and reading is not counted.
        Assert.Equal(HttpStatusCode.BadRequest, (await SayAsync(guesser, "203.0.113.10")).Status);
        Assert.Equal(HttpStatusCode.OK, (await guesser.GetAsync("/logga-in")).Status);
    }

    private static async Task<Answer> SayAsync(Visitor visitor, string from)
    {
        visitor.Headers.Remove("X-Forwarded-For");
        visitor.Headers.Add("X-Forwarded-For", from);
        return await visitor.ForgeAsync("/logga-in/lank/gissning");
    }
}
