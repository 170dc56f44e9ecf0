using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Plans;

/// <summary>The chair passes between principals, and everybody can see who chairs which meeting.</summary>
public sealed class ChairTests
{
    private static Plan Plan(string groups, int year = 2027) => Network.Plan(Network.Year(year, Network.Charter($"""
        collaboration: Nord
        charter: {"{"} document: Uppdrag {"}"}
        groups:
        {groups}
        """)));

    [Theory]
    [InlineData("mandatperiod om ett år", 2027, "2027-01-01 kommun")]
    [InlineData("under två år", 2026, "2026-01-01 region")]
    [InlineData("under två år", 2028, "2028-01-01 kommun")]
    [InlineData("under 1,5 år", 2027, "2026-01-01 region, 2027-07-01 kommun")]
    [InlineData("under 1,5 år", 2029, "2029-01-01 region")]
    public void The_chair_alternates_in_periods_of_one_and_a_half_and_two_years(string when, int year, string chairs)
    {
        var plan = Plan($"  - {{ id: a, name: A, chair: {{ when: \"{when}\", alternates: [kommun, region], since: 2026-01-01, holds: region }} }}", year);
        var shown = string.Join(", ", plan.Groups[0].Chairs.Select(term => $"{term.From:uuuu-MM-dd} {term.Principal}"));
        Assert.Equal(chairs, shown);
        Assert.All(plan.Groups[0].Chairs, term => Assert.NotEqual(term.Principal, term.Vice));
    }

    [Fact]
    public void A_handover_is_an_event_that_names_both_sides_and_is_reminded_of_ahead()
    {
        var handover = Assert.Single(Plan("""
              - { id: a, name: A, chair: { when: under två år, alternates: [kommun, VGR], since: 2025-07-01, holds: VGR, viceBecomesChair: true } }
            """).Deadlines);
        Assert.Equal((new LocalDate(2027, 7, 1), "VGR", "kommun", DeadlineKind.Handover),
            (handover.Due!.Value, handover.From, handover.To, handover.Kind));
        Assert.Equal("Ordförandeskapet i A går över från VGR till kommun: vice ordförande blir ordförande", handover.Title);
        Assert.Equal([new LocalDate(2027, 6, 3), new LocalDate(2027, 6, 24), new LocalDate(2027, 6, 30)], handover.Reminders);
    }

    [Fact]
    public void Each_meeting_shows_which_principal_chairs_it()
    {
        var plan = Plan("""
              - id: a
                name: A
                meetings: [{ id: v, when: Början av februari }, { id: h, when: Mitten av november }]
                chair: { when: under två år, alternates: [kommun, region], since: 2025-07-01, holds: kommun }
            """);
        Assert.Equal(["kommun", "region"], plan.Meetings.Select(meeting => plan.ChairOf(meeting)!.Principal));
    }

    [Fact]
    public void A_group_in_step_with_another_passes_its_chair_on_the_same_day()
    {
        var plan = Plan("""
              - { id: a, name: A, chair: { when: mandatperiod om ett år, alternates: [region, kommun], inStepWith: p } }
              - { id: p, name: P, chair: { when: mandatperiod om ett år, alternates: [region, kommun], since: 2026-03-01, holds: kommun } }
            """);
        Assert.All(plan.Deadlines, own => Assert.Equal(new LocalDate(2027, 3, 1), own.Due));
        Assert.Equal(2, plan.Deadlines.Count);
        // That they keep step says when, and not who.
        Assert.Empty(plan.Groups[0].Chairs);
        Assert.Contains("Vilken huvudman har ordförandeskapet i A från den 1 mars 2026?", plan.Questions.Select(own => own.Text));
    }

    [Fact]
    public void Two_that_should_keep_step_and_do_not_are_a_question()
    {
        var plan = Plan("""
              - { id: a, name: A, chair: { when: under två år, alternates: [region, kommun], inStepWith: p, since: 2025-01-01, holds: kommun } }
              - { id: p, name: P, chair: { when: under två år, alternates: [region, kommun], since: 2026-01-01, holds: kommun } }
            """);
        Assert.Contains(plan.Questions, own => own.Text.Contains("ska växla samma dag som i P", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_start_is_unknown_nothing_is_guessed()
    {
        var plan = Plan("  - { id: a, name: A, chair: { when: under två år, alternates: [kommun, region], since: null } }");
        Assert.Empty(plan.Deadlines);
        Assert.Empty(plan.Groups[0].Chairs);
        Assert.Equal("När började den nuvarande ordförandeperioden i A?", Assert.Single(plan.Questions).Text);
    }

    [Fact]
    public void A_chair_who_is_none_of_the_principals_is_a_mistake()
    {
        var read = AnnualCycle.Charters.CharterReader.Read("nord.yaml", """
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - { id: a, name: A, chair: { when: under två år, alternates: [kommun, region], since: 2026-01-01, holds: komun } }
            """);
        Assert.Equal("Menade du ”kommun”?", Assert.Single(read.Mistakes).Advice);
    }

    [Theory]
    [InlineData("", "om avtalet förlängts")]
    [InlineData(", renewedTo: 2027-12-31", null)]
    public void A_prolonged_agreement_is_unconfirmed_until_somebody_has_said_so(string renewed, string? condition)
    {
        var plan = Network.Plan(Network.Year(2026, Network.Charter($$"""
            collaboration: Nord
            charter: { document: Uppdrag }
            groups: []
            agreements:
              - { id: avtal, from: 2022-01-01, to: 2025-12-31, notice: { when: Senast tolv månader innan avtalstiden löper ut },
                  renewal: { when: förlängs det med två år i taget }{{renewed}} }
            """)));
        var notice = Assert.Single(plan.Deadlines);
        Assert.Equal((DeadlineKind.Notice, condition, new LocalDate(2026, 12, 31)), (notice.Kind, notice.Condition, notice.Due!.Value));
    }
}
