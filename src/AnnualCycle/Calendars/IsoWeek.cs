using NodaTime;
using NodaTime.Calendars;

namespace AnnualCycle.Calendars;

/// <summary>A week as Sweden counts them (ISO 8601): Monday first, week 1 holds 4 January.</summary>
/// <param name="Year">The year that the week belongs to, which may differ from its first or last days' year.</param>
/// <param name="Number">1 to 52 or 53.</param>
public readonly record struct IsoWeek(int Year, int Number)
{
    public LocalDate Monday => WeekYearRules.Iso.GetLocalDate(Year, Number, IsoDayOfWeek.Monday);

    /// <summary>Monday to Sunday.</summary>
    public DateInterval Days => new(Monday, Monday.PlusDays(6));

    /// <summary>Monday to Friday.</summary>
    public DateInterval Weekdays => new(Monday, Monday.PlusDays(4));

    public static IsoWeek Of(LocalDate date) =>
        new(WeekYearRules.Iso.GetWeekYear(date), WeekYearRules.Iso.GetWeekOfWeekYear(date));

    /// <summary>52 or 53.</summary>
    public static int CountIn(int year) => WeekYearRules.Iso.GetWeeksInWeekYear(year);

    /// <summary>As people write it: "v. 7".</summary>
    public override string ToString() => $"v. {Number}";
}
