using AnnualCycle.Calendars;
using NodaTime;

namespace AnnualCycle.Tests.Calendars;

/// <summary>What an administrator may write in the calendar files, and what is said when it is wrong.</summary>
public sealed class CalendarFileTests
{
    private const string Sweden = """
        terms: { spring: { from: 01-08, to: 06-10 }, autumn: { from: 08-18, to: 12-20 } }
        closed:
          - { name: semesterveckor, weeks: 27–31 }
        costs: { bridgeDay: 80, shortDay: 20, schoolBreaks: { sportlov: 30, påsklov: 30 }, summer: [] }
        """;

    private const string Breaks = """
        regions:
          - municipalities: [Ale, Orust]
            breaks:
              - { break: sportlov, weeks: 7 }
              - { break: påsklov, easter: after }
        municipalities:
        """;

    private readonly List<Mistake> _mistakes = [];

    [Fact]
    public void Published_days_win_over_the_usual_week_and_are_certain()
    {
        var calendar = Read(breaks: Breaks + """

              Ale:
                - { year: 2027, break: sportlov, from: 2027-02-22, to: 2027-02-26, certain: true }
            """)!;

        Assert.Equal(
            [new Drawback("schoolBreak", 30, "sportlov i Ale")],
            calendar.Day(new LocalDate(2027, 2, 23), new Audience(["Ale"], false)).Drawbacks);
        Assert.Empty(calendar.Day(new LocalDate(2027, 2, 16), new Audience(["Ale"], false)).Drawbacks);
        Assert.Equal("Vilka dagar är påsklov 2027 i Ale?", calendar.SchoolBreakQuestion(2027, "Ale"));
        Assert.Equal(7, IsoWeek.Of(calendar.SchoolBreaks(2028, "Ale")[0].Days.Start).Number);
    }

    [Fact]
    public void A_municipality_that_has_published_everything_is_not_asked()
    {
        var calendar = Read(breaks: Breaks + """

              Ale:
                - { year: 2027, break: sportlov, weeks: 7 }
                - { year: 2027, break: påsklov, easter: before }
            """)!;

        Assert.Null(calendar.SchoolBreakQuestion(2027, "Ale"));
        Assert.Equal(["Orust"], calendar.UncertainMunicipalities(2027, ["Ale", "Orust"]));
        Assert.Equal(["Ale", "Orust"], calendar.UncertainMunicipalities(2028, ["Ale", "Orust"]));
    }

    [Fact]
    public void A_municipality_may_have_its_own_habit()
    {
        var calendar = Read(breaks: Breaks + "\n  Orust:\n    - { break: påsklov, easter: before }\n")!;

        Assert.Equal(new LocalDate(2027, 3, 22), calendar.SchoolBreaks(2027, "Orust")[1].Days.Start);
        Assert.Equal(new LocalDate(2027, 3, 29), calendar.SchoolBreaks(2027, "Ale")[1].Days.Start);
    }

    [Fact]
    public void An_administrator_can_close_days_of_one_year_and_change_what_a_klämdag_costs()
    {
        const string Removal = "  - { name: flytt, year: 2027, from: 2027-03-01, to: 2027-03-02 }\n";
        var calendar = Read(sweden: Sweden
            .Replace("bridgeDay: 80", "bridgeDay: 7", StringComparison.Ordinal)
            .Replace("costs:", Removal + "costs:", StringComparison.Ordinal))!;
        var nobody = new Audience([], false);

        Assert.Equal("flytt", calendar.Day(new LocalDate(2027, 3, 2), nobody).Closed);
        Assert.True(calendar.Day(new LocalDate(2028, 3, 2), nobody).IsOpen);
        Assert.Equal(7, calendar.Day(new LocalDate(2027, 5, 7), nobody).Cost);
    }

