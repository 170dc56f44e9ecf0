using AnnualCycle.People;
using AnnualCycle.Storage.People;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Tests.People;

public sealed class PeopleImportTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Membership Anna = Person("nord/styrgrupp.ordforande", "Anna Ek", "anna@nord.example");
    private static readonly Membership Bo = Person("nord/styrgrupp.sekreterare", "Bo Alm", "bo@nord.example");

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Who_is_new_on_the_list_comes_in_and_the_same_list_again_changes_nothing(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Today, Anna);

        Assert.Equal(1, await ImportAsync(test, Today.PlusDays(30), Anna, Bo));
        Assert.Equal(0, await ImportAsync(test, Today.PlusDays(31), Anna, Bo));

        Assert.Equal([Anna, Bo], await StoredAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_has_left_the_list_held_the_seat_until_the_day_before(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Today, Anna, Bo);

        Assert.Equal(1, await ImportAsync(test, Today.PlusDays(10), Anna));
        Assert.Equal(0, await ImportAsync(test, Today.PlusDays(20), Anna));

        Assert.Equal([Anna, Bo with { To = Today.PlusDays(9) }], await StoredAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_comes_back_has_a_time_of_its_own_and_the_earlier_one_stays(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Today, Anna, Bo);
        await ImportAsync(test, Today.PlusDays(10), Anna);

        var back = Bo with { From = Today.PlusDays(60) };
        Assert.Equal(1, await ImportAsync(test, Today.PlusDays(60), Anna, back));

        Assert.Equal([Anna, Bo with { To = Today.PlusDays(9) }, back], await StoredAsync(test));
        Assert.Equal(0, await ImportAsync(test, Today.PlusDays(61), Anna, back));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_person_who_moves_to_another_seat_leaves_the_first_one(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Today, Anna);

        var moved = Anna with { Seat = "nord/beredning.utredare" };
        Assert.Equal(2, await ImportAsync(test, Today.PlusDays(5), moved));

        Assert.Equal([Anna with { To = Today.PlusDays(4) }, moved], await StoredAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_person_on_two_seats_has_both_and_may_leave_one(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var other = Anna with { Seat = "syd/rad.ledamot" };
        Assert.Equal(2, await ImportAsync(test, Today, Anna, other));

        await ImportAsync(test, Today.PlusDays(1), other);

        Assert.Equal([Anna with { To = Today }, other], await StoredAsync(test));
        await using var context = test.Database.Open();
        Assert.Equal(["nord", "syd"],
            await context.Memberships.OrderBy(row => row.Id).Select(row => row.Collaboration).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_new_name_or_a_new_last_day_is_the_same_membership(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await ImportAsync(test, Today, Anna);

        var married = Anna with { Name = "Anna Alm", To = Today.PlusDays(100), Organisation = "Ale", Required = false };
        Assert.Equal(1, await ImportAsync(test, Today, married));

        Assert.Equal([married], await StoredAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_membership_that_ended_by_itself_is_left_as_it_was_when_its_row_goes(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var until = Anna with { To = Today.PlusDays(3) };
        await ImportAsync(test, Today, until);

        Assert.Equal(0, await ImportAsync(test, Today.PlusDays(50), until));
        Assert.Equal(0, await ImportAsync(test, Today.PlusDays(51)));

        Assert.Equal([until], await StoredAsync(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_holders_of_one_seat_are_two(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var both = new[] { Anna, Bo with { Seat = Anna.Seat } };
        await ImportAsync(test, Today, both);

        Assert.Equal(0, await ImportAsync(test, Today, both));
        Assert.Equal(both, await StoredAsync(test));
    }

    private static Membership Person(string seat, string name, string email) =>
        new(seat, name, email, null, null, null, null);

    private static async Task<int> ImportAsync(TestDatabase test, LocalDate today, params Membership[] people) =>
        (await test.Database.ChangeAsync(context => new PeopleImport(context, today).ImportAsync(people, null, default)))
        .Memberships;

    private static async Task<IReadOnlyList<Membership>> StoredAsync(TestDatabase test)
    {
        await using var context = test.Database.Open();
        return [.. (await context.Memberships.OrderBy(row => row.Id).ToListAsync()).Select(row => row.Membership)];
    }
}
