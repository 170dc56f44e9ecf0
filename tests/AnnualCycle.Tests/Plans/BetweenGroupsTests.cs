using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;
using static AnnualCycle.Tests.Plans.SmallNetwork;

namespace AnnualCycle.Tests.Plans;

public sealed class BetweenGroupsTests
{
    [Fact]
    public void A_decided_date_takes_the_place_of_the_window_it_lies_in_and_the_others_are_planned()
    {
        var input = Input("""
              - { id: a, name: A, meetings: [{ id: feb, when: Början av februari }, { id: maj, when: Mitten av maj }] }
            """);
        var decided = new GivenDate("nord/a", new LocalDate(2027, 5, 12), new LocalTime(9, 0), new LocalTime(10, 0), null);
        var plan = Network.Plan(input with { Given = [decided] });
        Assert.Equal([2, 5], plan.Meetings.Select(meeting => meeting.Date.Month));
        Assert.Equal(RuleStatus.Fulfilled, Rule(plan, "nord/a/maj").Status);
        Assert.False(plan.IsShort);
    }

    [Fact]
    public void A_joint_meeting_with_a_political_body_is_prepared_like_the_bodys_own()
    {
        var plan = Network.Plan(Network.Year(2027, Network.Charter(Head + """
              - { id: lgs, name: LGS }
              - { id: samrad, name: Samråd, dates: given }
              - { id: bg, name: BG, prepares: [{ for: samrad, when: bereder }] }
            joint: [{ id: ls, name: Gemensamt, groups: [lgs, samrad], when: en gång per år, line: 12 }]
            """)));
        var joint = plan.Meetings.Single(meeting => meeting.Kind == MeetingKind.Joint);
        var before = plan.Meetings.Single(meeting => meeting.Groups[0] == "nord/bg");
        Assert.InRange(Period.DaysBetween(before.Date, joint.Date), 7, 21);
        Assert.Contains("förslag", Rule(plan, "nord/ls").Note, StringComparison.Ordinal);
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
    public void A_joint_meeting_with_a_body_whose_dates_are_decided_is_held_on_one_of_them()
    {
        var input = Network.Year(2027, Network.Charter(Head + """
              - { id: lgs, name: LGS }
              - { id: samrad, name: Samråd, dates: given }
            joint: [{ id: ls, name: Gemensamt, groups: [lgs, samrad], when: en till två gånger per år, line: 12 }]
            """));
        GivenDate On(int month, int day) =>
            new("nord/samrad", new LocalDate(2027, month, day), new LocalTime(13, 0), new LocalTime(15, 0), null);
        var plan = Network.Plan(input with { Given = [On(3, 24), On(6, 2), On(10, 20)] });
        var joint = plan.Meetings.Where(meeting => meeting.Kind == MeetingKind.Joint).ToList();
        Assert.Equal([new LocalDate(2027, 3, 24), new LocalDate(2027, 10, 20)], joint.Select(meeting => meeting.Date));
        Assert.All(joint, meeting => Assert.True(meeting.End <= new LocalTime(13, 0) || meeting.Start >= new LocalTime(15, 0)));
        Assert.Equal("förslag: samma dagar som Samråd", Rule(plan, "nord/ls").Note);
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
}
