using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Plans;

public sealed class DeadlineTests
{
    private static Plan Plan(string rest, int year = 2027) => Network.Plan(Network.Year(year, Network.Charter("""
        collaboration: Nord
        charter: { document: Uppdrag }

        """ + rest)));

    [Fact]
    public void A_quarterly_report_without_a_day_is_four_undated_deadlines_and_one_question()
    {
        var plan = Plan("""
            groups: [{ id: a, name: A, reports: [{ id: brister, title: Brister, when: kvartalsvis, line: 115 }] }]
            """);
        Assert.Equal(
            ["Brister, kvartal 1 2027", "Brister, kvartal 2 2027", "Brister, kvartal 3 2027", "Brister, kvartal 4 2027"],
            plan.Deadlines.Select(deadline => deadline.Title));
        Assert.All(plan.Deadlines, deadline => Assert.Null(deadline.Due));
        Assert.Equal((115, "Vilken dag ska brister vara klar?"), (Assert.Single(plan.Questions).Line, plan.Questions[0].Text));
    }

    [Fact]
    public void A_decided_distance_gives_every_quarter_its_day_and_no_question_is_left()
    {
        var plan = Plan("""
            groups:
              - id: a
                name: A
                meetings: [{ id: o, when: fyra gånger per år }]
                reports: [{ id: b, title: Brister, when: kvartalsvis, due: senast 3 veckor efter kvartalets slut }]
            """);
        Assert.Equal(
            [new LocalDate(2027, 4, 21), new LocalDate(2027, 7, 21), new LocalDate(2027, 10, 21), new LocalDate(2028, 1, 21)],
            plan.Deadlines.Select(deadline => deadline.Due!.Value));
        Assert.Empty(plan.Questions);
    }

    [Fact]
    public void A_deadline_is_reminded_of_four_weeks_a_week_and_a_day_before_never_on_a_closed_day()
    {
        var deadline = Assert.Single(Plan("""
            groups: [{ id: a, name: A, reports: [{ id: r, title: Årsrapport, when: senast den 15 april }] }]
            """).Deadlines);
        Assert.Equal(new LocalDate(2027, 4, 15), deadline.Due);
        Assert.Equal([new LocalDate(2027, 3, 18), new LocalDate(2027, 4, 8), new LocalDate(2027, 4, 14)], deadline.Reminders);
    }

    [Fact]
    public void Work_so_many_days_before_a_meeting_gets_a_day_for_each_meeting()
    {
        var plan = Plan("""
            groups:
              - id: a
                name: A
                meetings: [{ id: feb, when: Mitten av februari }]
                tasks: [{ id: kallelse, title: Kallelse, when: senast 14 dagar före mötet, owner: sekreterare }]
            """);
        Assert.Equal(plan.Meetings[0].Date.PlusDays(-14), Assert.Single(plan.Deadlines).Due);
        Assert.Equal(["Kallelse (sekreterare)"], plan.Meetings[0].Tasks);
    }

    [Theory]
    [InlineData(2024, 2024, null)]
    [InlineData(2026, 2026, "om avtalet förlängts")]
    [InlineData(2028, 2028, "om avtalet förlängts")]
    public void The_last_day_of_notice_comes_a_year_before_each_term_ends(int year, int due, string? condition)
    {
        var notice = Plan("""
            groups: []
            agreements:
              - { id: avtal, from: 2022-01-01, to: 2025-12-31, notice: { when: Senast tolv månader innan avtalstiden löper ut, line: 46 },
                  renewal: { when: förlängs det med två år i taget, line: 46 } }
            """, year).Deadlines.Single(deadline => deadline.Title == "Sista dag att säga upp avtalet");
        Assert.Equal((new LocalDate(due, 12, 31), condition), (notice.Due!.Value, notice.Condition));
    }

    [Fact]
    public void The_chair_passes_on_after_its_period_once_somebody_has_said_when_it_began()
    {
        const string chair = "groups: [{ id: a, name: A, chair: { when: under två år, alternates: [kommun, region], since: SINCE } }]";
        var handover = Assert.Single(Plan(chair.Replace("SINCE", "2025-01-01", StringComparison.Ordinal)).Deadlines);
        Assert.Equal(new LocalDate(2027, 1, 1), handover.Due);
        Assert.Equal("Ordförandeskapet i A går över mellan kommun och region", handover.Title);
        var open = Plan(chair.Replace("SINCE", "null", StringComparison.Ordinal));
        Assert.Empty(open.Deadlines);
        Assert.Contains(open.Questions, question => question.Text == "När började den nuvarande ordförandeperioden i A?");
    }

    [Fact]
    public void A_revision_that_never_came_is_shown_as_overdue()
    {
        var revision = Assert.Single(Network.Plan(Network.Year(2027, Network.Charter("""
            collaboration: Nord
            charter: { document: Uppdrag, revisions: [{ id: rev, title: Nästa revidering, date: 2024-12-01, when: Nästa revidering, line: 45 }] }
            groups: []
            """))).Deadlines);
        Assert.Equal((new LocalDate(2024, 12, 1), "försenad"), (revision.Due!.Value, revision.Condition));
    }
}
