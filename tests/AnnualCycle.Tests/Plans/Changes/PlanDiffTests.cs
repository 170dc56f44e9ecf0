using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Testing;
using NodaTime;
using static AnnualCycle.Tests.Plans.SmallNetwork;

namespace AnnualCycle.Tests.Plans.Changes;

public sealed class PlanDiffTests
{
    private const string Group = "  - { id: a, name: Ledningsgrupp, meetings: [{ id: o, when: fyra gånger per år }], reports: [{ id: r, title: Årsrapport, when: senast den 15 april }] }";

    private static readonly Plan Before = At(Plan(Group), new LocalDate(2027, 2, 4));

    [Fact]
    public void Everything_is_new_while_nothing_is_published()
    {
        var diff = PlanDiff.Between(null, Before);
        Assert.Equal("4 nya, 1 frist ändras", diff.Summary);
        Assert.Equal("Nytt: Nord Ledningsgrupp tor 4 feb 09:00", diff.Changes[0].Text);
        Assert.Equal("Ny frist: Nord Årsrapport 15 april", diff.Changes[^1].Text);
    }

    [Fact]
    public void A_moved_meeting_shows_where_it_was_and_where_it_is()
    {
        var change = Assert.Single(PlanDiff.Between(Before, At(Before, new LocalDate(2027, 2, 9))).Changes);
        Assert.Equal("Flyttas: Nord Ledningsgrupp tor 4 feb 09:00 → tis 9 feb 09:00", change.Text);
        Assert.Equal((new LocalDate(2027, 2, 4), new LocalDate(2027, 2, 9)), (change.MeetingBefore!.Date, change.MeetingAfter!.Date));
    }

    [Fact]
    public void A_longer_meeting_shows_its_end() =>
        Assert.Equal("Flyttas: Nord Ledningsgrupp tor 4 feb 09:00–10:30 → 09:00–12:00", Text(own => own with { End = new LocalTime(12, 0) }));

    [Fact]
    public void A_cancelled_meeting_shows_its_reason() =>
        Assert.Equal("Ställs in: Nord Ledningsgrupp tor 4 feb 09:00 (sjukdom)", Text(own => own with
        {
            Status = MeetingStatus.Cancelled, CancelledOn = Network.Today, CancelReason = "sjukdom",
        }));

    [Fact]
    public void An_adopted_meeting_and_a_new_place_are_two_things_that_happened() =>
        Assert.Equal(
            ["Fastställs: Nord Ledningsgrupp tor 4 feb 09:00", "Ändrad text: Nord Ledningsgrupp tor 4 feb 09:00 (plats)"],
            PlanDiff.Between(Before, With(own => own with { Status = MeetingStatus.Adopted, Place = "Ale" })).Changes.Select(change => change.Text));

    [Fact]
    public void A_meeting_that_is_no_longer_there_is_taken_away_and_the_rest_stand()
    {
        var diff = PlanDiff.Between(Before, Before with { Meetings = [.. Before.Meetings.Skip(1)] });
        Assert.Equal(("Tas bort: Nord Ledningsgrupp tor 4 feb 09:00", ChangeKind.Removed), (diff.Changes[0].Text, diff.Changes[0].Kind));
        Assert.Equal("1 tas bort, 3 står kvar", diff.Summary);
    }

    [Fact]
    public void A_cancelled_meeting_that_is_taken_away_later_is_no_news()
    {
        var cancelled = With(own => own with { Status = MeetingStatus.Cancelled });
        Assert.Empty(PlanDiff.Between(cancelled, cancelled with { Meetings = [.. cancelled.Meetings.Skip(1)] }).Changes);
    }

    [Fact]
    public void A_deadline_that_moves_shows_both_days()
    {
        var later = Before with { Deadlines = [Before.Deadlines[0] with { Due = new LocalDate(2027, 4, 20) }] };
        Assert.Equal("Frist flyttas: Nord Årsrapport 15 april → 20 april", Assert.Single(PlanDiff.Between(Before, later).Changes).Text);
    }

    [Fact]
    public void The_five_charters_plan_against_itself_shows_nothing()
    {
        var plan = Network.Plan(Network.Year(2027, [.. Network.FiveCharters]));
        Assert.Equal($"{plan.Meetings.Count} står kvar", PlanDiff.Between(plan, plan).Summary);
    }

    private static string Text(Func<PlannedMeeting, PlannedMeeting> change) =>
        Assert.Single(PlanDiff.Between(Before, With(change)).Changes).Text;

    private static Plan At(Plan plan, LocalDate date) => plan with { Meetings = [plan.Meetings[0] with { Date = date }, .. plan.Meetings.Skip(1)] };

    private static Plan With(Func<PlannedMeeting, PlannedMeeting> change) => Before with { Meetings = [change(Before.Meetings[0]), .. Before.Meetings.Skip(1)] };
}
