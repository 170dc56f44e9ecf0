namespace AnnualCycle.Planning;

/// <summary>The days that a group can meet, and what speaks against each.</summary>
/// <param name="Cost">One entry a day: <see cref="Closed"/>, or points from 0.</param>
public sealed record PlanningCalendar(string Id, IReadOnlyList<int> Cost)
{
    public const int Closed = -1;

    public bool IsOpen(int day) => day >= 0 && day < Cost.Count && Cost[day] != Closed;
}
