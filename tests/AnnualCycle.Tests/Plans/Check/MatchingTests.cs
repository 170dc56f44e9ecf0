using AnnualCycle.Plans.Check;

namespace AnnualCycle.Tests.Plans.Check;

public sealed class MatchingTests
{
    private static HeldYear Two() => HeldYear.Of("""
        groups:
          - { id: lgs, name: Ledningsgruppen (LGS), aliases: [LGS] }
          - { id: beredning, name: LGS Beredningsgrupp, aliases: [Styrgrupp] }
          - { id: au, name: Arbetsutskottet }
        """).And("""
        groups:
          - { id: styrgrupp, name: Styrgrupp närvård, aliases: [Styrgrupp] }
          - { id: au, name: AU för närvård }
        """, "asen.yaml");

    [Theory]
    [InlineData("LGS", "dalen/lgs")]
    [InlineData("Möte i lgs, fika 8.30", "dalen/lgs")]
    [InlineData("LGS:s vårmöte", "dalen/lgs")]
    [InlineData("LGS Beredningsgrupp", "dalen/beredning")]
    [InlineData("LGS beredningsgruppen möts", "dalen/beredning")]
    [InlineData("LGS Beredningsgrupp inför LGS", "dalen/beredning")]
    [InlineData("Styrgrupp närvård", "asen/styrgrupp")]
    [InlineData("asen/au: vårmöte", "asen/au")]
    public void A_meeting_belongs_to_the_group_that_its_title_names(string title, string group)
    {
        var report = Two().Holds(title, "2027-02-09 09:00").Check();

        Assert.Equal([group], report.Groups.Where(one => one.Meetings.Count > 0).Select(one => one.Id));
    }

    [Theory]
    [InlineData("LGSX")]
    [InlineData("Förberedelser inför LGS")]
    [InlineData("Tandläkare")]
    [InlineData("Samverkan dalen bjuder på tårta")]
    public void An_event_that_names_no_group_is_listed_as_nobodys(string title)
    {
        var report = Two().Holds(title, "2027-02-09 09:00").Check();

        Assert.Equal(title, Assert.Single(report.Unmatched).Event.Title);
    }

    [Fact]
    public void A_name_that_two_collaborations_use_is_asked_about_until_the_rest_of_the_calendar_tells()
    {
        var year = Two().Holds("Styrgrupp", "2027-02-09 09:00");
        Assert.Equal("”styrgrupp” är dalen/beredning eller asen/styrgrupp", Assert.Single(year.Check().Unmatched).Note);

        var report = year.Holds("AU för närvård", "2027-01-19 09:00").Check();

        Assert.Empty(report.Unmatched);
        Assert.Single(report.Groups.Single(group => group.Id == "asen/styrgrupp").Meetings);
    }

    [Theory]
    [InlineData("lgs", "dalen/lgs")]
    [InlineData("asen/au", "asen/au")]
    [InlineData("Arbetsutskottet", "dalen/au")]
    [InlineData("dalen/lgs asen/styrgrupp", "dalen/lgs asen/styrgrupp")]
    [InlineData("au", "")]
    public void A_tables_group_may_be_an_id_its_last_part_a_name_or_several_ids(string cell, string groups)
    {
        var report = Two().Holds(new HeldEvent(new(2027, 2, 9), "Möte", 2) { Groups = cell }).Check();

        var found = report.Groups.Where(one => one.Meetings.Count > 0).Select(one => one.Id);
        Assert.Equal(groups, string.Join(' ', found));
    }

    [Fact]
    public void Called_off_meetings_and_other_years_are_counted_apart()
    {
        var report = Two().Holds("INSTÄLLT: LGS", "2027-02-09 09:00")
            .Holds("LGS", "2026-12-08 09:00", "2027-03-09 09:00").Check();

        Assert.Equal((1, 1), (report.LeftOut.OtherYears, report.LeftOut.Cancelled));
        Assert.Single(report.Groups.Single(group => group.Id == "dalen/lgs").Meetings);
    }

    [Fact]
    public void One_group_can_be_looked_at_alone()
    {
        var report = Two().Holds("LGS", "2027-03-26 09:00")
            .Holds("Styrgrupp", "2027-04-13 09:00").Check("asen/styrgrupp");

        Assert.Equal("asen/styrgrupp", Assert.Single(report.Groups).Id);
        Assert.Single(report.Groups.Single().Meetings);
        Assert.Empty(report.Closed);
    }
}
