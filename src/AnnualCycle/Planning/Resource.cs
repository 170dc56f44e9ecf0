namespace AnnualCycle.Planning;

/// <summary>Persons with exactly the same meetings, or a room: they can be in one place at a time.</summary>
/// <param name="Multiplicity">How many persons; 1 for a room or a person with busy times of their own.</param>
/// <param name="WeekLimit">Meetings a week beyond which each further one costs.</param>
public sealed record Resource(string Id, int Multiplicity, int WeekLimit, IReadOnlyList<BusyTime> Busy);

/// <summary>A time when somebody is taken by something that is not planned here.</summary>
/// <param name="From">First minute of the day.</param>
/// <param name="To">Minute after the last.</param>
public readonly record struct BusyTime(int Day, int From, int To);
