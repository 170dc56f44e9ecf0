using AnnualCycle.Calendars;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Calendars;

/// <summary>The two files under config/calendars as they are shipped.</summary>
public sealed class WorkCalendarTests
{
    private static readonly string[] Simba = ["Kungälv", "Stenungsund", "Tjörn", "Orust", "Ale"];
    private static readonly string[] Mixed = ["Ale", "Karlshamn", "Karlskrona"];
    private static readonly WorkCalendar Calendar = Shipped();

    [Theory]
    [InlineData("2027-03-29", "annandag påsk")]
    [InlineData("2027-06-25", "midsommarafton")]
    [InlineData("2027-06-26", "midsommardagen")]
    [InlineData("2027-05-08", "lördag")]
    [InlineData("2027-05-09", "söndag")]
    [InlineData("2027-07-05", "semesterveckor")]
    [InlineData("2027-08-06", "semesterveckor")]
    [InlineData("2027-07-10", "lördag")]
    [InlineData("2027-12-20", "jul- och nyårshelgen")]
    [InlineData("2027-01-08", "jul- och nyårshelgen")]
    [InlineData("2027-12-31", "nyårsafton")]
    public void A_closed_day_says_why(string date, string why)
    {
        var facts = Calendar.Day(FourYears.Iso(date), Of("Ale"));

        Assert.Equal(why, facts.Closed);
        Assert.False(facts.IsOpen);
        Assert.Equal(0, facts.Cost);
    }

    [Theory]
    [InlineData("2027-05-07", 80, "klämdag")]
    [InlineData("2027-04-30", 20, "valborgsmässoafton")]
    [InlineData("2027-02-15", 30, "sportlov i Ale (ej fastställt)")]
    [InlineData("2027-02-19", 30, "sportlov i Ale (ej fastställt)")]
    [InlineData("2027-03-30", 30, "påsklov i Ale (ej fastställt)")]
    [InlineData("2027-11-03", 5, "höstlov i Ale (ej fastställt)")]
    [InlineData("2027-06-21", 40, "sommarveckor (v. 25)")]
    [InlineData("2027-06-28", 80, "sommarveckor (v. 26)")]
    [InlineData("2027-08-13", 80, "sommarveckor (v. 32)")]
    [InlineData("2027-08-20", 40, "sommarveckor (v. 33)")]
    [InlineData("2027-02-12", 0, "")]
    [InlineData("2027-02-22", 0, "")]
    [InlineData("2027-08-23", 0, "")]
    public void An_open_day_says_what_speaks_against_it(string date, int cost, string text)
    {
        var facts = Calendar.Day(FourYears.Iso(date), Of("Ale"));

        Assert.True(facts.IsOpen);
        Assert.Equal(cost, facts.Cost);
        Assert.Equal(text, string.Join(", ", facts.Drawbacks.Select(drawback => drawback.Text)));
    }

    [Fact]
    public void Two_things_against_the_same_day_add_up()
    {
        // Friday 5 November 2027: the day before alla helgons dag, in the autumn break.
        var facts = Calendar.Day(new LocalDate(2027, 11, 5), Of("Ale"));

        Assert.Equal(["shortDay", "schoolBreak"], facts.Drawbacks.Select(drawback => drawback.Term));
        Assert.Equal(25, facts.Cost);
    }

    [Fact]
    public void A_preparatory_meeting_may_be_held_the_week_before_Christmas_at_a_price()
    {
        var date = new LocalDate(2027, 12, 21);

        Assert.False(Calendar.Day(date, Of("Ale")).IsOpen);
        Assert.Equal(
            [new Drawback("closedPeriod", 80, "jul- och nyårshelgen")],
            Calendar.Day(date, new Audience(["Ale"], Preparatory: true)).Drawbacks);
    }

    [Theory]
    [InlineData("2027-12-24")]
    [InlineData("2027-01-06")]
    [InlineData("2027-07-14")]
    public void A_preparatory_meeting_is_not_held_on_julafton_nor_in_July(string date) =>
        Assert.False(Calendar.Day(FourYears.Iso(date), new Audience(["Ale"], Preparatory: true)).IsOpen);

    [Theory]
    [InlineData("2027-02-16", 15, "sportlov i Ale (ej fastställt)")]
    [InlineData("2027-02-23", 20, "sportlov i Karlshamn och Karlskrona (ej fastställt)")]
    [InlineData("2027-03-30", 30, "påsklov i alla 3 kommuner (ej fastställt)")]
    public void A_break_costs_more_the_more_municipalities_have_it(string date, int cost, string text)
    {
        var drawback = Assert.Single(Calendar.Day(FourYears.Iso(date), Of(Mixed)).Drawbacks);

        Assert.Equal((cost, text, false), (drawback.Cost, drawback.Text, drawback.Certain));
    }

