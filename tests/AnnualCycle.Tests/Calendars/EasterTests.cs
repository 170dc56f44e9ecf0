using AnnualCycle.Calendars;
using AnnualCycle.Testing;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Tests.Calendars;

public sealed class EasterTests
{
    [Fact]
    public void Easter_falls_as_two_centuries_of_almanacs_say()
    {
        var table = Path.Combine(
            Repository.Root, "tests", "AnnualCycle.Tests", "Calendars", "easter-1900-2099.txt");
        var almanac = File.ReadLines(table)
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' '))
            .Select(date => LocalDatePattern.Iso.Parse(date).Value);

        Assert.Equal(almanac, Enumerable.Range(1900, 200).Select(Easter.Sunday));
    }

    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(2285, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(2038, 4, 25)]
    public void Easter_reaches_its_earliest_and_its_latest_day(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), Easter.Sunday(year));
}
