using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Charters;

public sealed class FiveChartersTests
{
    private static Group Group(string id) =>
        Network.FiveCharters.SelectMany(collaboration => collaboration.Groups).Single(group => group.Id == id);

    [Fact]
    public void The_five_collaborations_are_read_without_a_mistake() =>
        Assert.Equal(
            ["blekinge", "lgs-goteborg", "samla", "simba", "sodra-alvsborg"],
            Network.FiveCharters.Select(collaboration => collaboration.Id));

    [Fact]
    public void A_body_written_once_exists_once_for_each_municipality_and_theme()
    {
        var local = Network.FiveCharters[0].Groups.Select(group => group.Id).Where(id => id.StartsWith("blekinge/lokal-", StringComparison.Ordinal)).ToList();
        Assert.Equal(15, local.Count);
        Assert.Contains("blekinge/lokal-att-vaxa-upp-karlshamn", local);
        Assert.Equal(8, Network.FiveCharters[4].Groups.Count(group => group.Id.Contains("/lokal-ledningsgrupp-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("samla/samordningsgrupp", 12, 99)]
    [InlineData("lgs-goteborg/lgs", 24, 74)]
    [InlineData("lgs-goteborg/temagrupp-aldre", 18, 147)]
    [InlineData("sodra-alvsborg/dps", 24, 100)]
    [InlineData("sodra-alvsborg/styrgrupp", 24, 116)]
    public void A_chair_period_is_read_in_months_and_its_start_is_left_open(string group, int months, int line)
    {
        var chair = Group(group).Chair!;
        Assert.Equal((months, line, null), (chair.Months, chair.Source.Line, chair.Since));
    }

    [Theory]
    [InlineData("simba/ledningsgrupp", true, 66)]
    [InlineData("samla/samordningsgrupp", false, 87)]
    [InlineData("lgs-goteborg/lgs", false, 70)]
    [InlineData("lgs-goteborg/nosam-molndal", false, 184)]
    public void Whether_a_substitute_may_come_is_told_with_its_line(string group, bool allowed, int line)
    {
        var substitutes = Group(group).Substitutes!;
        Assert.Equal((allowed, line), (substitutes.Allowed, substitutes.Source.Line));
    }

    [Fact]
    public void The_agreement_of_Södra_Älvsborg_runs_four_years_and_is_prolonged_by_two_with_twelve_months_notice()
    {
        var agreement = Assert.Single(Network.FiveCharters[4].Agreements);
        Assert.Equal(new DateInterval(new LocalDate(2022, 1, 1), new LocalDate(2025, 12, 31)), agreement.FirstTerm);
        Assert.Equal((12, 2), (agreement.NoticeMonths, agreement.RenewalYears));
    }

    [Fact]
    public void The_presidium_of_LGS_sits_in_its_preparatory_group_and_the_temagroup_chairs_are_invited()
    {
        var seats = Group("lgs-goteborg/beredningsgrupp").Seats;
        var lgs = Group("lgs-goteborg/lgs").Seats.Select(seat => seat.Id).ToHashSet();
        Assert.Equal(3, seats.Count(seat => seat.Required && lgs.Contains(seat.Id)));
        Assert.Equal(4, seats.Count(seat => !seat.Required && seat.Id.Contains("/temagrupp-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_local_chair_of_Södra_Älvsborg_sits_in_the_Styrgrupp() =>
        Assert.Equal(8, Group("sodra-alvsborg/styrgrupp").Seats.Count(seat => seat.Id.Contains("/lokal-ledningsgrupp-", StringComparison.Ordinal)));

    [Fact]
    public void The_local_groups_of_Blekinge_have_the_eight_standing_points_of_their_charter() =>
        Assert.Equal(8, Group("blekinge/lokal-att-aldras-ronneby").Agenda.Count(point => point.Line == 90));

    // Every sentence of the five charters that states a number of meetings, with the line it stands on.
    [Theory]
    [InlineData("simba/ledningsgrupp", 70, 1, 1)]
    [InlineData("simba/ledningsgrupp", 72, 1, 1)]
    [InlineData("simba/ledningsgrupp", 74, 1, 1)]
    [InlineData("simba/ledningsgrupp", 76, 1, 1)]
    [InlineData("simba/ledningsgrupp", 68, 0, null)]
    [InlineData("samla/samordningsgrupp", 85, 4, 6)]
    [InlineData("lgs-goteborg/lgs", 100, 4, null)]
    [InlineData("lgs-goteborg/lgs", 231, 1, 2)]
    [InlineData("lgs-goteborg/lgs", 234, 1, 1)]
    [InlineData("lgs-goteborg/beredningsgrupp", 133, 6, 8)]
    [InlineData("lgs-goteborg/beredningsgrupp", 211, 1, 1)]
    [InlineData("sodra-alvsborg/dps", 84, 4, 4)]
    [InlineData("blekinge/lokal-att-vaxa-upp-olofstrom", 88, 6, null)]
    public void Every_stated_number_of_meetings_is_demanded_and_planned(string group, int line, int min, int? max)
    {
        var outcome = FiveYear.Plan.Groups.Single(planned => planned.Id == group).Rules
            .First(rule => rule.Line == line && rule.Kind is RuleKind.Meetings or RuleKind.Joint && rule.Line == line);
        Assert.Equal((min, max, RuleStatus.Fulfilled), (outcome.Min, outcome.Max, outcome.Status));
        Assert.InRange(outcome.Planned, min, max ?? int.MaxValue);
    }

    [Theory]
    [InlineData("lgs-goteborg/temagrupp-psykiatri")]
    [InlineData("samla/au")]
    [InlineData("sodra-alvsborg/styrgrupp")]
    [InlineData("sodra-alvsborg/presidium")]
    [InlineData("sodra-alvsborg/lokal-ledningsgrupp-mark")]
    public void A_body_without_a_stated_frequency_gets_a_question_and_no_meeting_of_its_own(string group)
    {
        Assert.DoesNotContain(FiveYear.Plan.Meetings, meeting => meeting.Groups is [var only] && only == group);
        Assert.Contains(FiveYear.Plan.Questions, question => question.Group == group && question.Suggestion is not null);
    }

    [Fact]
    public void No_seat_is_in_two_places_at_once_in_the_whole_network_of_2027()
    {
        var seats = Network.FiveCharters.SelectMany(collaboration => collaboration.Groups)
            .ToDictionary(group => group.Id, group => group.Seats.Where(seat => seat.Required).Select(seat => seat.Id).ToHashSet());
        var sameDay = FiveYear.Plan.Meetings.GroupBy(meeting => meeting.Date).SelectMany(Pairs);
        Assert.All(sameDay, pair => Assert.True(
            pair.Item1.End < pair.Item2.Start || pair.Item2.End < pair.Item1.Start
            || !pair.Item1.Groups.SelectMany(group => seats[group]).Intersect(pair.Item2.Groups.SelectMany(group => seats[group])).Any(),
            $"{pair.Item1.Id} and {pair.Item2.Id}"));
    }

    private static IEnumerable<(PlannedMeeting, PlannedMeeting)> Pairs(IEnumerable<PlannedMeeting> day) =>
        day.SelectMany((first, index) => day.Skip(index + 1).Select(second => (first, second)));
}

/// <summary>2027 of the five collaborations, planned once for all tests.</summary>
internal static class FiveYear
{
    public static YearInput Input { get; } = Network.Year(2027, Network.FiveCharters);

    public static Plan Plan { get; } = Network.Plan(Input);
}
