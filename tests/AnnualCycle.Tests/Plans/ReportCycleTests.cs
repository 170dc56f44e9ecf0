using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Plans;

/// <summary>Reports cover a time, close on one day, are due on another, and reach the meeting that takes them up.</summary>
public sealed class ReportCycleTests
{
    private static Plan Plan(string groups, int year = 2027) => Network.Plan(Network.Year(year, Network.Charter($"""
        collaboration: Nord
        charter: {"{"} document: Uppdrag {"}"}
        groups:
        {groups}
        """)));

    [Theory]
    [InlineData("kvartalsvis", 4, "2027-04-01", "2027-06-30")]
    [InlineData("en gång per tertial", 3, "2027-05-01", "2027-08-31")]
    [InlineData("varje halvår", 2, "2027-07-01", "2027-12-31")]
    [InlineData("en gång per termin", 2, "2027-08-18", "2027-12-20")]
    public void A_report_says_what_time_it_covers(string when, int count, string from, string to)
    {
        var reports = Plan($"  - {{ id: a, name: A, reports: [{{ id: r, title: Rapport, when: {when} }}] }}").Deadlines;
        Assert.Equal(count, reports.Count);
        var second = reports[1];
        Assert.Equal((from, to), ($"{second.CoversFrom:uuuu-MM-dd}", $"{second.CoversTo:uuuu-MM-dd}"));
    }

    [Fact]
    public void A_closing_day_is_no_day_to_hand_in_until_somebody_says_how_long_after()
    {
        const string report = "  - { id: a, name: A, reports: [{ id: r, title: Delårsrapport, when: per den 31 augusti";
        var open = Assert.Single(Plan(report + " }] }").Deadlines);
        Assert.Equal((new LocalDate(2027, 8, 31), (LocalDate?)null), (open.Closes!.Value, open.Due));
        var decided = Assert.Single(Plan(report + ", due: senast 3 veckor efter periodens slut }] }").Deadlines);
        Assert.Equal((new LocalDate(2027, 8, 31), new LocalDate(2027, 9, 21)), (decided.Closes!.Value, decided.Due!.Value));
        Assert.Equal("Delårsrapport, per den 31 augusti", decided.Title);
    }

    [Fact]
    public void A_report_is_due_ten_working_days_before_the_meeting_that_takes_it_up()
    {
        var plan = Plan("""
              - { id: lgs, name: LGS, meetings: [{ id: o, when: fyra gånger per år }] }
              - { id: a, name: A, reports: [{ id: r, title: Brister, when: kvartalsvis, to: lgs, handledAt: lgs }] }
            """);
        var (reports, meetings) = (plan.Deadlines, plan.Meetings);
        // The first quarter's is taken up by the first meeting whose papers close after the quarter has.
        var first = reports.Single(report => report.Title == "Brister, kvartal 1 2027");
        var meeting = meetings.Single(own => own.Id == first.Meeting);
        Assert.True(first.Due > new LocalDate(2027, 3, 31));
        Assert.Equal(AnnualCycle.Calendars.WorkingDays.Add(meeting.Date, -10), first.Due);
        var last = reports.Single(report => report.Title == "Brister, kvartal 4 2027");
        Assert.Equal(((LocalDate?)null, "när mötet som tar upp den har en dag"), (last.Due, last.Condition));
    }

    [Fact]
    public void A_report_moves_with_the_meeting_that_takes_it_up()
    {
        var year = Network.Year(2027, Network.Charter("""
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - { id: lgs, name: LGS, meetings: [{ id: o, when: Mitten av maj }] }
              - { id: a, name: A, reports: [{ id: r, title: Årsrapport, when: årligen, handledAt: { group: lgs, meeting: first, lead: senast en vecka före mötet } }] }
            """));
        var plan = Network.Plan(year);
        var before = Assert.Single(plan.Deadlines);
        Assert.Equal("Årsrapport, 2026", before.Title);
        Assert.Equal(plan.Meetings[0].Date.PlusDays(-7), before.Due);

        var moved = new AnnualCycle.Plans.Changes.PlanEdit(year).Move(plan, plan.Meetings[0].Id, new LocalDate(2027, 5, 25));

        var after = Assert.Single(moved.Plan.Deadlines);
        Assert.Equal((new LocalDate(2027, 5, 18), before.Uid), (after.Due!.Value, after.Uid));
    }

    [Fact]
    public void What_feeds_a_report_is_due_before_it_and_says_where_its_day_comes_from()
    {
        const string groups = """
              - { id: tema, name: Tema, reports: [{ id: r, title: Temats årsrapport, when: årligen, feeds: lgs/arsrapport }] }
              - { id: nosam, name: NOSAM, reports: [{ id: r, title: NOSAM:s årsrapport, when: årligen, feeds: tema/r }] }
              - { id: lgs, name: LGS, reports: [{ id: arsrapport, title: LGS årsrapport, when: årligenDUE }] }
            """;
        var plan = Plan(groups.Replace("DUE", ", due: senast den 31 mars", StringComparison.Ordinal));
        Assert.Equal(["2027-03-01 NOSAM:s årsrapport, 2027", "2027-03-15 Temats årsrapport, 2027", "2027-03-31 LGS årsrapport, 2027"],
            plan.Deadlines.Select(own => $"{own.Due:uuuu-MM-dd} {own.Title}"));
        Assert.Equal("räknat tillbaka från LGS årsrapport, 2027", plan.Deadlines[1].Condition);
        Assert.All(Plan(groups.Replace("DUE", "", StringComparison.Ordinal)).Deadlines, own => Assert.Null(own.Due));
    }

    [Fact]
    public void A_report_that_comes_after_the_one_it_feeds_is_a_question()
    {
        var plan = Plan("""
              - { id: tema, name: Tema, reports: [{ id: r, title: Temats årsrapport, when: årligen, due: senast den 15 april, feeds: lgs/arsrapport }] }
              - { id: lgs, name: LGS, reports: [{ id: arsrapport, title: LGS årsrapport, when: årligen, due: senast den 31 mars }] }
            """);
        Assert.Equal("Temats årsrapport, 2027 ska in 15 april, men lGS årsrapport, 2027 som den ingår i ska vara klar 31 mars. Vilken dag ska ändras?",
            Assert.Single(plan.Questions).Text, ignoreCase: true);
    }

    [Theory]
    [InlineData("handledAt: lsg", "gruppen ”lsg” finns inte")]
    [InlineData("handledAt: { group: lgs, meeting: nästa }", "”nästa”")]
    [InlineData("handledAt: { group: lgs, lead: i mars }", "säger inte hur långt från mötet")]
    [InlineData("feeds: lgs/arsraport", "rapporten ”nord/lgs/arsraport” finns inte")]
    [InlineData("feeds: arsrapport", "”arsrapport” är ingen rapport")]
    public void What_cannot_be_followed_is_told(string key, string mistake)
    {
        var read = AnnualCycle.Charters.CharterReader.Read("nord.yaml", $$"""
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - { id: lgs, name: LGS, reports: [{ id: arsrapport, title: LGS årsrapport, when: årligen }] }
              - { id: a, name: A, reports: [{ id: r, title: Rapport, when: årligen, {{key}} }] }
            """);
        Assert.Contains(mistake, Assert.Single(read.Mistakes).Text, StringComparison.Ordinal);
    }
}
