using AnnualCycle.Calendars;
using NodaTime;

namespace AnnualCycle.Tests.Calendars;

public sealed class RedDaysTests
{
    /// <summary>Day/month in 2026, 2027, 2028 and 2029.</summary>
    [Theory]
    [InlineData("nyårsdagen", "1/1 1/1 1/1 1/1")]
    [InlineData("trettondedag jul", "6/1 6/1 6/1 6/1")]
    [InlineData("långfredagen", "3/4 26/3 14/4 30/3")]
    [InlineData("påskdagen", "5/4 28/3 16/4 1/4")]
    [InlineData("annandag påsk", "6/4 29/3 17/4 2/4")]
    [InlineData("första maj", "1/5 1/5 1/5 1/5")]
    [InlineData("Kristi himmelsfärdsdag", "14/5 6/5 25/5 10/5")]
    [InlineData("pingstdagen", "24/5 16/5 4/6 20/5")]
    [InlineData("nationaldagen", "6/6 6/6 6/6 6/6")]
    [InlineData("midsommardagen", "20/6 26/6 24/6 23/6")]
    [InlineData("alla helgons dag", "31/10 6/11 4/11 3/11")]
    [InlineData("juldagen", "25/12 25/12 25/12 25/12")]
    [InlineData("annandag jul", "26/12 26/12 26/12 26/12")]
    public void Every_red_day_of_four_years_is_known_by_name(string name, string days) =>
        Assert.Equal(FourYears.Parse(days), FourYears.Named(RedDays.In, name));

    [Theory]
    [InlineData("midsommarafton", "19/6 25/6 23/6 22/6")]
    [InlineData("julafton", "24/12 24/12 24/12 24/12")]
    [InlineData("nyårsafton", "31/12 31/12 31/12 31/12")]
    public void The_eves_that_everybody_has_off_are_known_by_name(string name, string days) =>
        Assert.Equal(FourYears.Parse(days), FourYears.Named(FreeEves.In, name));

    [Theory]
    [InlineData("trettondagsafton", "5/1 5/1 5/1 5/1")]
    [InlineData("skärtorsdagen", "2/4 25/3 13/4 29/3")]
    [InlineData("valborgsmässoafton", "30/4 30/4 30/4 30/4")]
    [InlineData("dagen före Kristi himmelsfärdsdag", "13/5 5/5 24/5 9/5")]
    [InlineData("dagen före nationaldagen", "5/6 5/6 5/6 5/6")]
    [InlineData("dagen före alla helgons dag", "30/10 5/11 3/11 2/11")]
    public void The_short_days_are_known_by_name(string name, string days) =>
        Assert.Equal(FourYears.Parse(days), FourYears.Named(ShortDays.In, name));

    [Fact]
    public void The_day_before_julafton_is_short_only_when_it_is_a_Friday()
    {
        var years = Enumerable.Range(2020, 20)
            .Where(year => ShortDays.In(year).Any(day => day.Name == "dagen före julafton"));

        Assert.Equal([2022, 2033, 2039], years);
    }

    [Theory]
    [InlineData(2026, "2/1 5/1 15/5")]
    [InlineData(2027, "7/5")]
    [InlineData(2028, "7/1 26/5 5/6")]
    [InlineData(2029, "30/4 11/5")]
    public void A_single_working_day_between_two_free_days_is_a_klämdag(int year, string days) =>
        Assert.Equal(
            days.Split(' ').Select(day => FourYears.Date(year, day)),
            BridgeDays.In(year).Where(day => day.Name == "klämdag").Select(day => day.Date));

    [Fact]
    public void The_Friday_after_Kristi_himmelsfärd_is_always_a_klämdag() => Assert.All(
        Enumerable.Range(1900, 200),
        year => Assert.Contains(new NamedDay(Easter.Sunday(year).PlusDays(40), "klämdag"), BridgeDays.In(year)));

    [Fact]
    public void The_days_between_Christmas_and_New_Year_are_dead_time() => Assert.Equal(
        [new LocalDate(2027, 12, 27), new(2027, 12, 28), new(2027, 12, 29), new(2027, 12, 30)],
        BridgeDays.In(2027).Where(day => day.Name == "mellandagarna").Select(day => day.Date));

    [Theory]
    [InlineData(2026, 251)]
    [InlineData(2027, 253)]
    [InlineData(2028, 251)]
    [InlineData(2029, 250)]
    public void A_year_has_as_many_working_days_as_the_almanac_counts(int year, int days) => Assert.Equal(
        days,
        WorkingDays.Count(new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31))));

    [Theory]
    [InlineData("2027-04-01", -5, "2027-03-23")]
    [InlineData("2027-05-05", 1, "2027-05-07")]
    [InlineData("2027-12-23", 1, "2027-12-27")]
    [InlineData("2027-05-08", 0, "2027-05-08")]
    public void Counting_working_days_skips_Easter_bridges_and_eves(string from, int count, string expected) =>
        Assert.Equal(FourYears.Iso(expected), WorkingDays.Add(FourYears.Iso(from), count));
}
