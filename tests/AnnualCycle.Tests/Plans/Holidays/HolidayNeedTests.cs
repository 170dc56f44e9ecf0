using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Plans.Holidays;

public sealed class HolidayNeedTests
{
    private const string Demanded = """
          - id: lgs
            name: LGS
            seats: [ordförande]
            meetings: [{ id: februari, when: Början av februari, holidays: { after: [jul] } }, { id: mars, when: v. 9 }]
            holidayCoordination: { when: Avstämning görs inför och efter storhelger, line: 9 }
        """;

    private const string AsNeeded = """
          - id: lgs
            name: LGS
            seats: [ordförande]
            meetings: [{ id: augusti, when: Slutet av augusti }]
            holidayCoordination: { when: inför storhelger när så bedöms behövas, line: 9 }
        """;

    private static readonly HolidayMeeting BeforeEaster = new("nord/lgs", Holiday.Easter, 2027, HolidayPart.Before);

    private static PlannedMeeting[] OfHolidays(Plan plan) =>
        [.. plan.Meetings.Where(meeting => meeting.Rule.Contains("/storhelg-", StringComparison.Ordinal))];

    [Fact]
    public void What_a_fixed_meeting_names_or_falls_right_for_needs_no_meeting_of_its_own()
    {
        var needs = new HolidayNeeds(SmallNetwork.Input(Demanded)).All();

        Assert.Equal(["nord/lgs/februari"], Need(needs, Holiday.Christmas, HolidayPart.After).TiedTo);
        Assert.Equal(["nord/lgs/mars"], Need(needs, Holiday.Easter, HolidayPart.Before).TiedTo);
        Assert.Empty(Need(needs, Holiday.Easter, HolidayPart.After).TiedTo);
    }

    [Fact]
    public void The_follow_up_after_Christmas_belongs_to_the_year_in_which_it_is_held() => Assert.Equal(
        2026, Need(new HolidayNeeds(SmallNetwork.Input(Demanded)).All(), Holiday.Christmas, HolidayPart.After).Facts.Year);

    [Fact]
    public void Storhelger_without_a_fixed_meeting_get_a_short_one_in_their_days()
    {
        var plan = SmallNetwork.Plan(Demanded);

        Assert.Equal(
            ["Uppföljning efter påsk", "Avstämning inför midsommar", "Uppföljning efter midsommar", "Avstämning inför jul, nyår och trettondag"],
            OfHolidays(plan).Select(meeting => meeting.Title));
        var easter = OfHolidays(plan)[0];
        Assert.Equal("nord/lgs/storhelg-pask-efter/2027-1", easter.Id);
        Assert.InRange(easter.Date, new LocalDate(2027, 4, 5), new LocalDate(2027, 5, 3));
        Assert.Equal(30, NodaTime.Period.Between(easter.Start, easter.End, PeriodUnits.Minutes).Minutes);
        Assert.Contains("Påsken 2027", Assert.Single(easter.Agenda), StringComparison.Ordinal);
    }

    [Fact]
    public void The_follow_up_after_midsommar_waits_until_people_are_back() => Assert.True(
        OfHolidays(SmallNetwork.Plan(Demanded))[2].Date >= new LocalDate(2027, 8, 9));

    [Fact]
    public void A_demanded_check_in_keeps_its_sentence()
    {
        var rule = SmallNetwork.Rule(SmallNetwork.Plan(Demanded), "nord/lgs/storhelger");

        Assert.Equal((6, 6, RuleStatus.Fulfilled, 9), (rule.Min, rule.Planned, rule.Status, rule.Line));
    }

    [Fact]
    public void What_is_done_as_needed_makes_no_meeting_until_somebody_says_yes()
    {
        var plan = SmallNetwork.Plan(AsNeeded);

        Assert.Empty(OfHolidays(plan));
        var rule = SmallNetwork.Rule(plan, "nord/lgs/storhelger");
        Assert.Equal((null, 0, RuleStatus.Fulfilled), (rule.Min, rule.Planned, rule.Status));
    }

    [Fact]
    public void A_yes_makes_one_short_meeting_and_moves_nothing_else()
    {
        var input = SmallNetwork.Input(AsNeeded);
        var before = Network.Plan(input);

        var after = Replan(input with { HolidayMeetings = [BeforeEaster] }, before);

        var meeting = Assert.Single(OfHolidays(after));
        Assert.Equal(("Avstämning inför påsk", "nord/lgs/storhelg-pask-fore/2027-1"), (meeting.Title, meeting.Id));
        Assert.InRange(meeting.Date, new LocalDate(2027, 2, 12), new LocalDate(2027, 3, 12));
        Assert.Equal(Places(before), Places(after).Where(place => !place.Id.Contains("storhelg", StringComparison.Ordinal)));
    }

    [Fact]
    public void Planning_again_keeps_the_meeting_that_was_said_yes_to_where_it_stands()
    {
        var input = SmallNetwork.Input(AsNeeded) with { HolidayMeetings = [BeforeEaster] };
        var before = Network.Plan(input);

        var after = Replan(input with { Today = new(2027, 2, 1), From = new(2027, 2, 2) }, before);

        Assert.Equal(OfHolidays(before)[0].Uid, OfHolidays(after)[0].Uid);
        Assert.Equal(OfHolidays(before)[0].Date, OfHolidays(after)[0].Date);
    }

    [Fact]
    public void Taking_the_yes_back_takes_a_meeting_away_that_nobody_has_adopted()
    {
        var input = SmallNetwork.Input(AsNeeded);
        var before = Network.Plan(input with { HolidayMeetings = [BeforeEaster] });

        Assert.Empty(OfHolidays(Replan(input, before)));
    }

    [Fact]
    public void A_yes_that_comes_when_half_the_days_have_passed_is_planned_in_those_that_are_left()
    {
        var input = SmallNetwork.Input(AsNeeded) with
        {
            HolidayMeetings = [BeforeEaster], Today = new(2027, 3, 4), From = new(2027, 3, 5),
        };

        Assert.InRange(Assert.Single(OfHolidays(Network.Plan(input))).Date, new LocalDate(2027, 3, 5), new(2027, 3, 12));
    }

    [Fact]
    public void A_group_that_prepares_another_does_not_prepare_its_check_ins()
    {
        var plan = SmallNetwork.Plan(Demanded + "\n" + """
              - { id: au, name: AU, seats: [sekreterare], prepares: [{ for: lgs, when: bereder }] }
            """);

        Assert.Equal(2, plan.Meetings.Count(meeting => meeting.Groups.Contains("nord/au")));
    }

    private static HolidayNeed Need(IEnumerable<HolidayNeed> needs, Holiday holiday, HolidayPart part) =>
        needs.Single(need => need.Facts.Holiday == holiday && need.Part == part);

    private static Plan Replan(YearInput input, Plan before) =>
        YearPlanner.Replan(input, before, new SolveBudget { Steps = 60, Bound = false }).Plan;

    private static List<(string Id, LocalDate Date, LocalTime Start)> Places(Plan plan) =>
        [.. plan.Meetings.Select(meeting => (meeting.Id, meeting.Date, meeting.Start))];
}
