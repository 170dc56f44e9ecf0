using System.Net;
using System.Text.Json;
using AnnualCycle.Storage;
using AnnualCycle.Testing;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.Service;

/// <summary>What an administrator does with people: lists in and out, a person's data, a person's load.</summary>
/// <remarks>On one engine: lists and erasure are tried on both where they are stored and on the pages.</remarks>
public sealed class PeopleAtTheTerminalTests
{
    private const string Head =
        "collaboration,group,seat,name,email,organisation,municipality,required,substitute,from,to\n";

    private const string Bo = "sluten,rad,ledamot,Bo Berg,bo.berg@nord.example,Nord,,,,,\n";

    [Theory, InlineData(Provider.Sqlite)]
    public async Task A_list_is_shown_before_it_is_taken_in_and_the_next_start_does_not_undo_it(Provider provider)
    {
        await using var installation = await StartedOnceAsync(provider);
        installation.Write("ny.csv", Head + "nord,styrgrupp,ordforande,Cilla Dal,cilla.dal@nord.example,Nord,,,,,\n");
        var list = installation.PathOf("ny.csv");

        const string Changes = """
            Listan gäller nord.
            Nord · Styrgrupp Nord
              + Cilla Dal <cilla.dal@nord.example>, ordforande
              − Anna Ask, ordforande, sista dag
            """;
        var shown = await installation.DoAsync("people", "import", list);
        Assert.StartsWith(Changes, shown, StringComparison.Ordinal);
        Assert.Contains("1 kommer, 1 lämnar\nInget är ändrat.", shown, StringComparison.Ordinal);
        Assert.Equal(3, await InForceAsync(installation));
        var done = await installation.DoAsync("people", "import", list, "--yes");
        Assert.StartsWith(Changes, done, StringComparison.Ordinal);
        var address = await installation.DoAsync("feeds", "cilla.dal@nord.example");
        Assert.Contains("/feeds/p/", address, StringComparison.Ordinal);

        // The folder's list is as it was, then changed: it is told and takes no effect, until both say the same.
        await StartAsync(installation);
        Assert.Equal(["Cilla Dal"], await ChairsAsync(installation));
        installation.Write("config/people/people.csv", Head + Bo);
        await StartAsync(installation, "den får ingen verkan (2 lämnar, 1 står kvar)");
        Assert.Equal(["Cilla Dal"], await ChairsAsync(installation));
        var file = installation.PathOf("config/people/people.csv");
        await installation.DoAsync("people", "export", file);
        await StartAsync(installation);
        installation.Write("config/people/people.csv",
            File.ReadAllText(file).Replace("Cilla Dal", "Cilla Ek", StringComparison.Ordinal));
        await StartAsync(installation);
        Assert.Equal(["Cilla Ek"], await ChairsAsync(installation));
    }

    [Fact]
    public async Task A_list_is_held_to_the_collaboration_that_is_named()
    {
        await using var installation = await StartedOnceAsync(Provider.Sqlite);
        installation.Write("tom.csv", Head);
        installation.Write("sluten.csv", Head + Bo + "okand,rad,ledamot,Eva Ek,eva@nord.example,,,,,,\n");
        var (empty, closed) = (installation.PathOf("tom.csv"), installation.PathOf("sluten.csv"));

        Assert.Equal(1, (await installation.RunAsync("people", "import", empty, "--yes")).ExitCode);
        var other = await installation.RunAsync("people", "import", closed, "--collaboration", "nord", "--yes");
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("sluten.csv:2: raden hör till ”sluten”, men listan gäller bara Nord", other.Errors,
            StringComparison.Ordinal);
        var left = await installation.RunAsync("people", "import", closed);
        Assert.Equal((2, "Utelämnat, eftersom det inte finns här: okand.\n"), (left.ExitCode, left.Errors));
        Assert.Contains("Menade du ”nord”?", (await installation.RunAsync(
            "people", "import", closed, "--collaboration", "norf")).Errors, StringComparison.Ordinal);
        Assert.Equal(3, await InForceAsync(installation));

        await installation.DoAsync("people", "import", empty, "--collaboration", "nord", "--yes");
        Assert.Equal(2, await InForceAsync(installation));
        var overview = await installation.DoAsync("people", "--vacant");
        Assert.Matches("nord +0 personer +1 vakant plats\n    vakant: ordforande, Styrgrupp Nord\n", overview);
        Assert.Matches("sluten +2 personer +ingen vakant plats\n", overview);
    }

