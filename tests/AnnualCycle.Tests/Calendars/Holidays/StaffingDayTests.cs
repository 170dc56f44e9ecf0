using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Calendars.Holidays;

public sealed class StaffingDayTests
{
    private static readonly HolidayCalendar Calendar = new(Network.Calendar);

    [Fact]
    public void The_staffing_days_of_2021_and_2022_are_those_that_people_kept()
    {
        var days = new[] { 2021, 2022 }
            .SelectMany(year => new StaffingDays(Calendar).In(year, StaffingRule.Usual)).Select(day => day.Date);

        Assert.Equal(
        [
            new(2021, 1, 2), new(2021, 4, 4), new(2021, 6, 27), new(2021, 12, 26), new(2022, 1, 2), new(2022, 4, 17),
            new(2022, 6, 6), new(2022, 6, 26), new LocalDate(2022, 12, 26),
        ], days);
    }

    [Fact]
    public void The_second_of_January_belongs_to_the_Christmas_before()
    {
        var day = new StaffingDays(Calendar).In(2022, StaffingRule.Usual)[0];

        Assert.Equal((Holiday.Christmas, 2021), (day.Holiday, day.Year));
    }

    [Fact]
    public void A_collaboration_may_keep_another_day()
    {
        var days = new StaffingDays(Calendar).In(2027, new StaffingRule(2) { Holidays = [Holiday.Easter] });

        Assert.Equal(new LocalDate(2027, 3, 27), Assert.Single(days).Date);
    }

    [Fact]
    public void No_storhelg_has_a_fifth_day_when_it_is_four_days_long()
    {
        var days = new StaffingDays(Calendar).In(2027, new StaffingRule(5) { Holidays = [Holiday.Easter] });

        Assert.Empty(days);
    }

    [Fact]
    public void A_collaboration_may_move_one_staffing_day_and_do_without_another()
    {
        var rule = StaffingRule.Usual with
        {
            Own =
            [
                new OwnStaffingDay(new LocalDate(2027, 3, 28), new LocalDate(2027, 3, 27)),
                new OwnStaffingDay(new LocalDate(2027, 6, 27), Instead: null),
            ],
        };

        var days = new StaffingDays(Calendar).In(2027, rule).Select(day => day.Date).ToList();

        Assert.Contains(new LocalDate(2027, 3, 27), days);
        Assert.DoesNotContain(new LocalDate(2027, 3, 28), days);
        Assert.DoesNotContain(days, day => day.Month == 6);
    }
}
