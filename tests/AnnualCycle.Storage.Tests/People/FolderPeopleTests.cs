using AnnualCycle.People;
using AnnualCycle.Storage.People;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Tests.People;

/// <summary>People come from two places: the folder's lists, and what somebody does in the service.</summary>
public sealed class FolderPeopleTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 0);
    private static readonly Membership Anna = Person("nord/styrgrupp.ordforande", "Anna Ek", "anna@nord.example");
    private static readonly Membership Bo = Person("nord/styrgrupp.sekreterare", "Bo Alm", "bo@nord.example");
    private static readonly Membership Dag = Person("syd/rad.ledamot", "Dag Öst", "dag@syd.example");

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_folders_list_is_taken_when_it_differs_from_its_own_last_import(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        Assert.Equal(2, (await TakeAsync(test, Anna, Bo)).Changes.Memberships);
        Assert.Equal(0, (await TakeAsync(test, Anna, Bo)).Changes.Memberships);
        Assert.Equal(1, (await TakeAsync(test, Anna)).Changes.Memberships);
        Assert.Equal([Anna], await InForceAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_somebody_changed_here_is_not_undone_by_the_next_night(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await TakeAsync(test, Anna, Bo);
        await HandInAsync(test, Anna);

        Assert.False((await TakeAsync(test, Anna, Bo)).IsPutAside);
        Assert.Equal([Anna], await InForceAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_folders_list_that_is_changed_too_is_put_aside_until_both_say_the_same(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await TakeAsync(test, Anna, Bo);
        await HandInAsync(test, Anna);

        var aside = await TakeAsync(test, Anna, Bo, Dag);
        Assert.Equal((true, 2), (aside.IsPutAside, aside.Changes.Memberships));
        Assert.True((await TakeAsync(test, Anna, Bo, Dag)).IsPutAside);
        Assert.Equal([Anna], await InForceAsync(test));

        Assert.False((await TakeAsync(test, Anna)).IsPutAside);
        // In step again: the next change of the folder's list is taken as before.
        Assert.Equal(1, (await TakeAsync(test, Anna, Dag)).Changes.Memberships);
        Assert.Equal([Anna, Dag], await InForceAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Handing_in_what_the_folders_list_says_puts_both_in_step(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await TakeAsync(test, Anna, Bo);
        await HandInAsync(test, Anna);
        Assert.True((await TakeAsync(test, Anna, Dag)).IsPutAside);

        await HandInAsync(test, Anna, Dag);

        Assert.False((await TakeAsync(test, Anna, Dag)).IsPutAside);
        Assert.Equal(1, (await TakeAsync(test, Anna, Dag, Bo)).Changes.Memberships);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_list_of_one_collaboration_leaves_the_others_as_they_are(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await TakeAsync(test, Anna, Bo, Dag);

        var changes = await test.Database.ChangeAsync(context => new PeopleImport(context, Today)
            .ImportAsync([Bo], new HashSet<string> { "nord" }, default));

        Assert.Equal((1, 1), (changes.Memberships, changes.Staying));
        Assert.Equal([Bo, Dag], await InForceAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_was_to_come_and_left_the_list_again_leaves_no_trace(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await TakeAsync(test, Anna, Bo with { From = Today.PlusDays(40) });
        await TakeAsync(test, Anna);

        await using var context = test.Database.Open();
        Assert.Equal(["Anna Ek"], await context.Memberships.Select(row => row.Name).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_substitute_and_a_municipality_are_kept(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var one = Bo with { Substitute = true, Municipality = "Ale" };
        await TakeAsync(test, one);
        Assert.Equal([one], await InForceAsync(test));
        await TakeAsync(test, Bo with { Municipality = "Orust" });
        Assert.Equal([Bo with { Municipality = "Orust" }], await InForceAsync(test));
    }

    private static Membership Person(string seat, string name, string email) =>
        new(seat, name, email, null, null, null, null);

    private static Task<TakenPeople> TakeAsync(TestDatabase test, params Membership[] list) =>
        test.Database.ChangeAsync(context => new FolderPeople(context, Now, Today).TakeAsync(list, default));

    private static Task HandInAsync(TestDatabase test, params Membership[] list) =>
        test.Database.ChangeAsync(async context =>
        {
            await new PeopleImport(context, Today).ImportAsync(list, null, default);
            await new FolderPeople(context, Now, Today).NoteChangeAsync(default);
            return 0;
        });

    private static async Task<IReadOnlyList<Membership>> InForceAsync(TestDatabase test)
    {
        await using var context = test.Database.Open();
        return [.. (await context.Memberships.OrderBy(row => row.Seat).ToListAsync())
            .Select(row => row.Membership).Where(person => !person.IsOver(Today))];
    }
}