    [Theory, InlineData(Provider.Sqlite)]
    public async Task A_person_who_is_erased_is_gone_also_the_next_night(Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        string address;
        await using (var service = await installation.StartedAsync())
        {
            address = new Uri((await installation.DoAsync("feeds", "anna.ask@nord.example")).Trim()).PathAndQuery;
            var before = await service.FeedAsync("/feeds/nord.ics");
            using (var data = JsonDocument.Parse(await installation.DoAsync(
                "people", "export", "--person", "Anna.Ask@nord.example")))
            {
                Assert.Equal(2, data.RootElement.GetProperty("memberships").GetArrayLength());
                Assert.DoesNotContain(address.Split('/')[3], data.RootElement.ToString(), StringComparison.Ordinal);
            }

            var shown = await installation.DoAsync("people", "erase", "anna.ask@nord.example");
            Assert.Contains("2 platser, också tidigare", shown, StringComparison.Ordinal);
            Assert.Contains("people.csv, rad 2\n", shown, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(address));

            var erased = await installation.RunAsync("people", "erase", "anna.ask@nord.example", "--yes");
            Assert.Equal((2, ""), (erased.ExitCode, erased.Errors));
            await Patience.UntilAsync(
                async () => await service.StatusAsync(address) == HttpStatusCode.Gone, () => "the end of the address");
            Assert.Equal(before, await service.FeedAsync("/feeds/nord.ics"));
        }

        await using var next = await installation.StartedAsync();
        Assert.Equal(HttpStatusCode.Gone, await next.StatusAsync(address));
        Assert.Equal(1, await InForceAsync(installation));
        Assert.Equal(1, (await installation.RunAsync("people", "export", "--person", "anna.ask@nord.example")).ExitCode);
    }

    [Fact]
    public async Task The_load_of_a_year_is_a_table_and_a_picture()
    {
        await using var installation = await StartedOnceAsync(Provider.Sqlite);
        var table = await installation.DoAsync("people", "load", "--svg", installation.PathOf("alla.svg"));
        Assert.Matches("^Namn +Grupper +Möten +jan +feb .*Veckor över gränsen\nAnna Ask +2 +7 .*\nBo Berg +1 +3 ", table);
        Assert.Contains("role=\"img\"", File.ReadAllText(installation.PathOf("alla.svg")), StringComparison.Ordinal);
        Assert.Contains("Styrgrupp Nord\n  Slutna rådet", await installation.DoAsync(
            "people", "load", "--person", "anna.ask@nord.example"), StringComparison.Ordinal);
        Assert.Contains("Menade du ”anna.ask@nord.example”?", (await installation.RunAsync(
            "people", "load", "--person", "ana.ask@nord.example")).Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await installation.RunAsync("people", "load", "--year", "1999")).ExitCode);
    }

    private static async Task<SmallInstallation> StartedOnceAsync(Provider provider)
    {
        var installation = await SmallInstallation.CreateAsync(provider);
        await using (await installation.StartedAsync())
        {
            // Filled, and stopped again.
        }

        return installation;
    }

    // Starts, waits until the folder is taken in, and stops. People are taken in together with charters, and a charter
    // that is another makes a version that can be seen.
    private static async Task StartAsync(SmallInstallation installation, string? warning = null)
    {
        var before = await VersionsAsync(installation);
        var charter = installation.PathOf("config/charters/sluten.yaml");
        installation.Write("config/charters/sluten.yaml", File.ReadAllText(charter) + "# igen\n");
        await using var service = await installation.StartedAsync();
        await Patience.UntilAsync(
            async () => await VersionsAsync(installation) > before, () => $"the folder taken in. {service.Program}");
        await service.Program.WarnsAsync(warning ?? "");
    }

    private static Task<int> VersionsAsync(SmallInstallation installation) =>
        installation.AskAsync(context => context.Charters.CountAsync());

    private static Task<List<string>> ChairsAsync(SmallInstallation installation) => installation.AskAsync(context =>
        context.Memberships.Where(row => row.Seat == "nord/styrgrupp.ordforande" && row.To == null)
            .Select(row => row.Name).ToListAsync());

    private static Task<int> InForceAsync(SmallInstallation installation) =>
        installation.AskAsync(context => context.Memberships.CountAsync(row => row.To == null));
}
