using AnnualCycle.People;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.People;

/// <summary>Lists of people as they are written and read back, and what they may not hold.</summary>
public sealed class PeopleListTests
{
    private const string Head =
        "collaboration,group,seat,name,email,organisation,municipality,required,substitute,from,to\n";

    private static readonly SeatRegister Seats = new(Network.FiveCharters);

    [Fact]
    public void Whatever_people_are_called_a_list_that_is_written_is_read_back_the_same()
    {
        var dice = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var people = Seats.All.Where(_ => dice.Next(40) == 0).Select((place, at) => Somebody(dice, place, at)).ToList();
            var mistakes = new List<Mistake>();
            var read = Read(PeopleWriter.Write(people, Seats), mistakes);
            Assert.Empty(mistakes);
            Assert.Equal(people, read.People);
        }
    }

    [Fact]
    public void No_cell_of_a_written_list_is_a_formula()
    {
        var seat = Seats.All.First().Seat.Id;
        var text = PeopleWriter.Write([new(seat, "=cmd|' /C calc'!A0", "+a@nord.example", "-1", null, null, null)], Seats);
        Assert.Contains(",'=cmd|' /C calc'!A0,'+a@nord.example,'-1,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_that_ships_is_read_back_the_same_after_it_is_written()
    {
        var mistakes = new List<Mistake>();
        var text = File.ReadAllText(Path.Combine(Repository.Root, "config", "people", "example.csv"));
        var list = Read(text, mistakes).People;
        var again = Read(PeopleWriter.Write(list, Seats), mistakes).People;
        Assert.Empty(mistakes);
        Assert.True(PeopleChanges.Between(list, again, Network.Today).IsEmpty);
        Assert.Equal(list.Count, again.Count);
    }

    [Theory]
    [InlineData("Anna\0 Ek", "U+0000")]
    [InlineData("\"Anna\nEk\"", "U+000A")]
    [InlineData("Anna\u202Ekk", "U+202E")]
    [InlineData("Anna\u2066kk", "U+2066")]
    [InlineData("Anna\u001B[2J", "U+001B")]
    public void A_sign_that_nobody_sees_in_a_name_is_told_with_its_row(string name, string sign)
    {
        var mistakes = new List<Mistake>();
        Read(Head + $"SIMBA,ledningsgrupp,processledare,{name},eva@nord.example", mistakes);
        Assert.Equal($"people.csv:2: name innehåller ett tecken som inte syns ({sign}). Skriv det på nytt för hand",
            Assert.Single(mistakes).ToString());
    }

    [Fact]
    public void A_list_that_a_spreadsheet_saved_in_an_older_way_is_told_how_to_be_saved()
    {
        var mistakes = new List<Mistake>();
        Read(Head + "SIMBA,ledningsgrupp,processledare,\uFFFDsa Ek,eva@nord.example", mistakes);
        Assert.Equal("people.csv:2: name går inte att läsa: listan är inte skriven i UTF-8. Spara den som ”CSV UTF-8”",
            Assert.Single(mistakes).ToString());
    }

    [Fact]
    public void A_name_that_looks_like_code_or_a_formula_is_a_name()
    {
        var mistakes = new List<Mistake>();
        var people = Read(Head
            + "SIMBA,ledningsgrupp,processledare,\"<script>alert(\"\"1\"\")</script>\",eva@nord.example\n"
            + "SIMBA,ledningsgrupp,regional-primarvard,'=1+1,bo@nord.example", mistakes).People;
        Assert.Empty(mistakes);
        Assert.Equal(["<script>alert(\"1\")</script>", "=1+1"], people.Select(person => person.Name));
    }

    [Fact]
    public void A_substitute_where_the_charter_allows_none_is_told_in_the_charters_words()
    {
        var mistakes = new List<Mistake>();
        Read(Head + """
            lgs-goteborg,lgs,primor,Eva Ek,eva@nord.example,,,,ja,,
            simba,ledningsgrupp,regional-primarvard,Bo Ek,bo@nord.example,,,,ja,,
            lgs-goteborg,beredningsgrupp,processledare,Bo Ek,bo@nord.example,,,,ja,,

            """, mistakes);
        Assert.Equal(
            [
                "people.csv:2: platsen PrimÖR privata sjukhus i Ledningsgruppen (LGS) har ingen ersättare: " +
                "”ersättare utses inte”, rad 70",
                "people.csv:4: platsen LGS processledare i LGS Beredningsgrupp har ingen ersättare: " +
                "uppdragsbeskrivningen nämner ingen",
            ],
            mistakes.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void Planning_waits_for_the_holder_of_a_seat_and_never_for_the_substitute()
    {
        var nord = Network.Charter("""
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - id: a
                name: Gruppen A
                seats: [{ seat: chef, substitute: true }]
                meetings: [{ id: ordinarie, when: två gånger per år, line: 7 }]
              - id: b
                name: Gruppen B
                seats: [a.chef]
                meetings: [{ id: ordinarie, when: två gånger per år, line: 9 }]
            """);
        var list = PeopleReader.ReadList(
            "people.csv", Head + "nord,a,chef,Bo Ek,bo@nord.example,,,,ja,,", [nord], null, []);
        Assert.True(Assert.Single(list.People).Substitute);
        Assert.Equal(["chef (Gruppen A)"],
            Assert.Single(new YearCompiler(Network.Year(2027, nord) with { People = list.People }).Compile().Who));
    }

    [Fact]
    public void A_list_speaks_for_the_collaborations_that_it_has_rows_for()
    {
        var mistakes = new List<Mistake>();
        const string Rows = Head + "simba,ledningsgrupp,processledare,Eva Ek,eva@nord.example\n"
            + "Värmlandssamverkan,grupp,plats,Eva Ek,eva@nord.example\n";
        var list = Read(Rows, mistakes);
        Assert.Empty(mistakes);
        Assert.Equal(["simba"], list.Scope);
        Assert.Equal(["Värmlandssamverkan"], list.LeftOut);

        Assert.Equal(["samla"], Read(Head, mistakes, "samla").Scope);
        Read(Rows, mistakes, "samla");
        Assert.Equal(
            [
                "people.csv:2: raden hör till ”simba”, men listan gäller bara SAMLA",
                "people.csv:3: raden hör till ”Värmlandssamverkan”, men listan gäller bara SAMLA",
            ],
            mistakes.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void The_same_person_twice_on_a_seat_with_different_facts_is_a_mistake()
    {
        var mistakes = new List<Mistake>();
        const string Row = "simba,ledningsgrupp,processledare,Eva Ek,eva@nord.example,";
        Assert.Single(Read($"{Head}{Row}\n{Row}\n", mistakes).People);
        Assert.Empty(mistakes);
        Read($"{Head}{Row}\n{Row}Ale\n", mistakes);
        Assert.Equal("people.csv:3: Eva Ek står redan på samma plats på rad 2, med andra uppgifter. Ta bort den ena raden",
            Assert.Single(mistakes).ToString());
    }

    private static PeopleList Read(string text, List<Mistake> mistakes, string? only = null) =>
        PeopleReader.ReadList("people.csv", text, Network.FiveCharters, only, mistakes);

    private static Membership Somebody(Random dice, SeatPlace place, int at)
    {
        var from = dice.Next(2) == 0 ? (LocalDate?)null : Network.Today.PlusDays(dice.Next(-900, 900));
        return new(place.Seat.Id, Text(dice) ?? "x", $"p{at}@nord.example", Text(dice),
            dice.Next(3) switch { 0 => null, var one => one == 1 }, from,
            dice.Next(2) == 0 ? null : (from ?? Network.Today).PlusDays(dice.Next(900)))
        {
            Municipality = Text(dice), Substitute = place.Seat.Substitute && dice.Next(2) == 0,
        };
    }

    private static string? Text(Random dice)
    {
        const string Signs = "'=+-@\";, ,;|<>&åÄéØ½漢\u0301\u200Dja0 ";
        var text = string.Concat(Enumerable.Range(0, dice.Next(6)).Select(_ => Signs[dice.Next(Signs.Length)])).Trim();
        return text.Length == 0 ? null : text;
    }
}
