using AnnualCycle.People;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.People;

/// <summary>A list as large as that of a whole region, with a year's changes in it.</summary>
public sealed class LargeListTests
{
    private const int Many = 500;

    private static readonly SeatRegister Seats = new(Network.FiveCharters);

    [Fact]
    public void Five_hundred_people_are_read_and_a_changed_list_is_shown_whole()
    {
        var now = Read(PeopleWriter.Write(People(), Seats));
        Assert.Equal(Many, now.Count);
        Assert.Equal(5, now.Select(person => person.Collaboration).Distinct().Count());

        // Every tenth leaves, every tenth after that is called otherwise, every tenth of the rest is new.
        var next = now.Where((_, at) => at % 10 != 0).Select((person, at) => at % 9 == 0
            ? person with { Name = person.Name + "-Ny" } : person)
            .Concat(now.Where((_, at) => at % 10 == 5).Select(person => person with { Email = "ny." + person.Email }));
        var changes = PeopleChanges.Between(now, Read(PeopleWriter.Write(next, Seats)), Network.Today);

        Assert.Equal("50 kommer, 50 lämnar, 50 ändras, 400 står kvar", PeopleWords.Summary(changes));
        var lines = new PeopleWords(Seats).Lines(changes).ToList();
        Assert.Equal(150, lines.Count(line => line.StartsWith("  ", StringComparison.Ordinal)));
        // Each group stands once.
        var heads = lines.Where(line => line[0] != ' ').ToList();
        Assert.Equal(heads.Count, heads.Distinct().Count());
    }

    // Invented: some sit in several groups, as people do, and some seats have more than one name over the years.
    private static IEnumerable<Membership> People()
    {
        string[] first = ["Åsa", "Bo", "Cecilia", "Dag", "Eva", "Farid", "Gun", "Håkan", "Ines", "Jonas"];
        string[] last = ["Ek", "Alm", "Ask", "Lind", "Björk", "Rönn", "Hägg", "Sälg", "Asp", "Al"];
        var seats = Seats.All.ToList();
        for (var at = 0; at < Many; at++)
        {
            var (place, who) = (seats[at % seats.Count], at % 350);
            var name = $"{first[who % 10]} {last[who / 10 % 10]}";
            yield return new Membership(place.Seat.Id, name, $"p{who}@region.example", "Regionen", null,
                at < seats.Count ? null : new LocalDate(2027, 1, 1).PlusYears(at / seats.Count), null)
            {
                Municipality = place.Group.Municipality,
            };
        }
    }

    private static IReadOnlyList<Membership> Read(string text)
    {
        var mistakes = new List<Mistake>();
        var people = PeopleReader.Read("people.csv", text, Network.FiveCharters, mistakes);
        Assert.Empty(mistakes);
        return people;
    }
}
