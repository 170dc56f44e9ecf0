using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Testing;
using NodaTime;
using static AnnualCycle.Tests.Plans.SmallNetwork;

namespace AnnualCycle.Tests.Plans.Changes;

public sealed class PlanEditTests
{
    private const string Groups = """
          - { id: a, name: A, seats: [ordförande], meetings: [{ id: feb, when: Början av februari, line: 70 }], tasks: [{ id: kallelse, title: Kallelse, when: senast sju dagar före mötet }] }
          - { id: b, name: B, seats: [{ seat: a.ordförande }], meetings: [{ id: o, when: minst 2 gånger per år }] }
        """;

    private static readonly LocalDate Day = new(2027, 2, 9);

    private static readonly Plan Before = Plan(Groups);

    private static readonly PlanEdit Edit = new(Input(Groups));

    [Fact]
    public void A_moved_meeting_is_locked_where_a_person_put_it_and_the_work_around_it_follows()
    {
        var edited = Edit.Move(Before, "nord/a/feb/2027-1", Day, new LocalTime(14, 0));
        Assert.True(edited.IsDone);
        Assert.Equal((Day, new LocalTime(14, 0), new LocalTime(15, 30), true), (edited.Meeting!.Date, edited.Meeting.Start, edited.Meeting.End, edited.Meeting.Locked));
        Assert.Equal("eget val", edited.Meeting.Reasons[0].Text);
        Assert.Equal(Day.PlusDays(-7), Assert.Single(edited.Plan.Deadlines).Due);
        Assert.Equal(Before.Deadlines[0].Uid, edited.Plan.Deadlines[0].Uid);
    }

    [Theory]
    [InlineData("feb/2027-1")]
    [InlineData("a/feb/2027-1")]
    public void A_meeting_may_be_named_by_the_end_of_its_id(string name) =>
        Assert.Equal("nord/a/feb/2027-1", Edit.Lock(Before, name).Meeting!.Id);

    [Fact]
    public void A_meeting_may_be_named_by_the_beginning_of_its_uid() =>
        Assert.Equal(Before.Meetings[0].Id, Edit.Lock(Before, Before.Meetings[0].Uid[..8]).Meeting!.Id);

    [Fact]
    public void A_name_that_fits_two_meetings_is_asked_about_again()
    {
        const string two = "  - { id: a, name: A, meetings: [{ id: feb, when: Början av februari }] }\n  - { id: b, name: B, meetings: [{ id: feb, when: Början av februari }] }";
        Assert.Equal("feb/2027-1: namnet passar flera möten. Skriv ett av nord/a/feb/2027-1, nord/b/feb/2027-1", Mistake(new PlanEdit(Input(two)).Lock(Plan(two), "feb/2027-1")));
    }

    [Fact]
    public void An_unknown_meeting_gets_the_nearest_name() =>
        Assert.Equal("a/fbe/2027-1: inget möte 2027 heter så. Menade du ”a/feb/2027-1”?", Mistake(Edit.Lock(Before, "a/fbe/2027-1")));

    [Fact]
    public void Another_years_day_is_refused() =>
        Assert.Equal("feb/2027-1: 2028-02-09 ligger inte i 2027 års plan. Välj en dag 2027", Mistake(Edit.Move(Before, "feb/2027-1", new LocalDate(2028, 2, 9))));

