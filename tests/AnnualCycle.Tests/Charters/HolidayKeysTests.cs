using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Charters;

public sealed class HolidayKeysTests
{
    private const string Head = """
        collaboration: Nord
        municipalities: [Ale]
        charter: { document: Uppdrag }

        """;

    private static HolidayCoordination Coordination(string keys) => Network.Charter(
        Head + "groups:\n  - { id: lgs, name: LGS, holidayCoordination: { " + keys + " } }").Groups[0].HolidayCoordination!;

    private static string Mistake(string yaml)
    {
        var reading = CharterReader.Read("nord.yaml", Head + yaml);
        Assert.Null(reading.Collaboration);
        return Assert.Single(reading.Mistakes).ToString();
    }

    [Fact]
    public void What_is_done_when_it_is_judged_needed_is_done_as_needed() =>
        Assert.True(Coordination("when: inför storhelger när så bedöms behövas").AsNeeded);

    [Fact]
    public void What_is_done_vid_behov_is_done_as_needed() =>
        Assert.True(Coordination("when: samplanering inför storhelger vid behov").AsNeeded);

    [Fact]
    public void What_is_simply_done_before_storhelger_is_demanded() =>
        Assert.False(Coordination("when: Avstämning görs inför storhelger").AsNeeded);

    [Fact]
    public void A_charter_that_only_says_storhelger_means_three_and_half_an_hour_some_weeks_before_and_after()
    {
        var coordination = Coordination("when: inför storhelger, line: 59");

        Assert.Equal([Holiday.Easter, Holiday.Midsummer, Holiday.Christmas], coordination.Holidays);
        Assert.Equal(
            (new DayRange(14, 42), new DayRange(7, 35), 30, 59),
            (coordination.Before, coordination.After, coordination.Minutes, coordination.Source.Line));
    }

    [Fact]
    public void Holidays_distances_and_length_are_as_the_file_says()
    {
        var coordination = Coordination(
            "when: inför storhelger, holidays: [påsk, kristi-himmelsfard], before: 7..21, after: none, duration: 45 min");

        Assert.Equal([Holiday.Easter, Holiday.Ascension], coordination.Holidays);
        Assert.Equal((new DayRange(7, 21), null, 45), (coordination.Before, coordination.After, coordination.Minutes));
    }

    [Fact]
    public void An_unknown_storhelg_gets_the_nearest_known_one() => Assert.Equal(
        "nord.yaml:5: ”midsomar” är ingen storhelg. Menade du ”midsommar”?",
        Mistake("groups:\n  - { id: lgs, name: LGS, holidayCoordination: { when: inför storhelger, holidays: [midsomar] } }"));

    [Fact]
    public void A_distance_that_is_none_is_a_mistake_with_an_example() => Assert.Equal(
        "nord.yaml:5: ”42..14” är inget avstånd i dagar. Skriv till exempel 14..42, eller none",
        Mistake("groups:\n  - { id: lgs, name: LGS, holidayCoordination: { when: inför storhelger, before: 42..14 } }"));

    [Fact]
    public void A_meeting_names_the_storhelger_that_it_prepares_and_looks_back_on()
    {
        var meeting = Network.FiveCharters.Single(charter => charter.Id == "simba").Groups[0].Meetings[0];

        Assert.Equal([Holiday.Easter], meeting.Holidays.Before);
        Assert.Equal([Holiday.Christmas], meeting.Holidays.After);
    }

    [Fact]
    public void A_collaboration_may_move_its_staffing_day_and_do_without_one()
    {
        var staffing = Network.Charter(Head + """
            staffing: { day: 2, holidays: [påsk], dates: [{ date: 2027-03-28, instead: 2027-03-27 }, { date: 2028-04-16, instead: none }] }
            groups: [{ id: lgs, name: LGS }]
            """).Staffing!;

        Assert.Equal((2, Holiday.Easter), (staffing.Day, Assert.Single(staffing.Holidays)));
        Assert.Equal(
            [new(new LocalDate(2027, 3, 28), new LocalDate(2027, 3, 27)), new OwnStaffingDay(new(2028, 4, 16), null)],
            staffing.Own);
    }

    [Fact]
    public void Without_the_key_nobody_is_asked_about_a_staffing_day() =>
        Assert.Null(Network.Charter(Head + "groups: [{ id: lgs, name: LGS }]").Staffing);

    [Fact]
    public void A_staffing_day_moved_to_what_is_no_date_is_a_mistake() => Assert.Contains("nord.yaml:4: ",
        Mistake("staffing: { dates: [{ date: 2027-03-28, instead: sen }] }\ngroups: [{ id: lgs, name: LGS }]"),
        StringComparison.Ordinal);
}
