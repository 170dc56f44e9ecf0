using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;
using static AnnualCycle.Tests.Plans.SmallNetwork;

namespace AnnualCycle.Tests.Plans;

public sealed class YearPlanTests
{
    [Fact]
    public void Början_av_februari_lands_on_a_working_day_from_the_first_to_the_tenth()
    {
        var meeting = Assert.Single(Plan("  - { id: a, name: A, meetings: [{ id: feb, when: Början av februari, line: 70 }] }").Meetings);
        Assert.InRange(meeting.Date, new LocalDate(2027, 2, 1), new LocalDate(2027, 2, 10));
        Assert.Contains(meeting.Reasons, reason => reason.Text == "inom 1 februari–10 februari");
        Assert.Equal("nord/a/feb/2027-1", meeting.Id);
    }

    [Fact]
    public void Två_till_tre_per_halvår_plans_three_in_each_half_and_accepts_four_to_six()
    {
        var plan = Plan("  - { id: a, name: A, meetings: [{ id: o, when: cirka 2–3 gånger per halvår }] }");
        Assert.Equal([3, 3], plan.Meetings.GroupBy(meeting => meeting.Date.Month > 6).Select(half => half.Count()));
        Assert.Equal((4, 6, 6), (Rule(plan, "nord/a/o").Min, Rule(plan, "nord/a/o").Max, Rule(plan, "nord/a/o").Planned));
    }

    [Fact]
    public void Fyra_gånger_per_år_gives_one_meeting_in_each_quarter() =>
        Assert.Equal(
            [1, 2, 3, 4],
            Plan("  - { id: a, name: A, meetings: [{ id: o, when: fyra gånger per år }] }").Meetings.Select(meeting => (meeting.Date.Month + 2) / 3));

    [Fact]
    public void Vid_behov_books_nothing() =>
        Assert.Empty(Plan("  - { id: a, name: A, meetings: [{ id: o, when: vid behov }] }").Meetings);

    [Theory]
    [InlineData("v. 53")]
    [InlineData("femte måndagen i februari")]
    [InlineData("i september 2024")]
    [InlineData("vartannat år")]
    public void A_time_that_the_year_may_not_have_books_nothing_and_stays_open(string phrase)
    {
        var plan = Plan($"  - {"{"} id: a, name: A, meetings: [{"{"} id: o, when: {phrase} }}] }}");
        Assert.Empty(plan.Meetings);
        Assert.Equal(RuleStatus.Open, Rule(plan, "nord/a/o").Status);
    }

    [Fact]
    public void A_month_that_the_charter_excepts_has_no_meeting()
    {
        var plan = Plan("  - { id: a, name: A, meetings: [{ id: o, when: en gång i månaden utom juli }] }");
        Assert.Equal(11, plan.Meetings.Count);
        Assert.DoesNotContain(plan.Meetings, meeting => meeting.Date.Month == 7);
    }

    [Fact]
    public void A_meeting_that_finds_no_room_is_named_with_the_person_who_stands_in_its_way()
    {
        var input = Input("  - { id: a, name: A, seats: [ordförande], meetings: [{ id: feb, when: Början av februari }] }");
        var busy = Enumerable.Range(1, 10).Select(day => new BusyDay("eva@nord.example", new LocalDate(2027, 2, day), LocalTime.Midnight, new LocalTime(23, 59)));
        var plan = Network.Plan(input with
        {
            People = [new("nord/a.ordforande", "Eva Ek", "eva@nord.example", null, null, null, null)],
            Busy = [.. busy],
        });
        Assert.True(plan.IsShort);
        Assert.Equal(RuleStatus.Short, Rule(plan, "nord/a/feb").Status);
        Assert.Contains("1 möte fick inte plats 1 februari–10 februari: Eva Ek är upptagen", Rule(plan, "nord/a/feb").Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_room_that_has_a_calendar_holds_one_meeting_at_a_time_and_none_when_it_is_taken()
    {
        const string form = "meeting: { duration: 2 h, starts: [\"09:00\", \"13:00\"], place: Stora salen }, meetings: [{ id: m, when: andra tisdagen i mars }]";
        var input = Input($"  - {{ id: a, name: A, {form} }}\n  - {{ id: b, name: B, {form} }}");
        Assert.Equal([9, 9], Hours(input));
        Assert.Equal([9, 13], Hours(input with { Rooms = ["stora salen"] }));
        Assert.Equal([13], Hours(input with { Busy = [new BusyDay("Stora salen", new LocalDate(2027, 3, 9), new(8, 0), new(12, 0))] }));

        static IEnumerable<int> Hours(YearInput input) => Network.Plan(input).Meetings.Select(meeting => meeting.Start.Hour).Order();
    }

    [Fact]
    public void The_same_charters_give_the_same_bytes()
    {
        const string groups = "  - { id: a, name: A, meetings: [{ id: o, when: minst 6 gånger per år }] }";
        Assert.Equal(PlanJson.Write(Plan(groups)), PlanJson.Write(Plan(groups)));
    }

    [Fact]
    public void A_meeting_keeps_its_identity_when_it_gets_another_date()
    {
        const string may = "  - { id: a, name: A, seats: [o], meetings: [{ id: maj, when: Mitten av maj }] }";
        var first = Assert.Single(Plan(may).Meetings);
        var busy = new BusyDay("eva@nord.example", first.Date, LocalTime.Midnight, new LocalTime(23, 59));
        var second = Assert.Single(Network.Plan(Input(may) with
        {
            People = [new("nord/a.o", "Eva Ek", "eva@nord.example", null, null, null, null)],
            Busy = [busy],
        }).Meetings);
        Assert.NotEqual(first.Date, second.Date);
        Assert.Equal(first.Uid, second.Uid);
    }

    [Fact]
    public void An_unpublished_school_break_is_one_question_to_its_municipality() =>
        Assert.Single(Plan("  - { id: a, name: A }").Questions, question => question.Text == "Vilka dagar är sportlov, påsklov och höstlov 2027 i Ale?");

    [Fact]
    public void A_time_in_which_nobody_meets_is_a_mistake_in_the_charter_file()
    {
        var mistake = Assert.Single(YearCheck.Mistakes(Input("  - { id: a, name: A, meetings: [{ id: o, when: v. 29 }] }")));
        Assert.Equal(("nord.yaml", 5, "”v. 29” har ingen öppen dag 2027"), (mistake.File, mistake.Line, mistake.Text));
    }
}
