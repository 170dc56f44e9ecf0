using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>Lists of people on the pages: seen first, then done, by those whose work it is.</summary>
public sealed class PeoplePageTests
{
    private const string Head = "collaboration,group,seat,name,email,organisation,from\n";
    private const string Leader = "leder.nord@nord.example", Chief = "chefen@nord.example";

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_process_leader_sees_what_a_list_changes_and_then_does_it(Provider provider)
    {
        await using var service = await OpenService.StartAsync(provider);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        const string page = "/nord/personer/las-in";

        var shown = await leader.UploadAsync(page, "list", Utf8(Head
            + "nord,styrgrupp,ordforande,Åsa Öberg,asa.oberg@nord.example,Nord,2027-01-01\n"), "ny.csv");
        Assert.Contains("+ Åsa Öberg <asa.oberg@nord.example>", WebUtility.HtmlDecode(shown.Text), StringComparison.Ordinal);
        Assert.Contains("− Anna Ask", shown.Text, StringComparison.Ordinal);
        Assert.Equal(1, await PeopleAsync(service, "nord"));

        var done = await leader.PostAsync(page, page + "?handler=Do", PeopleForm.Fields(shown.Text));
        Assert.Contains("Listan är inläst.", done.Text, StringComparison.Ordinal);
        var list = await leader.GetAsync("/nord/personer/lista.csv");
        Assert.Contains("Åsa Öberg", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Ask", list.Text, StringComparison.Ordinal);
        // Anna's seat in the other collaboration is as it was.
        Assert.Equal(2, await PeopleAsync(service, "sluten"));
        Assert.Contains(Leader, (await leader.GetAsync("/nord/logg")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_leader_cannot_touch_another_collaboration_with_a_list()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);

        var refused = await leader.UploadAsync("/nord/personer/las-in", "list",
            Utf8(Head + "sluten,rad,ledamot,Leder Nord,leder.nord@nord.example,Nord,\n"), "sluten.csv");

        Assert.Contains("Listan går inte att läsa in", refused.Text, StringComparison.Ordinal);
        Assert.Contains("sluten.csv:2", refused.Text, StringComparison.Ordinal);
        Assert.Equal(2, await PeopleAsync(service, "sluten"));
    }

    [Fact]
    public async Task What_was_changed_by_somebody_else_meanwhile_is_shown_before_it_is_done()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Chief, Role.Administrator, "");
        using var chief = await service.VisitorAsync(Chief);
        const string page = "/personer/las-in";
        var shown = await chief.UploadAsync(page, "list",
            Utf8(Head + "nord,styrgrupp,ordforande,Åsa Öberg,asa.oberg@nord.example,Nord,\n"), "ny.csv");

        await service.SeatAsync("ny@nord.example", "nord/styrgrupp.ordforande");
        var again = await chief.PostAsync(page, page + "?handler=Do", PeopleForm.Fields(shown.Text));

        Assert.Contains("Något ändrades medan du läste", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Listan är inläst.", again.Text, StringComparison.Ordinal);
        await using var context = service.Installation.Database.Open();
        Assert.False(await context.Memberships.AnyAsync(row => row.Email == "asa.oberg@nord.example"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_no_text_is_refused_and_changes_nothing()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Chief, Role.Administrator, "");
        using var chief = await service.VisitorAsync(Chief);

        var large = await chief.UploadAsync("/personer/las-in", "list", new byte[5_000_000], "stor.csv");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("Filen är för stor", large.Text, StringComparison.Ordinal);
        var picture = await chief.UploadAsync("/personer/las-in", "list", [0x89, 0x50, 0x4e, 0x47, 0x00, 0xff], "bild.csv");
        Assert.Contains("Filen är ingen lista", picture.Text, StringComparison.Ordinal);
        Assert.Equal(1, await PeopleAsync(service, "nord"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_administrator_erases_a_person_and_the_year_stays(Provider provider)
    {
        await using var service = await OpenService.StartAsync(provider);
        await service.GiveAsync(Chief, Role.Administrator, "");
        await service.GiveAsync("anna.ask@nord.example", Role.ProcessLeader, "nord");
        using var chief = await service.VisitorAsync(Chief);
        using var anna = await service.VisitorAsync("anna.ask@nord.example");
        var person = Regex.Match((await chief.GetAsync("/nord/personer")).Text, "/personer/person/[^\"]+").Value;
        Assert.Contains("Anna Ask", (await chief.GetAsync(person)).Text, StringComparison.Ordinal);
        var before = await chief.GetAsync("/feeds/nord.ics");

        Assert.Contains("Det går inte att ångra", (await chief.GetAsync(person + "/radera")).Text, StringComparison.Ordinal);
        var done = await chief.PostAsync(person + "/radera");

        Assert.Contains("people.csv, rad 2", done.Text, StringComparison.Ordinal);
        Assert.True((await anna.GetAsync("/min-sida")).AsksToSignIn);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.GetAsync(person)).Status);
        Assert.Equal(before.Text, (await chief.GetAsync("/feeds/nord.ics")).Text);
        await using var context = service.Installation.Database.Open();
        Assert.False(await context.RoleGrants.AnyAsync(grant => grant.Email == "anna.ask@nord.example"));
        Assert.False(await context.Memberships.AnyAsync(row => row.Email == "anna.ask@nord.example"));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<int> PeopleAsync(OpenService service, string collaboration)
    {
        await using var context = service.Installation.Database.Open();
        return await context.Memberships.CountAsync(row => row.Collaboration == collaboration && row.To == null);
    }
}
