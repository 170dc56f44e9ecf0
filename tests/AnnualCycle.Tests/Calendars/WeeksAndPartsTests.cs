using AnnualCycle.Calendars;
using NodaTime;

namespace AnnualCycle.Tests.Calendars;

public sealed class WeeksAndPartsTests
{
    /// <summary>Monday to Sunday, day/month, in 2026, 2027, 2028 and 2029.</summary>
    [Theory]
    [InlineData(7, "9/2 15/2 14/2 12/2", "15/2 21/2 20/2 18/2")]
    [InlineData(8, "16/2 22/2 21/2 19/2", "22/2 28/2 27/2 25/2")]
    [InlineData(9, "23/2 1/3 28/2 26/2", "1/3 7/3 5/3 4/3")]
    [InlineData(10, "2/3 8/3 6/3 5/3", "8/3 14/3 12/3 11/3")]
    [InlineData(28, "6/7 12/7 10/7 9/7", "12/7 18/7 16/7 15/7")]
    [InlineData(31, "27/7 2/8 31/7 30/7", "2/8 8/8 6/8 5/8")]
    [InlineData(44, "26/10 1/11 30/10 29/10", "1/11 7/11 5/11 4/11")]
    public void Weeks_begin_on_Monday_as_in_the_almanac(int week, string mondays, string sundays)
    {
        var weeks = Enumerable.Range(2026, 4).Select(year => new IsoWeek(year, week).Days).ToList();

        Assert.Equal(FourYears.Parse(mondays), weeks.Select(days => days.Start));
        Assert.Equal(FourYears.Parse(sundays), weeks.Select(days => days.End));
    }

    [Fact]
    public void The_year_2026_has_a_week_53_that_reaches_into_2027()
    {
        Assert.Equal(new IsoWeek(2026, 53), IsoWeek.Of(new LocalDate(2027, 1, 3)));
        Assert.Equal(new IsoWeek(2027, 1), IsoWeek.Of(new LocalDate(2027, 1, 4)));
        Assert.Equal(
            [2026, 2032, 2037, 2043, 2048],
            Enumerable.Range(2026, 25).Where(year => IsoWeek.CountIn(year) == 53));
    }

    [Fact]
    public void The_last_day_of_2029_is_in_the_first_week_of_2030() =>
        Assert.Equal("v. 1", IsoWeek.Of(new LocalDate(2029, 12, 31)).ToString());

    [Theory]
    [InlineData("nyårsdagen", "1 53 52 1")]
    [InlineData("påskdagen", "14 12 15 13")]
    [InlineData("annandag påsk", "15 13 16 14")]
    [InlineData("Kristi himmelsfärdsdag", "20 18 21 19")]
    [InlineData("midsommardagen", "25 25 25 25")]
    [InlineData("alla helgons dag", "44 44 44 44")]
    [InlineData("juldagen", "52 51 52 52")]
    public void Red_days_fall_in_the_weeks_that_the_almanac_prints(string name, string weeks) => Assert.Equal(
        weeks,
        string.Join(' ', FourYears.Named(RedDays.In, name).Select(date => IsoWeek.Of(date).Number)));

    [Fact]
    public void Tertials_quarters_and_half_years_fill_the_year_without_gaps() => Assert.All(
        [YearParts.Tertials(2028), YearParts.Quarters(2028), YearParts.HalfYears(2028)],
        parts => Assert.Equal(366, parts.Sum(part => part.Length)));

    [Fact]
    public void The_second_tertial_ends_on_the_last_of_August() =>
        Assert.Equal(new LocalDate(2027, 8, 31), YearParts.Tertials(2027)[1].End);
}
