using System.Net;
using System.Text.RegularExpressions;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Server.Tests.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = AnnualCycle.Server.Tests.SignIn.Answer;
using Said = AnnualCycle.Storage.Invitations.Answer;

namespace AnnualCycle.Server.Tests.Pages;

/// <summary>A process leader's way through a year: proposed, adopted, invited, answered, changed.</summary>
public sealed partial class PublicationPageTests
{
    private const string Leader = "lena@nord.example", Eva = "eva@nord.example";

    [Fact]
    public async Task A_process_leader_adopts_a_year_on_a_page_and_the_invited_answer_without_an_account()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        await service.SeatAsync(Eva, "nord/styrgrupp.ordforande");
        using var leader = await service.VisitorAsync(Leader);

        var before = await leader.GetAsync("/nord/publicera/2027");
        Assert.Matches("[0-9]+ personer får [0-9]+ mejl: .*kallelser", before.Text);
        Assert.Contains(Eva, before.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(service));
        var stale = await PressAsync(leader, "/nord/publicera/2027", "Send", ("lookedAt", "1"));
        Assert.Contains("Något ändrades av någon annan", stale.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(service));
        var done = await PressAsync(leader, "/nord/publicera/2027", "Send", ("lookedAt", LookedAt.Match(before.Text).Groups[1].Value));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Contains("Inget väntar på att publiceras", (await leader.GetAsync("/nord/publicera/2027")).Text, StringComparison.Ordinal);

