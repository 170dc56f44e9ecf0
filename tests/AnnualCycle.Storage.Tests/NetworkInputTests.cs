using AnnualCycle.People;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.People;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using NodaTime;

namespace AnnualCycle.Storage.Tests;

public sealed class NetworkInputTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 8, 0);
    private static readonly NetworkFiles Files = new(Text("sweden.yaml"), Text("school-breaks.yaml"));

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_year_is_planned_from_is_known_again_until_one_of_its_parts_changes(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, "syd", Charter("Syd"));
        await ImportAsync(test, "nord", Charter("Nord"));
        var before = await ReadAsync(test, Files);

        Assert.Equal(["nord", "syd"], before.Collaborations.Select(collaboration => collaboration.Id));
        Assert.Empty((await ReadAsync(test, Files)).Prints.ChangedSince(before.Prints));
        var otherFiles = Files with { Busy = [new FileText("b.csv", "email,date\nanna@syd.example,2027-02-01\n")] };
        Assert.Equal(["busy"], (await ReadAsync(test, otherFiles)).Prints.ChangedSince(before.Prints));
        var room = Files with { BusyCalendars = [new FileText("calendars.csv", "who,calendar\nStora salen,sal.ics\n")] };
        Assert.Equal(["busy"], (await ReadAsync(test, room)).Prints.ChangedSince(before.Prints));
        // A list in which nobody is busy changes no plan.
        var empty = Files with { Busy = [new FileText("b.csv", "email,date,start,end\n")] };
        Assert.Empty((await ReadAsync(test, empty)).Prints.ChangedSince(before.Prints));
        await ImportAsync(test, "syd", Charter("Syd i samverkan"));
        Assert.Equal(["charter:syd"], (await ReadAsync(test, Files)).Prints.ChangedSince(before.Prints));
        await PeopleAsync(
            test, new Membership("syd/rad.ledamot", "Anna Ek", "anna@syd.example", null, null, null, null));
        Assert.Equal(["charter:syd", "people"], (await ReadAsync(test, Files)).Prints.ChangedSince(before.Prints));
        Assert.Equal("uid.example", before.UidHost);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_planned_from_files_with_mistakes(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, "nord", Charter("Nord"));
        await ReadAsync(test, Files);
        var mistakes = new List<Mistake>();

        await using var context = test.Database.Open();
        var wrong = Files with { Busy = [new FileText("b.csv", "email,date\nanna@nord.example,igår\n")] };
        Assert.Null(await NetworkInput.ReadAsync(context, wrong, mistakes, default));

        Assert.Equal("b.csv", Assert.Single(mistakes).File);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_keeps_the_name_and_key_of_its_first_start(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await test.Database.ChangeAsync(context => Identities.EnsureAsync(context, "first.example", "1", Now, default));

        var later = await test.Database.ChangeAsync(context =>
            Identities.EnsureAsync(context, "second.example", "2", Now + Duration.FromDays(1), default));

        Assert.Equal(("first.example", "1", Now), (later.UidHost, later.FeedKeyHash, later.Created));
    }

    private static async Task<NetworkInput> ReadAsync(TestDatabase test, NetworkFiles files)
    {
        await test.Database.ChangeAsync(context => Identities.EnsureAsync(context, "uid.example", "1", Now, default));
        await using var context = test.Database.Open();
        var mistakes = new List<Mistake>();
        return await NetworkInput.ReadAsync(context, files, mistakes, default)
            ?? throw new InvalidOperationException(string.Join('\n', mistakes));
    }

    private static Task ImportAsync(TestDatabase test, string id, string text) => test.Database.ChangeAsync(context =>
        new CharterImport(context, Now, "test").ImportAsync([new CharterText($"{id}.yaml", text)], default));

    private static Task PeopleAsync(TestDatabase test, params Membership[] people) =>
        test.Database.ChangeAsync(context => new PeopleImport(context, new LocalDate(2026, 11, 22))
            .ImportAsync(people, null, default));

    private static string Charter(string name) => $$"""
        collaboration: {{name}}
        charter: { document: Uppdrag }
        groups:
          - { id: rad, name: Rådet, seats: [ledamot], meetings: [{ id: ordinarie, when: två gånger per år, line: 4 }] }
        """;

    private static FileText Text(string file) =>
        new(file, File.ReadAllText(Path.Combine(Repository.Root, "config", "calendars", file)));
}
