using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;
using static AnnualCycle.Tests.Plans.SmallNetwork;

namespace AnnualCycle.Tests.Plans.Again;

public sealed class RunningYearTests
{
    private const string Four = "  - { id: a, name: A, meetings: [{ id: o, when: fyra gånger per år }] }";

    private static readonly LocalDate Tomorrow = new(2027, 9, 1);

    [Fact]
    public void Planning_from_tomorrow_places_nothing_before_and_counts_the_rest_as_held()
    {
        var plan = Running(Four);
        Assert.All(plan.Meetings, meeting => Assert.True(meeting.Date >= Tomorrow));
        Assert.All(plan.AssumedHeld, meeting => Assert.True(meeting.Date < Tomorrow));
        Assert.Equal(4, plan.Meetings.Count + plan.AssumedHeld.Count);
        Assert.Equal((RuleStatus.Fulfilled, 4), (Rule(plan, "nord/a/o").Status, Rule(plan, "nord/a/o").Planned));
        Assert.Equal($"{plan.AssumedHeld.Count} före 1 september räknas som hållna", Rule(plan, "nord/a/o").Note);
    }

    [Fact]
    public void What_is_counted_as_held_stands_in_no_table_of_dates()
    {
        var plan = Running(Four);
        Assert.DoesNotContain(SwedishDates.Iso(plan.AssumedHeld[0].Date), PlanCsv.Write(plan), StringComparison.Ordinal);
        Assert.DoesNotContain(SwedishDates.Short(plan.AssumedHeld[0].Date), PlanTable.Write(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_year_planned_again_keeps_what_is_counted_as_held()
    {
        var before = Running(Four);
        var after = Replan(Four, before, Tomorrow.PlusDays(7));
        Assert.Equal(before.AssumedHeld.Select(own => (own.Uid, own.Date)), after.AssumedHeld.Select(own => (own.Uid, own.Date)));
        Assert.Equal(before.Meetings.Select(own => (own.Uid, own.Date)), after.Meetings.Select(own => (own.Uid, own.Date)));
        Assert.Equal(Rule(before, "nord/a/o"), Rule(after, "nord/a/o"));
    }

    [Fact]
    public void A_meeting_that_took_place_since_is_past_and_no_assumption()
    {
        var before = Running(Four);
        var after = Replan(Four, before, before.Meetings[0].Date.PlusDays(1));
        Assert.Equal(before.Meetings, after.Meetings.Take(1).Concat(before.Meetings.Skip(1)));
        Assert.Equal(before.AssumedHeld.Count, after.AssumedHeld.Count);
    }

    [Fact]
    public void A_charter_that_demands_more_during_the_year_gets_it_in_the_days_that_are_left()
    {
        var before = Running("  - { id: a, name: A, meetings: [{ id: o, when: minst 4 gånger per år }] }");
        var after = Replan("  - { id: a, name: A, meetings: [{ id: o, when: minst 6 gånger per år }] }", before, Tomorrow);
        Assert.Equal(before.AssumedHeld.Count, after.AssumedHeld.Count);
        Assert.Equal(before.Meetings.Count + 2, after.Meetings.Count);
        Assert.All(after.Meetings, meeting => Assert.True(meeting.Date >= Tomorrow));
    }

    [Fact]
    public void A_group_that_is_new_in_september_counts_its_spring_as_held_too()
    {
        var after = Replan(Four + "\n  - { id: b, name: B, meetings: [{ id: o, when: fyra gånger per år }] }", Running(Four), Tomorrow);
        Assert.Contains(after.AssumedHeld, meeting => meeting.Groups[0] == "nord/b");
        Assert.All(after.Meetings, meeting => Assert.True(meeting.Date >= Tomorrow));
    }

    [Fact]
    public void A_report_whose_day_has_passed_is_no_event_but_counts()
    {
        var plan = Running("  - { id: a, name: A, reports: [{ id: r, title: Delårsrapport, when: kvartalsvis, due: senast 3 veckor efter kvartalets slut }] }");
        Assert.Equal([new LocalDate(2027, 10, 21), new LocalDate(2028, 1, 21)], plan.Deadlines.Select(own => own.Due!.Value));
        Assert.Equal((RuleStatus.Fulfilled, 4, "2 före 1 september räknas som gjorda"), (Rule(plan, "nord/a/r").Status, Rule(plan, "nord/a/r").Planned, Rule(plan, "nord/a/r").Note));
    }

    [Fact]
    public void A_report_that_people_had_in_their_calendars_does_not_vanish_when_its_day_has_passed()
    {
        const string report = "  - { id: a, name: A, reports: [{ id: r, title: Delårsrapport, when: kvartalsvis, due: senast 3 veckor efter kvartalets slut }] }";
        Assert.Equal(2, Replan(report, Running(report), new LocalDate(2027, 11, 1)).Deadlines.Count);
    }

    [Fact]
    public void A_revision_that_nobody_made_is_shown_as_late_also_when_planning_begins_afterwards()
    {
        var input = Network.Year(2027, Network.Charter("""
            collaboration: Nord
            charter: { document: Uppdrag, revisions: [{ id: rev, title: Nästa revidering, date: 2027-03-31, when: Nästa revidering, line: 45 }] }
            groups: [{ id: a, name: A }]
            """)) with { From = Tomorrow, Today = Tomorrow.PlusDays(-1) };
        Assert.Equal("försenad", Assert.Single(Network.Plan(input).Deadlines).Condition);
    }

    private static Plan Running(string groups) => Network.Plan(Input(groups) with { From = Tomorrow, Today = Tomorrow.PlusDays(-1) });

    private static Plan Replan(string groups, Plan before, LocalDate from) => YearPlanner.Replan(
        Input(groups) with { From = from, Today = from.PlusDays(-1) }, before, new SolveBudget { Steps = 60, Bound = false }).Plan;
}
