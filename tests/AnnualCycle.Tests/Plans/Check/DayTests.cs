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
}
