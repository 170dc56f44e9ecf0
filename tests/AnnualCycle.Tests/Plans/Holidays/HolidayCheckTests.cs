using AnnualCycle.Plans;
using AnnualCycle.Plans.Check;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Plans.Holidays;

/// <summary>The sentence about storhelger, held against a calendar that people kept.</summary>
public sealed class HolidayCheckTests
{
    private static RuleOutcome Check(string when, params LocalDate[] held)
    {
        var input = Network.Year(2027, Network.Charter($$"""
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - id: lgs
                name: LGS
                meetings: [{ id: ordinarie, when: minst en gång per år }]
                holidayCoordination: { when: {{when}}, holidays: [påsk] }
            """));
        var events = held.Select(day => new HeldEvent(day, "LGS", 1) { Start = new LocalTime(9, 0), End = new LocalTime(10, 0) }).ToList();
        return CalendarCheck.Of(input, "nord.ics", events).Collaborations[0].Groups[0].Rules
            .Single(rule => rule.Kind == RuleKind.Holidays);
    }

    [Fact]
    public void A_calendar_without_a_follow_up_is_short_of_one_and_says_which()
    {
        var outcome = Check("Avstämning görs inför och efter storhelger", new LocalDate(2027, 3, 2));

        Assert.Equal((2, 1, RuleStatus.Short), (outcome.Min, outcome.Planned, outcome.Status));
        Assert.Equal("saknas: uppföljning efter påsk", outcome.Note);
    }

    [Fact]
    public void What_is_done_as_needed_is_kept_whatever_the_calendar_shows()
    {
        var outcome = Check("inför storhelger när så bedöms behövas", new LocalDate(2027, 9, 2));

        Assert.Equal((null, RuleStatus.Fulfilled, "vid behov"), (outcome.Min, outcome.Status, outcome.Note));
    }
}