    [Theory]
    [InlineData("weeks: 27–31", "weeks: 27–54", 3, "”27–54” är ingen vecka")]
    [InlineData("weeks: 27–31", "weeks: 31-27", 3, "”31-27” är ingen vecka")]
    [InlineData("weeks: 27–31", "weeks: 27, from: 07-01", 3, "dagarna anges på två sätt")]
    [InlineData("weeks: 27–31", "vecka: 27", 3, "okänd nyckel ”vecka”")]
    [InlineData("weeks: 27–31", "from: 07-05", 3, "”to” saknas")]
    [InlineData("weeks: 27–31", "from: 2027-07-05, to: 2027-08-01", 3, "datumet ”2027-07-05” gäller ett enda år")]
    [InlineData("weeks: 27–31", "year: 20277, weeks: 27", 3, "20277 är inget år att planera för")]
    [InlineData("weeks: 27–31", "year: , from: 2027-07-05, to: 2027-08-01", 3, "”year” saknas")]
    [InlineData("name: semesterveckor, ", "", 3, "”name” saknas")]
    [InlineData("from: 01-08", "from: 01-38", 1, "här står ”01-38”, men det ska vara månad-dag, till exempel 12-20")]
    [InlineData("autumn:", "autum:", 1, "okänd nyckel ”autum”")]
    [InlineData("bridgeDay: 80", "bridgeDay: -80", 4, "-80 är ingen kostnad")]
    [InlineData("shortDay: 20, ", "", 4, "”shortDay” saknas")]
    [InlineData("sportlov: 30", "sportlovet: 30", 4, "okänd nyckel ”sportlovet”")]
    [InlineData("costs:", "cost:", 4, "okänd nyckel ”cost”")]
    public void A_slip_in_sweden_yaml_is_reported_where_it_stands(string right, string wrong, int line, string text)
    {
        Assert.Null(Read(sweden: Sweden.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(("sweden.yaml", line, text), _mistakes.Select(slip => (slip.File, slip.Line, slip.Text)));
    }

    [Theory]
    [InlineData("break: sportlov", "break: sportlovet", 4, "”sportlovet” är inget känt ord här")]
    [InlineData("easter: after", "easter: efter", 5, "”efter” är inget känt ord här")]
    [InlineData("easter: after", "easter: ", 5, "”easter” saknas")]
    [InlineData("[Ale, Orust]", "[Ale, Orust, Ale]", 2, "kommunen ”Ale” står redan i en region")]
    [InlineData("break: påsklov, easter: after", "break: sportlov, weeks: 8", 5, "sportlov står två gånger")]
    [InlineData("weeks: 7", "from: 02-19, to: 02-15", 4, "lovet blir 362 dagar långt")]
    [InlineData("municipalities:\n", "municipalities: [\n", 7, "raden går inte att läsa som YAML")]
    public void A_slip_in_school_breaks_yaml_is_reported_where_it_stands(
        string right, string wrong, int line, string text)
    {
        Assert.Null(Read(breaks: (Breaks + "\n").Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(
            ("school-breaks.yaml", line, text),
            _mistakes.Select(slip => (slip.File, slip.Line, slip.Text)));
    }

    [Fact]
    public void All_mistakes_of_both_files_are_named_at_once()
    {
        Read(
            sweden: Sweden.Replace("80", "åttio", StringComparison.Ordinal),
            breaks: Breaks + """

                  Alle:
                    - { year: 2027, break: sportlov, weeks: 7 }
                  Orust:
                    - { year: 2027, break: sportlov, from: 2027-02-19, to: 2027-02-15 }
                    - { year: 2027, break: påsklov, from: 2026-03-29, to: 2026-04-02 }
                    - { year: 2027, break: höstlov, from: 2027-11-31, to: 2027-11-05 }
                    - { year: 2028, break: sportlov, weeks: 7, certian: true }
                    - { year: 2028, break: påsklov, from: 2028-02-18, to: 2028-02-25 }
                """);

        Assert.Equal(
            [
                "sweden.yaml:4: här står ”åttio”, men det ska vara ett heltal",
                "school-breaks.yaml:7: kommunen ”Alle” finns inte i någon region. Menade du ”Ale”?",
                "school-breaks.yaml:10: slutet 2027-02-15 kommer före början 2027-02-19",
                "school-breaks.yaml:11: 2026-03-29 ligger inte i år 2027. Ett lov hör till det år det börjar",
                "school-breaks.yaml:12: här står ”2027-11-31”, men det ska vara ett datum, år-månad-dag, "
                    + "till exempel 2027-02-15",
                "school-breaks.yaml:13: okänd nyckel ”certian”. Menade du ”certain”?",
                "school-breaks.yaml:14: påsklov 2028 går in i sportlov. Ta bort det ena eller rätta dagarna",
            ],
            _mistakes.Select(mistake => mistake.ToString()));
    }

    private WorkCalendar? Read(string sweden = Sweden, string breaks = Breaks) =>
        WorkCalendar.Read(("sweden.yaml", sweden), ("school-breaks.yaml", breaks), _mistakes);
}
