using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Testing;
using NodaTime;
using static AnnualCycle.Tests.Plans.SmallNetwork;

namespace AnnualCycle.Tests.Plans.Again;

public sealed class CalmTests
{
    private const string Six = "  - { id: a, name: A, seats: [ordförande], meetings: [{ id: o, when: minst 6 gånger per år }] }";

    private const string Eight = "  - { id: a, name: A, seats: [ordförande], meetings: [{ id: o, when: minst 8 gånger per år }] }";

    private const string Four = "  - { id: a, name: A, seats: [ordförande], meetings: [{ id: o, when: minst 4 gånger per år }] }";

    [Fact]
    public void Planned_again_from_the_same_five_charters_nothing_is_another_than_before()
    {
        var input = Network.Year(2027, [.. Network.FiveCharters]);
        var before = Network.Plan(input);
        var after = Replan(input, before);
        Assert.Empty(PlanDiff.Between(before, after).Changes);
        Assert.Equal(before.Meetings.Select(own => own.Id), after.Meetings.Select(own => own.Id));
        Assert.Equal(before.Groups.Select(group => group.Usual), after.Groups.Select(group => group.Usual));
        Assert.Equal(before.Groups.SelectMany(group => group.Rules), after.Groups.SelectMany(group => group.Rules));
        Assert.Empty(after.Retired);
    }

    [Fact]
    public void Planning_again_twice_gives_the_same_bytes()
    {
        var (before, input) = (Plan(Six), Input(Eight));
        Assert.Equal(PlanJson.Write(Replan(input, before)), PlanJson.Write(Replan(input, before)));
    }

