using AnnualCycle.Plans;
using AnnualCycle.Plans.Check;

namespace AnnualCycle.Tests.Plans.Check;

public sealed class TogetherTests
{
    private static HeldYear Dalen() => HeldYear.Of("""
        groups:
          - id: lgs
            name: Ledningsgruppen (LGS)
            aliases: [LGS]
            seats: [{ seat: ordförande, name: Ordförande }]
            meetings: [{ id: ordinarie, when: minst två gånger per år }]
          - id: beredning
            name: LGS Beredningsgrupp
            seats: [{ seat: lgs.ordförande }]
            prepares: [{ for: lgs, when: bereder LGS, lead: 14..21 }]
          - { id: samrad, name: Politiskt samråd, dates: given }
        joint: [{ id: dialog, name: LGS och politikerna, groups: [lgs, samrad], when: en gång per år }]
        """);

    [Fact]
    public void A_meeting_of_two_groups_counts_for_each_of_them_and_as_their_joint_meeting()
    {
        var year = Dalen().Holds("LGS", "2027-02-09 09:00").Holds("LGS med politiskt samråd", "2027-04-13 09:00");

        Assert.Equal((RuleStatus.Fulfilled, 1), (year.Sentence("dialog").Status, year.Sentence("dialog").Planned));
        Assert.Equal((RuleStatus.Fulfilled, 2, "varav 1 gemensamma"),
            (year.Sentence("ordinarie").Status, year.Sentence("ordinarie").Planned, year.Sentence("ordinarie").Note));
    }

    [Fact]
    public void Categories_that_list_the_owners_make_a_joint_meeting()
    {
        var year = Dalen().Holds(new HeldEvent(new(2027, 4, 13), "Vårens dialog", 2)
        {
            Categories = ["Ledningsgruppen (LGS)", "Politiskt samråd"],
        });

        Assert.Equal(1, year.Sentence("dialog").Planned);
    }

    [Fact]
    public void The_first_meeting_that_nobody_prepared_in_time_is_named()
    {
        var year = Dalen()
            .Holds("LGS", "2027-02-23 09:00", "2027-05-25 09:00", "2027-10-12 09:00")
            .Holds("LGS Beredningsgrupp", "2027-02-05 09:00", "2027-05-17 09:00");

        var sentence = year.Sentence("infor-lgs");

        Assert.Equal((RuleStatus.Short, 1, 3), (sentence.Status, sentence.Planned, sentence.Min));
        Assert.Equal("Ledningsgruppen (LGS) 25 maj saknar möte 14–21 dagar före", sentence.Note);
    }

    [Fact]
    public void A_chair_of_both_groups_cannot_be_in_two_meetings_at_once()
    {
        var year = Dalen().Holds("LGS", "2027-02-23 09:00", 120).Holds("LGS Beredningsgrupp", "2027-02-23 10:00", 60);

        var clash = Assert.Single(year.Check().Clashes);
        Assert.Equal(["Ordförande (Ledningsgruppen (LGS))"], clash.Who);
        var others = Dalen().Holds("LGS", "2027-02-23 09:00", 120).Holds("Politiskt samråd", "2027-02-23 10:00", 60);
        Assert.Empty(others.Check().Clashes);
    }

    [Fact]
    public void The_person_on_the_seat_is_named_when_people_are_known()
    {
        var year = Dalen().Seats("dalen,lgs,ordforande,Karin Holm,karin.holm@dalen.example")
            .Holds("LGS", "2027-02-23 09:00", 120).Holds("LGS Beredningsgrupp", "2027-02-23 10:00", 60);

        Assert.Equal(["Karin Holm"], Assert.Single(year.Check().Clashes).Who);
    }

    [Fact]
    public void Ten_minutes_between_two_rooms_is_worth_a_remark_and_breaks_nothing()
    {
        var report = Dalen().Holds("LGS", "2027-02-23 09:00", 60)
            .Holds("LGS Beredningsgrupp", "2027-02-23 10:10", 60).Check();

        Assert.Empty(report.Clashes);
        Assert.StartsWith("bara 10 minuter efter LGS", Assert.Single(report.Remarks).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_that_stands_twice_in_a_calendar_was_held_once()
    {
        var year = Dalen().Holds("LGS", "2027-02-23 09:00", "2027-02-23 09:00");

        Assert.Equal(1, year.Sentence("ordinarie").Planned);
        Assert.Empty(year.Check().Clashes);
        Assert.Contains("räknas en gång", Assert.Single(year.Check().Remarks).Text, StringComparison.Ordinal);
    }
}
