using NodaTime;

namespace AnnualCycle.Calendars.Holidays;

/// <summary>
/// On which day of a storhelg a collaboration checks together that everybody is staffed (bemanningsdag): the third
/// consecutive day off, unless it has agreed on another.
/// </summary>
/// <param name="Day">Which of the days off in a row, from 1.</param>
public sealed record StaffingRule(int Day = StaffingRule.Third)
{
    /// <summary>The day that everybody keeps: after it the stores of what was prepared run out.</summary>
    public const int Third = 3;

    /// <summary>The storhelger that have one; all when empty.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Days that the collaboration has agreed on instead.</summary>
    public IReadOnlyList<OwnStaffingDay> Own { get; init; } = [];

    /// <summary>The day that everybody keeps, at every storhelg.</summary>
    public static StaffingRule Usual { get; } = new();
}

/// <summary>A staffing day that a collaboration has moved or does without.</summary>
/// <param name="Date">The day that the rule gives.</param>
/// <param name="Instead">Null when there is none that time.</param>
public sealed record OwnStaffingDay(LocalDate Date, LocalDate? Instead);
