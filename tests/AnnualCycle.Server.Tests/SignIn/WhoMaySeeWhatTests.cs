using System.Net;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>Tries every address of the service as everybody there is.</summary>
public sealed class WhoMaySeeWhatTests
{
    private const string Table = "docs/who-may-see-what.md";

    /// <summary>Whoever there is, and the roles that they have: here in Nord's steering group, and elsewhere.</summary>
    private static readonly (string Name, Role[] Here, Role[] Anywhere)[] People =
    [
        ("ingen", [Role.Public], [Role.Public]),
        ("ledamot", [Role.Public, Role.Member], [Role.Public, Role.Member]),
        ("sammankallande", [Role.Public, Role.Member, Role.Convener], [Role.Public, Role.Member, Role.Convener]),
        ("processledare", [Role.Public, Role.Member, Role.Convener, Role.ProcessLeader],
            [Role.Public, Role.Member, Role.Convener, Role.ProcessLeader]),
        ("administratör", Enum.GetValues<Role>(), Enum.GetValues<Role>()),
        ("ledamot i annan samverkan", [Role.Public], [Role.Public, Role.Member]),
        ("sammankallande i annan grupp", [Role.Public], [Role.Public, Role.Member, Role.Convener]),
        ("processledare i annan samverkan", [Role.Public],
            [Role.Public, Role.Member, Role.Convener, Role.ProcessLeader]),
    ];

    [Fact]
    public async Task Every_page_opens_for_its_role_and_for_nobody_else()
    {
        await using var service = await StartAsync();
        var routes = Route.All(service.Services);
        Assert.Empty(routes.Where(route => route.Role is null));
        var wrong = new List<string>();
        foreach (var (name, here, anywhere) in People)
        {
            using var visitor = name == "ingen" ? service.Visitor() : await service.VisitorAsync(AddressOf(name));
            foreach (var route in routes)
            {
                var roles = route.IsSomebodys ? here : anywhere;
                wrong.AddRange(await TryAsync(visitor, route, name, roles.Contains(route.Role!.Value)));
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_convener_of_one_group_is_nobody_in_another_of_the_same_collaboration()
    {
        await using var service = await StartAsync();
        using var convener = await service.VisitorAsync(AddressOf("sammankallande"));

        Assert.Equal(HttpStatusCode.OK, (await convener.GetAsync("/nord/styrgrupp/personer")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await convener.GetAsync("/nord/arbetsgrupp/personer")).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_refused_as_what_is()
    {
        await using var service = await StartAsync();
        using var member = await service.VisitorAsync(AddressOf("ledamot"));

        var there = await member.GetAsync("/sluten/rad/personer");
        var nowhere = await member.GetAsync("/finns/inte/personer");

        Assert.Equal((HttpStatusCode.Forbidden, there.Text), (nowhere.Status, nowhere.Text));
    }

    [Fact]
    public async Task A_closed_collaboration_is_there_for_its_own_and_for_nobody_else()
    {
        await using var service = await StartAsync();
        using var stranger = service.Visitor();
        using var other = await service.VisitorAsync(AddressOf("ledamot"));
        using var own = await service.VisitorAsync("bo.berg@nord.example");

        foreach (var page in (string[])["/sluten", "/sluten/rad", "/sluten/rad/next", "/arshjul/2027/sluten.svg"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(page)).Status);
        }

        Assert.Contains("Sluten", (await own.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sluten", (await stranger.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/feeds/sluten", (await own.GetAsync("/sluten/rad")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documentation_says_who_each_page_is_for()
    {
        await using var service = await StartAsync();

        var table = string.Join('\n', Route.All(service.Services).Select(route =>
            $"| `{route.Pattern}` | {RoleWords.Of(route.Role!.Value)} | {(route.Takes ? "ja" : "")} |"));
        var written = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, Table)))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        Assert.True(table == string.Join('\n', written), $"{Table} should say\n{table}");
    }

    // A form that is sent without having been opened is refused by the form, one that is nobody's by the door.
    private static async Task<IReadOnlyList<string>> TryAsync(Visitor visitor, Route route, string name, bool isAllowed)
    {
        var path = route.At("nord/styrgrupp");
        var read = await visitor.GetAsync(path);
        var tries = new List<(string, Answer)> { ("GET", read) };
        if (route.IsPage)
        {
            tries.Add(("POST", await visitor.ForgeAsync(path)));
        }

        return
        [
            .. tries.Where(tried => IsStopped(tried.Item2) == isAllowed)
                .Select(tried => $"{tried.Item1} {path} as {name}: {(int)tried.Item2.Status} {tried.Item2.Location}"),
        ];
    }

    private static bool IsStopped(Answer answer) => answer.AsksToSignIn || answer.Status == HttpStatusCode.Forbidden;

    private static string AddressOf(string name) => $"{Charters.Slug.Of(name)}@nord.example";

    private static async Task<OpenService> StartAsync()
    {
        var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.SeatAsync(AddressOf("ledamot"), "nord/styrgrupp.ordforande");
        await service.SeatAsync(AddressOf("ledamot i annan samverkan"), "sluten/rad.ledamot");
        await service.GiveAsync(AddressOf("sammankallande"), Role.Convener, "nord/styrgrupp");
        await service.GiveAsync(AddressOf("sammankallande i annan grupp"), Role.Convener, "sluten/rad");
        await service.GiveAsync(AddressOf("processledare"), Role.ProcessLeader, "nord");
        await service.GiveAsync(AddressOf("processledare i annan samverkan"), Role.ProcessLeader, "sluten");
        await service.GiveAsync(AddressOf("administratör"), Role.Administrator, "");
        return service;
    }
}
