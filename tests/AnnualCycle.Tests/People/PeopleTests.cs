using AnnualCycle.Csv;
using AnnualCycle.People;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Testing;

namespace AnnualCycle.Tests.People;

public sealed class PeopleTests
{
    private const string Head = "collaboration,group,seat,name,email,organisation,municipality,required,from,to\n";

    private static IReadOnlyList<Membership> Read(string rows, List<Mistake> mistakes) =>
        PeopleReader.Read("people.csv", Head + rows, Network.FiveCharters, mistakes);

    [Fact]
    public void The_example_fills_seats_of_all_five_collaborations_with_people_at_example_addresses()
    {
        var mistakes = new List<Mistake>();
        var text = File.ReadAllText(Path.Combine(Repository.Root, "config", "people", "example.csv"));
        var people = PeopleReader.Read("example.csv", text, Network.FiveCharters, mistakes);
        Assert.Empty(mistakes);
        Assert.Equal(5, people.Select(member => member.Seat.Split('/')[0]).Distinct().Count());
        Assert.All(people, member => Assert.EndsWith(".example", member.Email, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_group_or_seat_is_named_with_its_row_and_the_nearest()
    {
        var mistakes = new List<Mistake>();
        Read(
            "SIMBA,ledningsgrup,processledare,Eva Ek,eva@nord.example,,,,,\n" +
            "SIMBA,ledningsgrupp,procesledare,Eva Ek,eva@nord.example,,,,,\n", mistakes);
        Assert.Equal(
            [
                "people.csv:2: gruppen ”ledningsgrup” finns inte i SIMBA. Menade du ”ledningsgrupp”?",
                "people.csv:3: platsen ”procesledare” finns inte i Ledningsgrupp i samverkan. " +
                "Menade du ”processledare”?",
            ],
            mistakes.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void One_address_is_one_person_in_every_collaboration()
    {
        var people = Read("""
            SIMBA,ledningsgrupp,processledare,Eva Ek,eva@nord.example,,,,,
            SAMLA,samordningsgrupp,processledare,Eva Ek,EVA@nord.example,,,,,

            """, []);
        var input = Network.Year(2027, Network.FiveCharters) with { People = people };
        var problem = new YearCompiler(input).Compile();
        Assert.Contains(problem.Who, who => who is ["Eva Ek"]);
    }

    [Fact]
    public void A_name_that_a_spreadsheet_would_run_as_a_formula_is_written_as_text() =>
        Assert.Equal("'=1+1,\"a,\"\"b\"\"\"\r\n", CsvTable.Write([["=1+1", "a,\"b\""]]));
}
