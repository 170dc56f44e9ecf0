using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.People;

/// <summary>After an election the political groups have to be filled anew.</summary>
public sealed class NewMandateTests
{
    private const string Chair = "sodra-alvsborg/dps.ordforande", Vice = "sodra-alvsborg/dps.vice-ordforande";
    private static readonly IReadOnlyList<Collaboration> Dps = [Network.FiveCharters[4]];
    private static readonly LocalDate Today = Network.Today;
    private static readonly LocalDate First = new(2027, 1, 1);

    [Theory]
    [InlineData("2026-09-12", "2022-09-11")]
    [InlineData("2026-09-13", "2026-09-13")]
    [InlineData("2030-09-07", "2026-09-13")]
    [InlineData("2030-09-08", "2030-09-08")]
    [InlineData("2021-01-01", "2018-09-09")]
    public void Elections_are_on_the_second_Sunday_of_September_every_fourth_year(string day, string election) =>
        Assert.Equal(Day(election), Elections.Last(Day(day)));

    [Fact]
    public void From_the_election_on_a_political_group_that_nobody_is_chosen_for_is_told()
    {
        Membership[] before = [Person(Chair, "anna"), Person(Vice, "bo"), Person(Vice, "cecilia", to: First.PlusDays(-1))];
        var mandate = Assert.Single(NewMandates.Of(Dps, before, Today));
        Assert.Equal("nytt mandat från 2027-01-01: i Delregionalt politiskt samråd (DPS) "
            + "(Närvårdssamverkan Södra Älvsborg) har ingen en plats än; 2 personer står kvar tills vidare sedan tidigare", mandate.Text);
        Assert.Empty(NewMandates.Of(Dps, before, new LocalDate(2026, 9, 12)));
        Assert.Single(NewMandates.Of(Dps, before, new LocalDate(2026, 9, 13)));
        Assert.Single(NewMandates.Of(Dps, before, new LocalDate(2027, 12, 31)));
        Assert.Empty(NewMandates.Of(Dps, before, new LocalDate(2028, 1, 1)));
    }

    [Fact]
    public void One_who_begins_with_the_mandate_or_is_said_to_stay_into_it_is_enough()
    {
        Assert.Empty(NewMandates.Of(Dps, [Person(Chair, "anna", from: First)], Today));
        Assert.Empty(NewMandates.Of(Dps, [Person(Chair, "anna", to: First)], Today));
        Assert.Single(NewMandates.Of(Dps, [Person(Chair, "anna", to: First.PlusDays(-1))], Today));
        Assert.Single(NewMandates.Of(
            Dps, [Person(Chair, "anna", from: First) with { Substitute = true }], Today));
    }

    [Fact]
    public void The_political_bodies_of_the_five_charters_are_marked() => Assert.Equal(
        [
            "lgs-goteborg/politiskt-samrad", "lgs-goteborg/politiskt-presidium", "samla/politiska-samradsgruppen",
            "sodra-alvsborg/dps", "sodra-alvsborg/presidium",
        ],
        Network.FiveCharters.SelectMany(own => own.Groups).Where(group => group.Political).Select(group => group.Id));

    private static Membership Person(string seat, string name, LocalDate? from = null, LocalDate? to = null) =>
        new(seat, name, $"{name}@nord.example", null, null, from, to);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