    [Fact]
    public void A_day_that_the_chair_cannot_attend_moves_that_meeting_alone_and_says_why()
    {
        var before = Plan(Six);
        var hit = before.Meetings[2];
        var after = Replan(Busy(Six, hit.Date), before);
        var change = Assert.Single(PlanDiff.Between(before, after).Changes);
        Assert.Equal((ChangeKind.Moved, hit.Uid), (change.Kind, change.Uid));
        Assert.StartsWith("flyttat från ", change.MeetingAfter!.Reasons[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("Eva Ek är upptagen", change.MeetingAfter.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_on_a_day_that_becomes_closed_moves_and_names_the_closed_day()
    {
        var before = Plan("  - { id: a, name: A, meetings: [{ id: maj, when: Mitten av maj }] }");
        var whitsun = new LocalDate(2027, 5, 6);
        var stranded = before with { Meetings = [before.Meetings[0] with { Date = whitsun }] };
        var input = Input("  - { id: a, name: A, meetings: [{ id: maj, when: i maj }] }");
        var moved = Assert.Single(Replan(input, stranded).Meetings);
        Assert.NotEqual(whitsun, moved.Date);
        Assert.Equal("flyttat från tor 6 maj 09:00: stängt, Kristi himmelsfärdsdag", moved.Reasons[0].Text);
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("adopted")]
    [InlineData("cancelled")]
    [InlineData("past")]
    public void What_is_fixed_stays_where_it_is_even_on_a_day_when_nobody_can_come(string why)
    {
        var before = Plan(Six);
        var hit = before.Meetings[2];
        before = before with { Meetings = [.. before.Meetings.Select(own => own == hit ? Fixed(own, why) : own)] };
        var input = Busy(Six, hit.Date) with { Today = why == "past" ? hit.Date : new LocalDate(2026, 11, 22) };
        var after = Replan(input, before).Meetings.Single(own => own.Uid == hit.Uid);
        Assert.Equal((hit.Date, hit.Start, hit.End), (after.Date, after.Start, after.End));
        Assert.Equal(before.Meetings[2].Status, after.Status);
        Assert.Equal(why == "locked", after.Reasons.Any(reason => reason.Text == "eget val"));
    }

    private static PlannedMeeting Fixed(PlannedMeeting meeting, string why) => why switch
    {
        "locked" => meeting with { Locked = true },
        "adopted" => meeting with { Status = MeetingStatus.Adopted },
        "cancelled" => meeting with { Status = MeetingStatus.Cancelled, CancelledOn = new LocalDate(2026, 11, 20), CancelReason = "sjukdom" },
        _ => meeting,
    };

    [Fact]
    public void A_charter_that_demands_two_more_keeps_the_six_and_gives_the_new_ones_fresh_ordinals()
    {
        var before = Plan(Six);
        var after = Replan(Input(Eight), before);
        Assert.Equal(8, after.Meetings.Count);
        Assert.Superset(before.Meetings.Select(own => own.Uid).ToHashSet(), after.Meetings.Select(own => own.Uid).ToHashSet());
        Assert.Equal(["nord/a/o/2027-7", "nord/a/o/2027-8"], after.Meetings.Select(own => own.Id).Except(before.Meetings.Select(own => own.Id)).Order());
    }

    [Fact]
    public void An_ordinal_that_a_meeting_once_had_is_never_given_again()
    {
        var fewer = Replan(Input(Four), Plan(Six));
        Assert.Equal(4, fewer.Meetings.Count);
        Assert.Equal(2, fewer.Retired.Count);
        var more = Replan(Input(Six), fewer);
        Assert.Equal(["nord/a/o/2027-7", "nord/a/o/2027-8"], more.Meetings.Select(own => own.Id).Except(fewer.Meetings.Select(own => own.Id)).Order());
        Assert.Equal(fewer.Retired, more.Retired);
    }

    [Fact]
    public void A_cancelled_meeting_leaves_its_sentence_short_and_is_not_replaced_behind_peoples_backs()
    {
        var before = Plan(Six);
        var after = Replan(Input(Six), Edit(Six).Cancel(before, before.Meetings[3].Id, new LocalDate(2026, 11, 22), "flytt av lokaler").Plan);
        Assert.Equal(6, after.Meetings.Count);
        var cancelled = Assert.Single(after.Meetings, own => own.IsCancelled);
        Assert.Equal(("flytt av lokaler", new LocalDate(2026, 11, 22)), (cancelled.CancelReason, cancelled.CancelledOn));
        Assert.Equal((RuleStatus.Short, 5, "1 inställt"), (Rule(after, "nord/a/o").Status, Rule(after, "nord/a/o").Planned, Rule(after, "nord/a/o").Note));
    }

    [Fact]
    public void A_meeting_that_gives_way_to_a_persons_choice_says_who_sits_there()
    {
        const string pair = "  - { id: a, name: A, seats: [ordförande], meetings: [{ id: o, when: fyra gånger per år }] }\n  - { id: b, name: B, seats: [{ seat: a.ordförande }], meetings: [{ id: maj, when: Mitten av maj }] }";
        var plan = Plan(pair);
        var may = plan.Meetings.Single(own => own.Rule == "nord/b/maj");
        var moved = Edit(pair).Move(plan, "nord/a/o/2027-2", may.Date, may.Start).Plan;
        var other = Replan(Input(pair), moved).Meetings.Single(own => own.Uid == may.Uid);
        Assert.Equal((may.Date, new LocalTime(13, 0)), (other.Date, other.Start));
        Assert.EndsWith("ordförande (A) sitter då i A", other.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_moved_past_its_neighbour_by_a_person_leaves_the_neighbour_where_it_is()
    {
        const string named = "  - { id: a, name: A, meetings: [{ id: feb, when: Början av februari }, { id: maj, when: Mitten av maj }] }";
        var before = Plan(named);
        var moved = Edit(named).Move(before, "nord/a/feb/2027-1", new LocalDate(2027, 6, 9)).Plan;
        var after = Replan(Input(named), moved);
        Assert.Empty(PlanDiff.Between(moved, after).Changes);
        Assert.Equal(0, after.Score.Unplaced);
    }

    [Fact]
    public void Work_around_a_meeting_keeps_its_identity_when_another_meeting_comes_before_it()
    {
        static string Notes(string when) => $"  - {{ id: a, name: A, meetings: [{{ id: o, when: {when} }}], tasks: [{{ id: kallelse, title: Kallelse, when: senast sju dagar före mötet }}] }}";
        var before = Plan(Notes("minst 4 gånger per år"));
        var after = Replan(Input(Notes("minst 5 gånger per år")), before);
        Assert.Equal(5, after.Deadlines.Count);
        Assert.All(before.Deadlines, deadline =>
            Assert.Equal(deadline.Meeting, after.Deadlines.Single(own => own.Uid == deadline.Uid).Meeting));
    }

    [Fact]
    public void A_plan_of_another_year_is_refused() =>
        Assert.Throws<ArgumentException>(() => Replan(Input(Six) with { Year = 2028 }, Plan(Six)));

    private static PlanEdit Edit(string groups) => new(Input(groups));

    private static YearInput Busy(string groups, LocalDate day) => Input(groups) with
    {
        People = [new("nord/a.ordforande", "Eva Ek", "eva@nord.example", null, null, null, null)],
        Busy = [new BusyDay("eva@nord.example", day, LocalTime.Midnight, new LocalTime(23, 59))],
    };

    private static Plan Replan(YearInput input, Plan before) =>
        YearPlanner.Replan(input, before, new SolveBudget { Steps = 60, Bound = false }).Plan;
}
