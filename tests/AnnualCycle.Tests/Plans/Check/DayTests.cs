using AnnualCycle.Plans.Check;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Tests.Plans.Check;

public sealed class DayTests
{
    private static HeldYear Group() => HeldYear.Of("""
        groups:
          - { id: styrgrupp, name: Styrgruppen, meetings: [{ id: ordinarie, when: en gång i månaden utom juli }] }
        """);

    [Theory]
    [InlineData("2027-03-26", "långfredagen")]
    [InlineData("2027-06-25", "midsommarafton")]
    [InlineData("2027-02-13", "lördag")]
    [InlineData("2027-07-14", "semesterveckor")]
    [InlineData("2027-07-01", "uppdragsbeskrivningen undantar juli")]
    public void A_meeting_on_a_day_when_nobody_meets_is_listed_with_its_reason(string day, string reason)
    {
        var report = Group().Holds("Styrgruppen", day + " 09:00").Check();

        Assert.Equal(reason, Assert.Single(report.Closed).Reason);
        Assert.True(report.IsShort);
    }

    [Fact]
    public void A_klämdag_is_worth_a_remark_and_breaks_nothing()
    {
        var report = Group().Holds("Styrgruppen", "2027-05-07 09:00").Check();

        Assert.Empty(report.Closed);
        Assert.Contains("klämdag", Assert.Single(report.Remarks).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Stockholm", "2027-07-01T09:00")]
    [InlineData("W. Europe Standard Time", "2027-07-01T09:00")]
    [InlineData("Europe/London", "2027-07-01T10:00")]
    [InlineData("/example.org/Europe/Helsinki", "2027-07-01T08:00")]
    public void A_time_of_another_clock_is_read_as_Swedish_time(string zone, string local) =>
        Assert.Equal(
            LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value,
            StockholmClock.FromZone(new LocalDateTime(2027, 7, 1, 9, 0), zone));

    [Fact]
    public void Nine_in_summer_is_seven_in_UTC_and_eight_in_winter()
    {
        Assert.Equal(new LocalTime(9, 0), StockholmClock.FromUtc(new LocalDateTime(2027, 7, 1, 7, 0)).TimeOfDay);
        Assert.Equal(new LocalTime(9, 0), StockholmClock.FromUtc(new LocalDateTime(2027, 12, 1, 8, 0)).TimeOfDay);
        Assert.Null(StockholmClock.FromZone(new LocalDateTime(2027, 7, 1, 9, 0), "Kontorets tid"));
    }
}
