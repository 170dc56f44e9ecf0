namespace AnnualCycle.ICalendar;

/// <summary>One of BYDAY: a weekday, and which of the month or year (RFC 5545, section 3.3.10).</summary>
/// <param name="Ordinal">1 for the first, -1 for the last, 0 for every one.</param>
/// <param name="Day">The weekday.</param>
public readonly record struct WeekdayNumber(int Ordinal, DayOfWeek Day);
