using NodaTime;

namespace AnnualCycle.Reminders;

/// <summary>One of the times that somebody is reminded of something.</summary>
/// <param name="Name">Tells it from the others of the same thing: "28 dagar före", "8 dagar sen".</param>
/// <param name="Day">Always a working day.</param>
public sealed record ReminderStep(string Name, LocalDate Day)
{
    /// <summary>True when the day it is due has passed.</summary>
    public bool IsLate { get; init; }

    /// <summary>True when the process leader is to know as well.</summary>
    public bool ToLeader { get; init; }
}
