using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Plans.Work;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Plans;

/// <summary>Around each meeting there is work: papers in, the call out, notes published, and next year to be settled.</summary>
public sealed class MeetingWorkTests
{
    private static YearInput Year(string rest, string work = "") => Network.Year(2027, Network.Charter($$"""
        collaboration: Nord
        charter: { document: Uppdrag }
        {{work}}
        groups:
          - id: a
            name: A
            seats: [processledare, ordförande, { seat: sekreterare, name: Sekreterare }]
            convener: { holder: Nords processledare, when: processledaren kallar }
            secretary: { holder: Sekreteraren, when: sekreteraren skriver }
            meetings: [{ id: feb, when: Mitten av februari }]
        {{rest}}
        """));

    private static IReadOnlyList<string> Work(YearInput year)
    {
        var plan = Network.Plan(year);
        return [.. new MeetingWorkDays(year.Collaborations).Of(plan).Select(own =>
            $"{(own.Kind == DeadlineKind.Booking ? own.Due!.Value.ToString("MM-dd", null) : $"{AnnualCycle.Calendars.WorkingDays.Count(Between(plan.Meetings[0].Date, own.Due!.Value))}")} {own.Title.Split(':')[0]} ({own.From})")];
    }

    // Working days from the meeting to the work, the nearer end left out.
    private static DateInterval Between(LocalDate meeting, LocalDate due) =>
        due < meeting ? new DateInterval(due, meeting.PlusDays(-1)) : new DateInterval(meeting.PlusDays(1), due);

    [Fact]
    public void Papers_call_notes_and_next_year_come_by_default_each_with_an_owner() => Assert.Equal(
        ["8 Underlag inne (Nords processledare)", "5 Kallelse och dagordning ut (Nords processledare)",
            "10 Anteckningar ut (Sekreteraren)", "11-30 Fastställ 2028 års möten i Nord ()"], Work(Year("")));

    [Fact]
    public void A_collaboration_or_a_group_says_otherwise_and_a_charters_own_task_has_its_own_words() => Assert.Equal(
        ["15 Underlag inne (Nords processledare)", "3 Minnesanteckningarna på webben (Kommunikatören)"],
        Work(Year("""
                work: { call: nej, notes: senast tre arbetsdagar efter mötet }
                tasks: [{ id: web, title: Minnesanteckningarna på webben, when: publiceras på webben, owner: Kommunikatören }]
            """, "work: { papers: senast femton arbetsdagar före mötet, booking: nej }")));

    [Fact]
    public void Work_that_the_charter_gives_a_day_stands_once() => Assert.DoesNotContain(Work(Year("""
                tasks: [{ id: kallelse, title: Kallelse, when: senast 14 dagar före mötet }]
            """)), work => work.Contains("Kallelse", StringComparison.Ordinal));

    [Fact]
    public void Work_moves_with_its_meeting_and_goes_when_it_is_called_off()
    {
        var year = Year("");
        var plan = Network.Plan(year);
        var work = new MeetingWorkDays(year.Collaborations);
        var before = work.Of(plan).First(own => own.Kind == DeadlineKind.Call);
        var moved = new PlanEdit(year).Move(plan, plan.Meetings[0].Id, plan.Meetings[0].Date.PlusDays(7)).Plan;
        var after = work.Of(moved).First(own => own.Kind == DeadlineKind.Call);
        Assert.Equal((before.Uid, before.Due!.Value.PlusDays(7)), (after.Uid, after.Due!.Value));
        var off = new PlanEdit(year).Cancel(plan, plan.Meetings[0].Id, new LocalDate(2027, 1, 1), "Inga frågor").Plan;
        Assert.Equal([DeadlineKind.Booking], work.Of(off).Select(own => own.Kind));
    }

    [Theory]
    [InlineData("work: { call: i februari }")]
    [InlineData("work: { kallelse: nej }")]
    [InlineData("work: { booking: fem arbetsdagar före mötet }")]
    public void A_distance_that_is_none_is_a_mistake(string work) => Assert.Single(CharterReader.Read("nord.yaml", $$"""
        collaboration: Nord
        charter: { document: Uppdrag }
        {{work}}
        groups: []
        """).Mistakes);

    [Theory]
    [InlineData("Sekreteraren", "sekreterare")]
    [InlineData("Ordförande och sekreterare", "ordforande sekreterare")]
    [InlineData("SIMBA:s processledare", "processledare")]
    [InlineData("Närvårdskontoret", "narvardskontorets-representant")]
    [InlineData("Kommunen", "kommun")]
    [InlineData("Kommunikatören", "")]
    public void An_owner_in_words_is_the_seat_that_is_meant(string owner, string seats)
    {
        var charter = Network.Charter("""
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - id: a
                name: A
                convener: { holder: Någon annan, when: någon kallar }
                seats: [processledare, ordförande, vice-ordförande, sekreterare, { seat: kommun, name: Kommun }, narvardskontorets-representant, kommunikation]
            """);
        var deadline = new PlannedDeadline("nord/a/r/2027-1", "u", "nord/a", "R", null, "nord/a/r", []) { From = owner };
        Assert.Equal(seats, string.Join(' ', new DutyOwners([charter]).SeatsOf(deadline).Select(seat => seat.Split('.')[^1])));
    }
}
