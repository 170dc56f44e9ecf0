using AnnualCycle.Plans;
using AnnualCycle.Reminders;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Reminders;

/// <summary>People are reminded in good time, on working days, and no longer than it is of use.</summary>
public sealed class ReminderDaysTests
{
    private static readonly ReminderDays Days = new(Network.Calendar);

    private static PlannedDeadline Due(LocalDate due, DeadlineKind kind = DeadlineKind.Report) =>
        new("n/a/r/2027-1", "u", "n/a", "R", due, "n/a/r", []) { Kind = kind };

    private static string Text(IEnumerable<ReminderStep> steps) =>
        string.Join(", ", steps.Select(step => $"{step.Day:MM-dd} {step.Name}{(step.ToLeader ? " +" : "")}"));

    [Fact]
    public void A_long_period_is_reminded_of_from_four_weeks_and_a_short_one_from_a_week_before()
    {
        var quarter = Due(new LocalDate(2027, 4, 21)) with
        {
            CoversFrom = new LocalDate(2027, 1, 1), CoversTo = new LocalDate(2027, 3, 31),
        };
        Assert.Equal("03-24 28 dagar före, 04-14 7 dagar före, 04-20 1 dag före", Text(Days.Before(quarter)));
        var weeks = quarter with { CoversFrom = new LocalDate(2027, 3, 18) };
        Assert.Equal("04-14 7 dagar före, 04-20 1 dag före", Text(Days.Before(weeks)));
        var february = quarter with { CoversFrom = new LocalDate(2027, 2, 1), CoversTo = new LocalDate(2027, 2, 28) };
        Assert.StartsWith("03-24 28", Text(Days.Before(february)), StringComparison.Ordinal);
        Assert.Equal("04-14 7 dagar före, 04-20 1 dag före", Text(Days.Before(Due(new LocalDate(2027, 4, 21), DeadlineKind.Call))));
    }

    [Fact]
    public void Nobody_is_reminded_on_a_red_day_and_two_on_one_day_are_one() => Assert.Equal(
        // Easter 2027: Friday 26 to Monday 29 March.
        "03-02 28 dagar före, 03-23 7 dagar före, 03-25 1 dag före",
        Text(Days.Before(Due(new LocalDate(2027, 3, 30)))));

    [Fact]
    public void Who_is_late_hears_of_it_every_week_and_the_leader_after_two() => Assert.Equal(
        "11-16 1 dag efter, 11-23 8 dagar efter, 11-30 15 dagar efter +, 12-07 22 dagar efter +",
        Text(Days.Late(Due(new LocalDate(2027, 11, 15)), new LocalDate(2027, 12, 10))));

    [Fact]
    public void What_was_late_through_the_holidays_is_said_once_when_people_are_back() => Assert.Equal(
        "07-02 15 dagar efter +, 08-13 57 dagar efter +",
        Text(Days.Late(Due(new LocalDate(2027, 6, 17)), new LocalDate(2027, 8, 13)).SkipWhile(step => step.Day.Month < 7)));

    [Fact]
    public void What_is_of_no_use_any_more_or_comes_by_itself_is_never_late()
    {
        var call = Due(new LocalDate(2027, 11, 15), DeadlineKind.Call) with { UsefulUntil = new LocalDate(2027, 11, 22) };
        Assert.Equal("11-16 1 dag efter", Text(Days.Late(call, new LocalDate(2027, 12, 31))));
        Assert.Equal(4, Days.Late(Due(new LocalDate(2027, 10, 15), DeadlineKind.Notes), new LocalDate(2027, 12, 31)).Count);
        Assert.All([DeadlineKind.Handover, DeadlineKind.Notice, DeadlineKind.TermEnd],
            kind => Assert.Empty(Days.Late(Due(new LocalDate(2027, 1, 15), kind), new LocalDate(2027, 12, 31))));
    }
}
