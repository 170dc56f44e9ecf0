namespace AnnualCycle.Calendars.Holidays;

/// <summary>Whether a meeting is held before a holiday or after it.</summary>
public enum HolidayPart
{
    Before, After,
}
