using AnnualCycle.People;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.People;

/// <summary>What a new list of people changes, as it is shown before anything is done.</summary>
public sealed class PeopleChangesTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly PeopleWords Words = new(new SeatRegister(Network.FiveCharters));

    private static readonly Membership Eva = OnSeat("stenungsund", "Eva Brolin");
    private static readonly Membership Stefan = OnSeat("ale", "Stefan Sandell");

    [Fact]
    public void Who_comes_who_leaves_who_moves_and_what_is_changed_stand_under_their_group()
    {
        var moved = OnSeat("tjorn", "Eva Brolin");
        var karin = OnSeat("ale", "Karin Ek") with { From = new LocalDate(2027, 1, 1) };
        var anna = OnSeat("orust", "Anna Ask");
        var changes = PeopleChanges.Between(
            [Eva, Stefan, anna, OnSeat("kungalv", "Zara Moss")],
            [moved, karin, anna with { Name = "Anna Alm", Organisation = "Orust" }, OnSeat("kungalv", "Zara Moss")], Today);

        Assert.Equal("""
            SIMBA · Ledningsgrupp i samverkan
              → Eva Brolin, till Kommunal primärvård, Tjörn från Kommunal primärvård, Stenungsund
              ~ Anna Ask, namn: Anna Alm (var Anna Ask); organisation: Orust (var ingen uppgift)
              + Karin Ek <karin.ek@ale.example>, Kommunal primärvård, Ale, från 2027-01-01
              − Stefan Sandell, Kommunal primärvård, Ale, sista dag 2026-11-21
            1 kommer, 1 lämnar, 1 byter plats, 1 ändras, 1 står kvar
            """, string.Join('\n', Words.Lines(changes)));
        Assert.Equal(5, changes.Memberships);
    }

    [Fact]
    public void Who_was_to_come_and_is_gone_from_the_list_never_held_the_seat()
    {
        var coming = Eva with { From = new LocalDate(2027, 1, 1) };
        var change = Assert.Single(PeopleChanges.Between([coming], [], Today).All);

        Assert.Equal((PersonChangeKind.Leaves, null), (change.Kind, change.LastDay));
        Assert.EndsWith("tillträder inte", Words.Of(change), StringComparison.Ordinal);
        // Whoever began today would otherwise have ended before the first day.
        Assert.Null(Assert.Single(PeopleChanges.Between([Eva with { From = Today }], [], Today).All).LastDay);
        Assert.NotNull(Assert.Single(
            PeopleChanges.Between([Eva with { From = Today.PlusDays(-1) }], [], Today).All).LastDay);
    }

    [Fact]
    public void A_seat_that_begins_another_day_is_one_change_of_one_person()
    {
        var change = Assert.Single(
            PeopleChanges.Between([Eva], [Eva with { From = new LocalDate(2027, 1, 1) }], Today).All);

        Assert.Equal((PersonChangeKind.Changes, false), (change.Kind, change.IsSame));
        Assert.Equal("~ Eva Brolin, första dag: 2027-01-01 (var ingen uppgift); det som var slutar 2026-11-21",
            Words.Of(change));
    }

    [Fact]
    public void A_person_of_two_collaborations_who_leaves_one_and_comes_to_the_other_does_not_move()
    {
        var other = Eva with { Seat = "samla/samordningsgrupp.lerums-kommun" };
        var changes = PeopleChanges.Between([Eva], [other], Today);
        Assert.Equal([PersonChangeKind.Comes, PersonChangeKind.Leaves], changes.All.Select(change => change.Kind));
    }

    [Fact]
    public void A_row_of_the_past_brings_nobody_in_and_a_row_that_stands_twice_brings_one()
    {
        var past = Stefan with { To = Today.PlusDays(-1) };
        Assert.Equal(1, PeopleChanges.Between([], [Eva, Eva, past], Today).Memberships);
        Assert.True(PeopleChanges.Between([past], [], Today).IsEmpty);
    }

    // Whatever lists people make: doing what is shown gives the list, and the list again changes nothing.
    [Fact]
    public void After_the_changes_people_are_as_the_list_says()
    {
        var dice = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            IReadOnlyList<Membership> now = Anyone(dice), list = Anyone(dice);
            var changes = PeopleChanges.Between(now, list, Today);
            var after = Done(now, changes);
            Assert.True(PeopleChanges.Between(after, list, Today).IsEmpty, $"round {round}");
            Assert.Equal(list.Where(person => !person.IsOver(Today)).Select(person => person.ToString()).Order(),
                after.Where(person => !person.IsOver(Today)).Select(person => person.ToString()).Order());
            Assert.All(now.Where(person => person.IsOver(Today)), past => Assert.Contains(past, after));
            Assert.All(after, person => Assert.True(person.From is null || person.To is null || person.From <= person.To));
        }
    }

    private static List<Membership> Done(IReadOnlyList<Membership> now, PeopleChanges changes)
    {
        var after = now.ToList();
        foreach (var change in changes.All)
        {
            var at = change.Was is null ? -1 : after.FindIndex(person => ReferenceEquals(person, change.Was));
            if (at >= 0)
            {
                after.RemoveAt(at);
            }

            if (change.LastDay is { } day)
            {
                after.Add(change.Was! with { To = day });
            }

            if (change.Is is not null)
            {
                after.Add(change.Is);
            }
        }

        return after;
    }

    private static IReadOnlyList<Membership> Anyone(Random dice) =>
    [
        .. Enumerable.Range(0, dice.Next(8)).Select(_ =>
        {
            var from = dice.Next(2) == 0 ? (LocalDate?)null : Today.PlusDays(dice.Next(-3, 4));
            return OnSeat(dice.Next(2) == 0 ? "ale" : "tjorn", $"P{dice.Next(3)} X") with
            {
                Name = $"Namn {dice.Next(2)}", From = from, Substitute = dice.Next(4) == 0,
                To = dice.Next(2) == 0 ? null : (from ?? Today).PlusDays(dice.Next(5)),
            };
        }).DistinctBy(person => person.Key),
    ];

    private static Membership OnSeat(string municipality, string name) => new(
        $"simba/ledningsgrupp.kommunal-primarvard-{municipality}", name,
        $"{name.ToLowerInvariant().Replace(' ', '.')}@{municipality.Replace("stenungsund", "tjorn", StringComparison.Ordinal)}.example",
        null, null, null, null);
}
