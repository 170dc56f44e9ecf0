namespace AnnualCycle.ICalendar;

/// <summary>A time that somebody's calendar says is taken.</summary>
/// <param name="Start">The moment it begins.</param>
/// <param name="End">The moment it ends, exclusive.</param>
public readonly record struct BusyTime(DateTime Start, DateTime End);
