using AnnualCycle.Charters;

namespace AnnualCycle.Tests.Charters;

public sealed class CharterMistakesTests
{
    private const string Head = """
        collaboration: Nord
        municipalities: [Ale, Orust]
        charter: { document: Uppdrag }
        groups:

        """;

    private static string Only(string groups)
    {
        var reading = CharterReader.Read("nord.yaml", Head + groups);
        Assert.Null(reading.Collaboration);
        return Assert.Single(reading.Mistakes).ToString();
    }

    [Fact]
    public void Yaml_that_cannot_be_read_names_its_line() =>
        Assert.StartsWith("nord.yaml:5: raden går inte att läsa", Only("  - { id: lgs, name: LGS\n  - { id: au }"), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_key_gets_the_nearest_known_one() =>
        Assert.Equal(
            "nord.yaml:5: okänd nyckel ”meting”. Menade du ”meeting”?",
            Only("  - { id: lgs, name: LGS, meting: { duration: 60 min } }"));

    [Fact]
    public void A_misspelt_phrase_is_not_planned_and_gets_a_suggestion() =>
        Assert.Equal(
            "nord.yaml:5: frasen ”minst 4 gångr per år” går inte att tolka. Menade du ”minst 4 gånger per år”?",
            Only("  - { id: lgs, name: LGS, meetings: [{ id: a, when: minst 4 gångr per år }] }"));

    [Fact]
    public void A_group_that_does_not_exist_cannot_be_prepared_for() =>
        Assert.Equal(
            "nord.yaml:5: gruppen ”styrgrup” finns inte. Menade du ”styrgrupp”?",
            Only("""
                  - { id: au, name: AU, prepares: [{ for: styrgrup, when: bereder }] }
                  - { id: styrgrupp, name: Styrgrupp }
                """));

    [Fact]
    public void A_seat_that_the_other_group_does_not_give_is_named_with_the_nearest() =>
        Assert.Equal(
            "nord.yaml:6: platsen ”lgs.ordförnde” finns inte. Menade du ”lgs.ordforande”?",
            Only("""
                  - { id: lgs, name: LGS, seats: [ordförande] }
                  - { id: au, name: AU, seats: [lgs.ordförnde] }
                """));

    [Fact]
    public void Groups_that_prepare_each_other_in_a_circle_are_told_for_each_of_them()
    {
        var reading = CharterReader.Read("nord.yaml", Head + """
              - { id: a, name: A, prepares: [{ for: b, when: bereder }] }
              - { id: b, name: B, prepares: [{ for: c, when: bereder }] }
              - { id: c, name: C, prepares: [{ for: a, when: bereder }] }
            """);
        Assert.Equal([5, 6, 7], reading.Mistakes.Select(mistake => mistake.Line));
        Assert.Equal("grupperna bereder varandra i en cirkel: a → b → c → a", reading.Mistakes[0].Text);
    }

    [Fact]
    public void A_placeholder_without_its_list_is_a_mistake_told_once_for_all_municipalities() =>
        Assert.Equal(
            "nord.yaml:5: ”{tema}” står inte för något här. Skriv forEach på samma grupp eller plats",
            Only("  - { id: \"lokal-{municipality}\", name: \"Lokal {tema}\", forEach: municipalities }"));

    [Fact]
    public void Two_groups_with_one_id_are_a_mistake() =>
        Assert.Contains("två grupper har id ”lgs”", Only("""
              - { id: lgs, name: LGS }
              - { id: lgs, name: Andra LGS }
            """), StringComparison.Ordinal);

    [Fact]
    public void Two_rules_with_one_id_are_a_mistake() =>
        Assert.Equal(
            "nord.yaml:8: id ”o” är redan taget. Ge varje regel ett eget id",
            Only("""
                  - id: lgs
                    name: LGS
                    meetings: [{ id: o, when: minst 4 gånger per år }]
                    reports: [{ id: o, title: Rapport, when: årligen }]
                """));

    [Fact]
    public void Every_mistake_of_a_file_is_told_at_once_in_the_order_of_its_lines()
    {
        var reading = CharterReader.Read("nord.yaml", Head + """
              - id: lgs
                naem: LGS
                meeting: { duration: två möten, weekdays: lördag }
                prepares: [{ for: ingen, when: bereder, lead: 21..14 }]
                meetings: [{ id: a, when: hjälpa varandra }]
            """);
        Assert.Equal([5, 6, 7, 7, 8, 8, 9], reading.Mistakes.Select(mistake => mistake.Line));
    }
}
