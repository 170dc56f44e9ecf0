using AnnualCycle.Storage.Charters;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Tests.Charters;

public sealed class CharterImportTests
{
    private const string Spring = "collaboration: Nord\ngroups: []\n";
    private const string Autumn = "collaboration: Nord\nmunicipalities: [Ale]\ngroups: []\n";
    private const string ByHand = "collaboration: Nord i samverkan\ngroups: []\n";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 8, 0);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_seen_for_the_first_time_comes_into_force_as_version_one(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);

        var imported = Assert.Single(await ImportAsync(test, Spring));

        Assert.Equal(new ImportedCharter("nord", CharterImportOutcome.InForce, null), imported);
        Assert.Equal(["1 InForce File"], await VersionsAsync(test));
        Assert.Equal(Spring, await InForceAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_is_as_it_was_is_not_imported_again(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Spring);

        Assert.Empty(await ImportAsync(test, Spring));

        Assert.Equal(["1 InForce File"], await VersionsAsync(test));
        await using var context = test.Database.Open();
        Assert.Equal(1, await context.Audit.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_changed_file_is_a_new_version_in_force_and_the_old_one_is_kept(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Spring);
        await ImportAsync(test, Autumn);

        Assert.Equal(["1 Superseded File", "2 InForce File"], await VersionsAsync(test));
        Assert.Equal(Autumn, await InForceAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_changes_back_is_a_version_of_its_own_and_none_is_lost(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        foreach (var text in (string[])[Spring, Autumn, Spring])
        {
            await ImportAsync(test, text);
        }

        Assert.Equal(["1 Superseded File", "2 Superseded File", "3 InForce File"], await VersionsAsync(test));
        await using var context = test.Database.Open();
        Assert.Equal([Spring, Autumn, Spring],
            await context.Charters.OrderBy(version => version.Number).Select(version => version.Content).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_charter_changed_in_the_service_stands_while_the_same_file_lies_in_the_folder(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Spring);
        await ChangeInServiceAsync(test, ByHand);

        Assert.Empty(await ImportAsync(test, Spring));

        Assert.Equal(ByHand, await InForceAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_changed_file_waits_when_the_charter_was_changed_in_the_service_and_says_what_differs(
        Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Spring);
        await ChangeInServiceAsync(test, ByHand);

        var waiting = Assert.Single(await ImportAsync(test, Autumn));

        const string Difference = "- collaboration: Nord i samverkan\n+ collaboration: Nord\n+ municipalities: [Ale]";
        Assert.Equal(new ImportedCharter("nord", CharterImportOutcome.Draft, Difference), waiting);
        Assert.Equal(["1 Superseded File", "2 InForce Service", "3 Draft File"], await VersionsAsync(test));
        Assert.Equal(ByHand, await InForceAsync(test));
        Assert.Empty(await ImportAsync(test, Autumn));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_waiting_file_takes_effect_when_somebody_accepts_it_and_later_files_follow(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Spring);
        await ChangeInServiceAsync(test, ByHand);
        await ImportAsync(test, Autumn);

        await ChangeAsync(test, async (context, versions) =>
            await versions.DecideAsync((await versions.DraftAsync("nord", default))!, CharterState.InForce, default));

        Assert.Equal(["1 Superseded File", "2 Superseded Service", "3 InForce File"], await VersionsAsync(test));
        Assert.Equal(CharterImportOutcome.InForce, Assert.Single(await ImportAsync(test, Spring)).Outcome);
        Assert.Equal(Spring, await InForceAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_file_changed_once_more_takes_the_place_of_the_one_that_waits(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Spring);
        await ChangeInServiceAsync(test, ByHand);
        await ImportAsync(test, Autumn);
        await ImportAsync(test, Spring);

        Assert.Equal(
            ["1 Superseded File", "2 InForce Service", "3 Superseded File", "4 Draft File"], await VersionsAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_now_says_what_the_service_says_leaves_nothing_to_decide(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Spring);
        await ChangeInServiceAsync(test, ByHand);
        await ImportAsync(test, Autumn);

        Assert.Empty(await ImportAsync(test, ByHand.ReplaceLineEndings("\r\n")));

        Assert.Equal(["1 Superseded File", "2 InForce Service", "3 Superseded File"], await VersionsAsync(test));
        Assert.Empty(await ImportAsync(test, ByHand.ReplaceLineEndings("\r\n")));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_is_gone_changes_nothing(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Spring);

        Assert.Empty(await test.Database.ChangeAsync(context =>
            new CharterImport(context, Now, "test").ImportAsync([], default)));

        Assert.Equal(Spring, await InForceAsync(test));
        Assert.Empty(await ImportAsync(test, Spring));
    }

    private static Task<IReadOnlyList<ImportedCharter>> ImportAsync(TestDatabase test, string text) =>
        test.Database.ChangeAsync(context =>
            new CharterImport(context, Now, "test")
                .ImportAsync([new CharterText("charters/Nord.yaml", text)], default));

    private static Task ChangeInServiceAsync(TestDatabase test, string text) => ChangeAsync(test, (_, versions) =>
        versions.AddAsync("nord", text, CharterOrigin.Service, null, default));

    private static Task ChangeAsync(TestDatabase test, Func<AnnualCycleContext, CharterVersions, Task> change) =>
        test.Database.ChangeAsync(async context =>
        {
            await change(context, new CharterVersions(context, Now, "Anna"));
            return 0;
        });

    private static async Task<string> InForceAsync(TestDatabase test)
    {
        await using var context = test.Database.Open();
        return (await new CharterVersions(context, Now, "").InForceAsync("nord", default))!.Content;
    }

    private static async Task<IReadOnlyList<string>> VersionsAsync(TestDatabase test)
    {
        await using var context = test.Database.Open();
        var versions = await context.Charters.OrderBy(version => version.Number).ToListAsync();
        return [.. versions.Select(version => $"{version.Number} {version.State} {version.Origin}")];
    }
}
