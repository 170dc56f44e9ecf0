namespace AnnualCycle.Planning;

/// <summary>A day of the year and the minute of the day a meeting starts.</summary>
public readonly record struct Slot(int Day, int Start);
