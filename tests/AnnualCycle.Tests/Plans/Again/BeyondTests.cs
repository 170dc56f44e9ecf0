using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using static AnnualCycle.Tests.Plans.SmallNetwork;

namespace AnnualCycle.Tests.Plans.Again;

public sealed class BeyondTests
{
    private const string Six = "  - { id: a, name: A, seats: [ordförande], meetings: [{ id: o, when: minst 6 gånger per år }] }";

    [Fact]
    public void Fixed_meetings_that_no_rule_demands_any_more_stay_and_free_ones_go()
    {
        var before = Plan(Six);
        var adopted = before with { Meetings = [.. before.Meetings.Select((own, index) => index < 2 ? own with { Status = MeetingStatus.Adopted } : own)] };
        var after = Replan(Input("  - { id: a, name: A, seats: [ordförande] }"), adopted);
        Assert.Equal(adopted.Meetings.Take(2).Select(own => own.Uid), after.Meetings.Select(own => own.Uid));
        Assert.Equal(4, after.Retired.Count);
    }

    [Fact]
    public void A_group_that_leaves_the_charter_keeps_its_name_while_an_adopted_meeting_stands()
    {
        var two = Six + "\n  - { id: b, name: B, meetings: [{ id: maj, when: Mitten av maj }] }";
        var before = PlanEdit.Adopt(Plan(two)).Plan;
        var after = Replan(Input(Six), before);
        Assert.Equal(["A", "B"], after.Groups.Select(group => group.Name));
        Assert.Equal(before.Meetings.Select(own => own.Uid), after.Meetings.Select(own => own.Uid));
        Assert.Contains("nord/b", PlanCsv.Write(after), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_added_by_hand_survives_and_others_keep_clear_of_its_people()
    {
        const string pair = "  - { id: a, name: A, seats: [ordförande] }\n  - { id: b, name: B, seats: [{ seat: a.ordförande }], meetings: [{ id: maj, when: Mitten av maj }] }";
        var may = Plan(pair).Meetings.Single();
        var added = Edit(pair).Add(Plan(pair), "a", may.Date, may.Start);
        var after = Replan(Input(pair), added.Plan);
        var stands = after.Meetings.Single(own => own.Rule == "nord/a/tillagt");
        Assert.Equal((may.Date, may.Start, true, (string?)null), (stands.Date, stands.Start, stands.Locked, stands.Sentence));
        var other = after.Meetings.Single(own => own.Uid == may.Uid);
        Assert.NotEqual((may.Date, may.Start), (other.Date, other.Start));
    }

    private static PlanEdit Edit(string groups) => new(Input(groups));

    private static Plan Replan(YearInput input, Plan before) =>
        YearPlanner.Replan(input, before, new SolveBudget { Steps = 60, Bound = false }).Plan;
}
