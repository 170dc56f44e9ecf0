using AnnualCycle.Plans;

namespace AnnualCycle.Tests.Plans.Check;

public sealed class SentenceTests
{
    private static HeldYear Meeting(string phrase) => HeldYear.Of($$"""
        groups:
          - { id: styrgrupp, name: Styrgruppen, meetings: [{ id: ordinarie, when: {{phrase}}, line: 7 }] }
        """);

    [Fact]
    public void A_group_that_met_as_often_as_its_charter_says_keeps_the_sentence()
    {
        var sentence = Meeting("minst tre gånger per år")
            .Holds("Styrgruppen", "2027-02-09 09:00", "2027-05-11 09:00", "2027-10-12 09:00").Sentence("ordinarie");

        Assert.Equal((RuleStatus.Fulfilled, 3, 7), (sentence.Status, sentence.Planned, sentence.Line));
    }

    [Fact]
    public void An_autumn_with_one_meeting_too_few_is_named_even_when_the_year_has_enough()
    {
        var sentence = Meeting("minst 2 gånger per halvår")
            .Holds("Styrgruppen", "2027-01-12 09:00", "2027-03-09 09:00", "2027-05-11 09:00", "2027-10-12 09:00")
            .Sentence("ordinarie");

        Assert.Equal((RuleStatus.Short, "hösten 2027: 1 av minst 2"), (sentence.Status, sentence.Note));
    }

    [Fact]
    public void Four_meetings_a_year_may_stand_anywhere_in_it_but_a_fifth_is_one_too_many()
    {
        var year = Meeting("fyra gånger per år")
            .Holds("Styrgruppen", "2027-02-09 09:00", "2027-02-16 09:00", "2027-03-09 09:00", "2027-11-09 09:00");
        Assert.Equal(RuleStatus.Fulfilled, year.Sentence("ordinarie").Status);

        var sentence = year.Holds("Styrgruppen", "2027-11-16 09:00").Sentence("ordinarie");

        Assert.Equal((RuleStatus.Over, "2027: 5 av högst 4"), (sentence.Status, sentence.Note));
    }

    [Fact]
    public void A_term_without_its_meeting_is_named()
    {
        var sentence = Meeting("en gång per termin").Holds("Styrgruppen", "2027-09-14 09:00").Sentence("ordinarie");

        Assert.Equal((RuleStatus.Short, "vårterminen 2027: 0 av 1"), (sentence.Status, sentence.Note));
    }

    [Fact]
    public void A_meeting_five_days_late_leaves_early_February_empty_and_is_named_as_the_nearest()
    {
        var sentence = Meeting("Början av februari")
            .Holds("Styrgruppen", "2027-02-15 09:00", "2027-05-11 09:00").Sentence("ordinarie");

        Assert.Equal(RuleStatus.Short, sentence.Status);
        Assert.Equal("inget möte 1–10 februari; närmaste 15 februari", sentence.Note);
    }

    [Fact]
    public void One_meeting_keeps_one_of_two_named_times()
    {
        var year = HeldYear.Of("""
            groups:
              - id: styrgrupp
                name: Styrgruppen
                meetings: [{ id: tidigt, when: Början av februari }, { id: februari, when: i februari }]
            """);

        Assert.Equal(RuleStatus.Short, year.Holds("Styrgruppen", "2027-02-03 09:00").Sentence("februari").Status);
        Assert.Equal(RuleStatus.Fulfilled, year.Holds("Styrgruppen", "2027-02-05 09:00").Sentence("februari").Status);
        Assert.Equal(RuleStatus.Fulfilled, year.Sentence("tidigt").Status);
    }

    [Fact]
    public void Meetings_held_as_needed_are_never_missing()
    {
        var sentence = Meeting("möten vid behov").Sentence("ordinarie");

        Assert.Equal((RuleStatus.Fulfilled, "vid behov"), (sentence.Status, sentence.Note));
    }

    [Theory]
    [InlineData("arsrapport")]
    [InlineData("protokoll")]
    [InlineData("ordforande")]
    public void What_a_calendar_cannot_show_stays_open(string id)
    {
        var sentence = Duties().Sentence(id);

        Assert.Equal((RuleStatus.Open, "kan inte ses i en kalender"), (sentence.Status, sentence.Note));
    }

    [Fact]
    public void A_report_whose_last_day_stands_in_the_calendar_is_seen_and_is_no_meeting()
    {
        var year = Duties().Holds("Styrgruppen: Årsrapporten", "2027-03-01");

        Assert.Equal(RuleStatus.Fulfilled, year.Sentence("arsrapport").Status);
        Assert.Empty(year.Check().Groups.Single().Meetings);
        Assert.Equal(1, year.Check().LeftOut.Deadlines);
    }

    private static HeldYear Duties() => HeldYear.Of("""
        groups:
          - id: styrgrupp
            name: Styrgruppen
            reports: [{ id: arsrapport, title: Årsrapport, when: årlig rapport }]
            tasks: [{ id: protokoll, title: Protokoll på webben, when: protokollen publiceras på hemsidan }]
            chair: { when: under två år, alternates: [kommun, region], since: null }
        """);
}
