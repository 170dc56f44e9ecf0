using NodaTime;

namespace AnnualCycle.Planning;

/// <summary>
/// A year to be planned for a network of groups: what must meet, when it may, who must be there and what everything
/// costs.
/// </summary>
/// <remarks>
/// Days count from 0 = 1 January, weekdays from 0 = Monday, times of day are minutes after midnight, costs are whole
/// points. One point is one open day off the ideal gap between two meetings, squared. The order of every list is part
/// of the problem: chains, resources and calendars are named by their index.
/// </remarks>
public sealed record PlanningProblem
{
    public required string Name { get; init; }

    public required int Year { get; init; }

    /// <summary>365 or 366.</summary>
    public required int Days { get; init; }

    /// <summary>Weekday of 1 January, 0 = Monday.</summary>
    public required int FirstWeekday { get; init; }

    /// <summary>Minutes between two meetings that one person attends, for travel.</summary>
    public required int Buffer { get; init; }

    public required Weights Weights { get; init; }

    public required IReadOnlyList<PlanningCalendar> Calendars { get; init; }

    public required IReadOnlyList<Resource> Resources { get; init; }

    public required IReadOnlyList<Chain> Chains { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    public int WeekdayOf(int day) => (day + FirstWeekday) % 7;

    /// <summary>
    /// Number of the Monday-to-Sunday week a day lies in, counted from the week of 1 January. No ISO week number.
    /// </summary>
    public int WeekOf(int day) => (day + FirstWeekday) / 7;

    public LocalDate DateOf(int day) => new LocalDate(Year, 1, 1).PlusDays(day);

    /// <summary>Day number of a date; below 0 or beyond <see cref="Days"/> for the neighbouring years.</summary>
    public int DayOf(LocalDate date) => NodaTime.Period.DaysBetween(new LocalDate(Year, 1, 1), date);
}
