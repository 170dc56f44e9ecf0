using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Plans;

public sealed class YearPlanTests
{
    private const string Head = """
        collaboration: Nord
        municipalities: [Ale]
        charter: { document: Uppdrag }
        groups:

        """;

    private static YearInput Input(string groups, int year = 2027) => Network.Year(year, Network.Charter(Head + groups));

    private static Plan Plan(string groups, int year = 2027) => Network.Plan(Input(groups, year));

    private static RuleOutcome Rule(Plan plan, string id) => plan.Groups.SelectMany(group => group.Rules).First(rule => rule.Id == id);

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

    [Fact]
    public void A_month_that_the_charter_excepts_has_no_meeting()
    {
        var plan = Plan("  - { id: a, name: A, meetings: [{ id: o, when: en gång i månaden utom juli }] }");
        Assert.Equal(11, plan.Meetings.Count);
        Assert.DoesNotContain(plan.Meetings, meeting => meeting.Date.Month == 7);
    }

    [Fact]
    public void A_preparatory_meeting_comes_two_to_three_weeks_before_each_main_one()
    {
        var plan = Plan("""
              - { id: lgs, name: LGS, meetings: [{ id: o, when: minst fyra gånger/år }] }
              - id: bg
                name: BG
                meetings: [{ id: o, when: cirka sex-åtta gånger/år }]
                prepares: [{ for: lgs, when: Fastställa agenda, lead: 14..21 }]
            """);
        var preparing = plan.Meetings.Where(meeting => meeting.Groups[0] == "nord/bg").ToList();
        Assert.All(plan.Meetings.Where(meeting => meeting.Groups[0] == "nord/lgs"), main =>
            Assert.Contains(preparing, prep => Period.DaysBetween(prep.Date, main.Date) is >= 14 and <= 21));
        Assert.Equal(RuleStatus.Fulfilled, Rule(plan, "nord/bg/infor-lgs").Status);
        Assert.InRange(preparing.Count, 6, 8);
    }

    [Fact]
    public void Two_groups_that_share_a_seat_never_meet_at_the_same_time_and_the_one_that_yields_says_so()
    {
        const string month = "meetings: [{ id: o, when: Mitten av mars }], meeting: { starts: [\"09:00\"], weekdays: tisdag } }";
        var plan = Plan($"""
              - {"{"} id: a, name: A-gruppen, seats: [ordförande], {month}
              - {"{"} id: b, name: B-gruppen, seats: [a.ordförande], {month}
            """);
        Assert.Equal(2, plan.Meetings.Select(meeting => meeting.Date).Distinct().Count());
        Assert.Contains(plan.Meetings, meeting => meeting.Reasons.Any(reason =>
            reason.Term == "seat" && reason.Text.Contains("ordförande (A-gruppen) sitter då i", StringComparison.Ordinal)));
    }

    [Fact]
    public void Given_dates_stand_where_they_were_decided_even_on_a_saturday_and_others_prepare_for_them()
    {
        var input = Input("""
              - { id: samrad, name: Samråd, dates: given, line: 9 }
              - { id: bg, name: BG, prepares: [{ for: samrad, when: bereder ärenden }] }
            """);
        Assert.Contains(Network.Plan(input).Questions, question => question.Text == "Vilka dagar möts Samråd 2027?");

        var decided = new GivenDate("nord/samrad", new LocalDate(2027, 5, 22), new LocalTime(10, 0), new LocalTime(12, 0), "Vårsamråd");
        var plan = Network.Plan(input with { Given = [decided] });
        var given = plan.Meetings.Single(meeting => meeting.Kind == MeetingKind.Given);
        Assert.Equal((decided.Date, decided.Start, decided.End, "Vårsamråd"), (given.Date, given.Start, given.End, given.Title));
        Assert.Contains(plan.Meetings, meeting => meeting.Groups[0] == "nord/bg" && Period.DaysBetween(meeting.Date, given.Date) is >= 7 and <= 21);
        Assert.DoesNotContain(plan.Questions, question => question.Text.StartsWith("Vilka dagar möts", StringComparison.Ordinal));
    }

    [Fact]
    public void Meetings_before_given_dates_are_among_the_number_that_the_charter_states()
    {
        var input = Input("""
              - { id: lgs, name: LGS, meetings: [{ id: o, when: minst fyra gånger/år }] }
              - { id: samrad, name: Samråd, dates: given }
              - id: bg
                name: BG
                meetings: [{ id: o, when: cirka sex-åtta gånger/år }]
                prepares: [{ for: lgs, when: bereder }, { for: samrad, when: bereder }]
            """);
        GivenDate On(int month, int day) => new("nord/samrad", new LocalDate(2027, month, day), new LocalTime(10, 0), new LocalTime(12, 0), null);
        var plan = Network.Plan(input with { Given = [On(3, 24), On(10, 20)] });
        Assert.InRange(Rule(plan, "nord/bg/o").Planned, 6, 8);
        Assert.Equal(RuleStatus.Fulfilled, Rule(plan, "nord/bg/infor-lgs").Status);
        Assert.Equal((2, RuleStatus.Fulfilled), (Rule(plan, "nord/bg/infor-samrad").Planned, Rule(plan, "nord/bg/infor-samrad").Status));
    }

    [Fact]
    public void A_joint_meeting_is_one_meeting_and_counts_for_each_of_its_owners()
    {
        var yaml = Head + """
              - { id: a, name: A, meetings: [{ id: o, when: minst två gånger per år }] }
              - { id: b, name: B }
            joint: [{ id: ab, name: Gemensamt, groups: [a, b], when: en gång per år, line: 12 }]
            """;
        var plan = Network.Plan(Network.Year(2027, Network.Charter(yaml)));
        Assert.Equal(["nord/a", "nord/b"], Assert.Single(plan.Meetings, meeting => meeting.Kind == MeetingKind.Joint).Groups);
        Assert.Equal(3, Rule(plan, "nord/a/o").Planned);
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
