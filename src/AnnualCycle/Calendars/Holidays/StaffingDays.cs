using NodaTime;

namespace AnnualCycle.Calendars.Holidays;

/// <summary>A day on which all who care for the same people make sure that they are staffed.</summary>
/// <param name="Holiday">The storhelg that it lies in.</param>
/// <param name="Year">The year of that storhelg, which for 2 January is the year before.</param>
/// <param name="Run">The days off in a row that it is counted in.</param>
public sealed record StaffingDay(LocalDate Date, Holiday Holiday, int Year, FreeRun Run);

/// <summary>Finds the staffing days of a year.</summary>
public sealed class StaffingDays(HolidayCalendar calendar)
{
    /// <summary>Fewer days off in a row need nothing beyond what a weekend needs.</summary>
    private const int FewestDays = 3;

    /// <summary>Those whose own date lies in the calendar year, in order.</summary>
    public IReadOnlyList<StaffingDay> In(int year, StaffingRule rule) =>
        [.. Enumerable.Range(year - 1, 3).SelectMany(calendar.In).SelectMany(facts => Of(facts, rule))
            .Where(day => day.Date.Year == year).DistinctBy(day => day.Date).OrderBy(day => day.Date)];

    /// <summary>Those of one storhelg, in order; none in a plain weekend or where the rule leaves it out.</summary>
    public static IReadOnlyList<StaffingDay> Of(HolidayFacts facts, StaffingRule rule) =>
        rule.Holidays.Count > 0 && !rule.Holidays.Contains(facts.Holiday) ? [] :
        [
            .. facts.Runs.Where(run => !run.IsPlain && run.Length >= Math.Max(FewestDays, rule.Day))
                .Select(run => (run, Date: Agreed(run.Days.Start.PlusDays(rule.Day - 1), rule)))
                .Where(day => day.Date is not null)
                .Select(day => new StaffingDay(day.Date!.Value, facts.Holiday, facts.Year, day.run)),
        ];

    private static LocalDate? Agreed(LocalDate usual, StaffingRule rule) =>
        rule.Own.FirstOrDefault(own => own.Date == usual) is { } own ? own.Instead : usual;
}