        var mail = await InviteAsync(service, Eva);
        var link = Link.Match(System.Text.Encoding.UTF8.GetString(mail.Content)).Value;
        using var nobody = service.Visitor();
        var asked = await nobody.GetAsync(link);
        Assert.Matches("<p>[^@<]+, kommer du\\?</p>", asked.Text);
        Assert.Equal("noindex, nofollow", Assert.Single(asked.Message.Headers.GetValues("X-Robots-Tag")));
        // No cookie is needed, and none is set.
        Assert.Empty(nobody.Cookies.Cast<Cookie>());
        await nobody.GetAsync(link + "?answer=No");
        Assert.Null((await ToldAsync(service, mail)).Answer);
        var answered = await nobody.ForgeAsync(link, ("answer", "No"), ("comment", "Semester"));
        Assert.Contains("Tack, ditt svar är sparat", answered.Text, StringComparison.Ordinal);
        Assert.Equal("no-referrer", string.Join(' ', answered.Message.Headers.GetValues("Referrer-Policy")));
        Assert.Equal(Said.No, (await ToldAsync(service, mail)).Answer);
        var (lines, _) = (await LinesAsync(service), await nobody.ForgeAsync(link, ("answer", "No"), ("comment", "Semester")));
        Assert.Equal(lines, await LinesAsync(service));
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(link[..^3] + "abc")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.ForgeAsync(link[..^3] + "abc", ("answer", "No"))).Status);
        var page = await leader.GetAsync($"/nord/moten/{mail.Uid!.Split('@')[0]}");
        Assert.Contains("Kommer inte", page.Text, StringComparison.Ordinal);
        Assert.Contains("Semester", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/nord/moten/finns-inte")).Status);

        await InEnglishWithAChangeHeldBackAsync(service, mail);
        var english = (await nobody.GetAsync(link)).Text;
        Assert.Contains("I will not come", english, StringComparison.Ordinal);
        Assert.Contains("Sunday 28 February 2100", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_moved_on_its_page_as_a_draft_and_saved_without_sending()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        var meeting = "/nord" + Meeting.Match((await leader.GetAsync("/nord/ar")).Text).Value;

        var wrong = await PressAsync(leader, meeting, "Move", ("date", "2020-01-07"), ("start", "09:00"));
        Assert.Contains("ligger inte i", wrong.Text, StringComparison.Ordinal);
        var video = await PressAsync(leader, meeting, "Place", ("video", "javascript:alert(1)"));
        Assert.Contains("ingen länk till ett videomöte", video.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(leader, meeting, "Place", ("place", "Stadshuset"), ("room", "Rådsalen"))).Status);

        var unpublished = (await leader.GetAsync(meeting)).Text;
        Assert.Contains("<dd>Inte angiven</dd>", unpublished, StringComparison.Ordinal);
        Assert.Contains("Utkastet väntar på att publiceras", unpublished, StringComparison.Ordinal);
        var preview = await leader.GetAsync("/nord/ar");
        var year = Waiting.Match(preview.Text).Value;
        var looked = LookedAt.Match((await leader.GetAsync(year)).Text).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(leader, year, "Save", ("lookedAt", looked))).Status);
        Assert.Contains("Stadshuset, Rådsalen", (await leader.GetAsync(meeting)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(service));
    }

    [Fact]
    public async Task A_substitute_is_named_where_the_charter_allows_it_and_comes_instead()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        await AllowSubstitutesAsync(service);
        await service.SeatAsync(Eva, "nord/styrgrupp.ordforande");
        using var leader = await service.VisitorAsync(Leader);
        for (var text = ""; LookedAt.Match(text = (await leader.GetAsync("/nord/publicera/2027")).Text) is { Success: true } looked;)
        {
            await PressAsync(leader, "/nord/publicera/2027", "Send", ("lookedAt", looked.Groups[1].Value));
        }

        var mail = await InviteAsync(service, Eva);
        using var nobody = service.Visitor();
        await nobody.PostAsync(Link.Match(System.Text.Encoding.UTF8.GetString(mail.Content)).Value, null, ("answer", "No"));
        var page = $"/nord/moten/{mail.Uid!.Split('@')[0]}";

        var nameless = await PressAsync(leader, page, "StandIn", ("seat", "nord/styrgrupp.ordforande"), ("holder", Eva), ("email", "inte en adress"));
        Assert.Contains("skriv namn och e-postadress", nameless.Text, StringComparison.Ordinal);
        await PressAsync(leader, page, "StandIn", ("seat", "nord/styrgrupp.ordforande"), ("holder", Eva), ("name", "Rut Ek"), ("email", "Rut@nord.example"));
        Assert.Contains("Rut Ek (inte svarat)", (await leader.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(mail.Uid, (await InviteAsync(service, "rut@nord.example")).Uid);
        await PressAsync(leader, page, "TakeBack", ("seat", "nord/styrgrupp.ordforande"), ("holder", Eva));
        await using var context = service.Installation.Database.Open();
        Assert.Equal(DeliveryKind.Cancellation,
            (await context.Deliveries.OrderBy(own => own.Id).LastAsync(own => own.Recipient == "rut@nord.example")).Kind);
    }

    private static Task<Answer> PressAsync(Visitor visitor, string page, string handler, params (string, string)[] fields) =>
        visitor.PostAsync(page, $"{page}?handler={handler}", fields);

    private static async Task AllowSubstitutesAsync(OpenService service)
    {
        service.Folder.Write("config/charters/nord.yaml", SmallCharters.Nord()
            .Replace("seats: [ordforande]", "seats: [{ seat: ordforande, substitute: true }]", StringComparison.Ordinal));
        await service.Services.GetRequiredService<Caretaker>().KeepAsync(service.Now, default);
    }

    private static Task<int> LinesAsync(OpenService service) =>
        service.Folder.AskAsync(context => context.Audit.CountAsync(entry => entry.Action == "answer"));

    // What she was told stands until she is told another time.
    private static async Task InEnglishWithAChangeHeldBackAsync(OpenService service, Delivery mail)
    {
        await using var context = service.Installation.Database.Open();
        context.PersonChoices.Add(new PersonChoice { Email = Eva, Language = PersonChoice.English, IsFeedClosed = false });
        (await context.Invitations.SingleAsync(own => own.Uid == mail.Uid && own.Email == Eva)).Date = new NodaTime.LocalDate(2100, 2, 28);
        await context.SaveChangesAsync();
    }

    private static async Task<int> CountAsync(OpenService service)
    {
        await using var context = service.Installation.Database.Open();
        return await context.Deliveries.CountAsync();
    }

    private static async Task<Delivery> InviteAsync(OpenService service, string email)
    {
        await using var context = service.Installation.Database.Open();
        return await context.Deliveries.AsNoTracking().OrderBy(own => own.Id)
            .FirstAsync(own => own.Recipient == email && own.Kind == DeliveryKind.Invite);
    }

    private static async Task<Invitation> ToldAsync(OpenService service, Delivery mail)
    {
        await using var context = service.Installation.Database.Open();
        return await context.Invitations.AsNoTracking().SingleAsync(own => own.Uid == mail.Uid && own.Email == mail.Recipient);
    }

    [GeneratedRegex("name=\"lookedAt\" value=\"([0-9]+)\"")]
    private static partial Regex LookedAt { get; }

    [GeneratedRegex("/svar/[A-Za-z0-9_-]+")]
    private static partial Regex Link { get; }

    [GeneratedRegex("/moten/[0-9a-f-]+")]
    private static partial Regex Meeting { get; }

    [GeneratedRegex("/nord/publicera/[0-9]+(?=\">Ett utkast)")]
    private static partial Regex Waiting { get; }
}