    [Fact]
    public void What_has_passed_is_neither_moved_nor_moved_to()
    {
        var later = new PlanEdit(Input(Groups) with { Today = new LocalDate(2027, 3, 1) });
        Assert.EndsWith("och har passerat", Mistake(later.Move(Before, "feb/2027-1", new LocalDate(2027, 4, 1))), StringComparison.Ordinal);
        var noon = new PlanEdit(Input(Groups) with { Today = new LocalDate(2027, 2, 23) }) { Clock = new LocalTime(12, 0) };
        Assert.EndsWith("klockan 09:00 i dag har passerat", Mistake(noon.Add(
            Before, "a", new LocalDate(2027, 2, 23), new LocalTime(9, 0))), StringComparison.Ordinal);
        Assert.True(noon.Add(Before, "a", new LocalDate(2027, 2, 23), new LocalTime(13, 0)).IsDone);
        Assert.EndsWith("måndag 22 februari har passerat", Mistake(later.Add(Before, "a", new LocalDate(2027, 2, 22), new LocalTime(9, 0))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_that_would_end_after_midnight_is_refused() =>
        Assert.Equal("feb/2027-1: mötet slutar efter midnatt", Mistake(Edit.Move(Before, "feb/2027-1", Day, new LocalTime(23, 0))));

    [Fact]
    public void A_meeting_late_in_the_evening_is_a_persons_own_choice_and_is_told() =>
        Assert.Contains("20:30–22:00 är utanför arbetsdagen", Edit.Move(Before, "feb/2027-1", Day, new LocalTime(20, 30)).Warnings);

    [Fact]
    public void A_red_day_outside_the_named_time_is_a_persons_own_choice_and_is_told()
    {
        var edited = Edit.Move(Before, "feb/2027-1", new LocalDate(2027, 3, 29));
        Assert.Equal(
            ["måndag 29 mars är stängd: annandag påsk", "inget möte längre 1 februari–10 februari, som uppdragsbeskrivningen anger"],
            edited.Warnings);
        Assert.Equal(edited.Warnings, edited.Meeting!.Reasons.Where(reason => reason.Term == "choice").Skip(1).Select(reason => reason.Text));
    }

    [Fact]
    public void Another_meeting_of_the_same_chair_at_the_same_time_is_told()
    {
        var other = Before.Meetings.First(meeting => meeting.Groups[0] == "nord/b");
        var edited = Edit.Move(Before, "feb/2027-1", other.Date, other.Start.PlusMinutes(30));
        Assert.Contains(edited.Warnings, warning => warning.StartsWith("krock: ordförande (A) har också B ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cancelled_meeting_leaves_its_sentence_short_and_its_work_undone()
    {
        var edited = Edit.Cancel(Before, "feb/2027-1", new LocalDate(2027, 1, 20), "för få anmälda");
        Assert.Equal(["”Början av februari” hålls inte längre: 0 av 1"], edited.Warnings);
        Assert.Equal((MeetingStatus.Cancelled, new LocalDate(2027, 1, 20), "för få anmälda"), (edited.Meeting!.Status, edited.Meeting.CancelledOn, edited.Meeting.CancelReason));
        Assert.Equal((RuleStatus.Short, "1 inställt"), (Rule(edited.Plan, "nord/a/feb").Status, Rule(edited.Plan, "nord/a/feb").Note));
        Assert.Empty(edited.Plan.Deadlines);
        Assert.EndsWith("är redan inställt", Mistake(Edit.Move(edited.Plan, "feb/2027-1", Day)), StringComparison.Ordinal);
        Assert.Contains(", inställt)", PlanTable.Write(edited.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_is_not_cancelled_without_a_reason() =>
        Assert.Equal("feb/2027-1: skäl saknas. Skriv varför det ställs in", Mistake(Edit.Cancel(Before, "feb/2027-1", Day, " ")));

    [Fact]
    public void Two_meetings_added_by_hand_have_ordinals_of_their_own_and_count_for_no_sentence()
    {
        var one = Edit.Add(Before, "b", Day, new LocalTime(9, 0), 45, "Extra möte");
        var two = Edit.Add(one.Plan, "nord/b", Day.PlusDays(1), new LocalTime(9, 0));
        Assert.Equal(["nord/b/tillagt/2027-1", "nord/b/tillagt/2027-2"], [one.Meeting!.Id, two.Meeting!.Id]);
        Assert.Equal((new LocalTime(9, 45), "Extra möte", "B"), (one.Meeting.End, one.Meeting.Title, two.Meeting.Title));
        Assert.NotEqual(one.Meeting.Uid, two.Meeting.Uid);
        Assert.Equal(Rule(Before, "nord/b/o"), Rule(two.Plan, "nord/b/o"));
        Assert.Contains("Tillagda för hand", PlanTable.Write(two.Plan), StringComparison.Ordinal);
        Assert.Contains("finns bara som låst", Mistake(Edit.Unlock(two.Plan, two.Meeting.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_group_gets_the_nearest_name() =>
        Assert.Equal("nord/c: ingen grupp heter så. Menade du ”nord/a”?", Mistake(Edit.Add(Before, "nord/c", Day, new LocalTime(9, 0))));

    [Fact]
    public void What_is_unlocked_is_the_planners_again_and_no_choice()
    {
        var unlocked = Edit.Unlock(Edit.Move(Before, "feb/2027-1", Day).Plan, "feb/2027-1").Meeting!;
        Assert.False(unlocked.Locked);
        Assert.DoesNotContain(unlocked.Reasons, reason => reason.Term == "choice");
    }

    [Fact]
    public void Adopting_a_year_confirms_all_but_what_is_cancelled()
    {
        var cancelled = Edit.Cancel(Before, "feb/2027-1", Day, "skäl").Plan;
        var adopted = PlanEdit.Adopt(cancelled).Plan;
        Assert.All(adopted.Meetings, meeting => Assert.Equal(meeting.Id == "nord/a/feb/2027-1" ? MeetingStatus.Cancelled : MeetingStatus.Adopted, meeting.Status));
        Assert.Equal(adopted.Meetings, PlanEdit.Propose(adopted).Plan.Meetings);
    }

    [Fact]
    public void One_collaborations_part_of_a_plan_stays_that_part_when_it_is_changed()
    {
        var input = Network.Year(2027, [.. Network.FiveCharters]);
        var simba = Network.Plan(input).Slice("simba");
        var edited = new PlanEdit(input).Lock(simba, simba.Meetings[0].Id);
        Assert.Equal("simba", Assert.Single(edited.Plan.Collaborations).Id);
        Assert.Equal(simba.Meetings.Count, edited.Plan.Meetings.Count);
        Assert.Equal(simba.Groups.SelectMany(group => group.Rules), edited.Plan.Groups.SelectMany(group => group.Rules));
    }

    private static string Mistake(EditedPlan edited) => Assert.Single(edited.Mistakes).ToString();
}
