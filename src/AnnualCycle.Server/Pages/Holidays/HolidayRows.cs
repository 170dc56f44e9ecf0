using AnnualCycle.Calendars;
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Holidays;
using NodaTime;

namespace AnnualCycle.Server.Pages.Holidays;

/// <summary>Puts together what is known of storhelger for those collaborations that somebody may see.</summary>
public sealed class HolidayRows(
    WorkCalendar? calendar, IReadOnlyList<Collaboration> collaborations, IReadOnlyList<PlannedMeeting> meetings)
{
    private readonly HolidayCalendar _holidays = new(calendar);

    /// <summary>Those of a year, by their first day.</summary>
    public IReadOnlyList<HolidayRow> In(int year) => [.. _holidays.In(year).Select(Of)];

    public HolidayRow Of(HolidayFacts facts)
    {
        var municipalities = collaborations.SelectMany(own => own.Municipalities).Distinct().ToList();
        return new HolidayRow(facts,
            HolidayText.SchoolBreaks(_holidays.SchoolBreaks(facts, municipalities), municipalities.Count),
            HolidayText.Compared(HolidayComparison.Of(_holidays, facts)))
        {
            Staffing = Staffing(facts),
            Gatherings = new HolidayPlan(_holidays, collaborations, meetings).Of(facts),
        };
    }

    // Where nobody has agreed on any, it is the day that everybody keeps.
    private IReadOnlyList<(LocalDate, IReadOnlyList<string>)> Staffing(HolidayFacts facts)
    {
        var keeping = collaborations.Where(own => own.Staffing is not null).ToList();
        return keeping.Count == 0
            ? [.. StaffingDays.Of(facts, StaffingRule.Usual).Select(day => (day.Date, (IReadOnlyList<string>)[]))]
            : [.. keeping.SelectMany(own => StaffingDays.Of(facts, own.Staffing!).Select(day => (day.Date, own.Name)))
                .GroupBy(day => day.Date).OrderBy(day => day.Key)
                .Select(day => (day.Key, (IReadOnlyList<string>)[.. day.Select(own => own.Name)]))];
    }
}