    [Fact]
    public void When_many_but_not_all_have_a_break_they_are_counted()
    {
        var drawback = Calendar.Day(new LocalDate(2027, 2, 16), Of([.. Simba, "Karlshamn"])).Drawbacks.Single();

        Assert.Equal("sportlov i 5 av 6 kommuner (ej fastställt)", drawback.Text);
        Assert.Equal(25, drawback.Cost);
    }

    [Fact]
    public void A_group_without_municipalities_meets_in_the_school_breaks() =>
        Assert.Equal(0, Calendar.Day(new LocalDate(2027, 2, 16), Of()).Cost);

    [Theory]
    [InlineData(2026, 365)]
    [InlineData(2028, 366)]
    public void A_whole_year_is_the_same_as_its_days_one_by_one(int year, int days)
    {
        var facts = Calendar.Year(year, Of(Simba));

        Assert.Equal(days, facts.Count);
        Assert.All(facts, (day, index) => Assert.Equal(index + 1, day.Date.DayOfYear));
        Assert.All(
            facts.Where(day => day.Date.Day == 15),
            day => Assert.Equivalent(Calendar.Day(day.Date, Of(Simba)), day));
    }

    [Fact]
    public void No_meeting_is_ever_possible_on_a_red_day_an_eve_or_a_weekend() => Assert.All(
        Enumerable.Range(2020, 30).SelectMany(year => Calendar.Year(year, new Audience([], Preparatory: true))),
        day => Assert.True(!day.IsOpen || WorkingDays.Is(day.Date)));

    [Fact]
    public void A_break_over_New_Year_counts_in_both_years()
    {
        var breaks = Calendar.SchoolBreaks(2027, "Karlshamn");

        Assert.Equal(
            ["jullov", "sportlov", "påsklov", "sommarlov", "höstlov", "jullov"],
            breaks.Select(days => days.Name));
        Assert.Equal(new DateInterval(new(2026, 12, 20), new(2027, 1, 8)), breaks[0].Days);
        Assert.Equal(new DateInterval(new(2027, 2, 22), new(2027, 2, 26)), breaks[1].Days);
    }

    [Fact]
    public void Every_municipality_of_the_five_collaborations_has_its_breaks()
    {
        Assert.Equal(25, Calendar.Municipalities.Count());
        Assert.All(
            Calendar.Municipalities,
            municipality => Assert.Equal(6, Calendar.SchoolBreaks(2027, municipality).Count));
    }

    [Fact]
    public void Each_municipality_that_has_not_published_its_breaks_is_asked_once()
    {
        Assert.Equal(Simba, Calendar.UncertainMunicipalities(2027, [.. Simba, .. Simba]));
        Assert.Equal(
            "Vilka dagar är sportlov, påsklov och höstlov 2027 i Ale?",
            Calendar.SchoolBreakQuestion(2027, "Ale"));
    }

    [Fact]
    public void A_municipality_that_nobody_entered_is_asked_too() =>
        Assert.Equal(["Vara"], Calendar.UncertainMunicipalities(2027, ["Vara"]));

    [Fact]
    public void Terms_are_those_of_the_schools()
    {
        Assert.Equal(new DateInterval(new(2027, 1, 8), new(2027, 6, 10)), Calendar.SpringTerm(2027));
        Assert.Equal(new DateInterval(new(2027, 8, 18), new(2027, 12, 20)), Calendar.AutumnTerm(2027));
    }

    [Fact]
    public void The_closed_periods_of_a_year_can_be_drawn()
    {
        var periods = Calendar.ClosedPeriods(2027);

        Assert.Equal(
            [
                ("semesterveckor", new DateInterval(new(2027, 7, 5), new(2027, 8, 6))),
                ("jul- och nyårshelgen", new DateInterval(new(2026, 12, 20), new(2027, 1, 8))),
                ("jul- och nyårshelgen", new DateInterval(new(2027, 12, 20), new(2028, 1, 8))),
            ],
            periods);
    }

    private static Audience Of(params string[] municipalities) => new(municipalities, Preparatory: false);

    private static WorkCalendar Shipped()
    {
        var mistakes = new List<Mistake>();
        var calendar = WorkCalendar.Read(File("sweden.yaml"), File("school-breaks.yaml"), mistakes);
        Assert.Empty(mistakes);
        return calendar!;
    }

    private static (string File, string Text) File(string name) =>
        (name, System.IO.File.ReadAllText(Path.Combine(Repository.Root, "config", "calendars", name)));
}
