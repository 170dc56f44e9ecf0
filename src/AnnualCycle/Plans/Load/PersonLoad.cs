using NodaTime;

namespace AnnualCycle.Plans.Load;

/// <summary>A week with what somebody has in it.</summary>
/// <param name="Monday">The week's first day; in the first and last week it may lie in another year.</param>
public sealed record WeekLoad(LocalDate Monday, int Meetings);

/// <summary>One person's load over a year: the meetings that wait for the person, and the groups.</summary>
/// <param name="Groups">Names of the groups in which the person has a seat in the year, invited ones too.</param>
/// <param name="Weeks">Every week that has a day in the year, in order.</param>
/// <param name="Limit">Meetings a week beyond which the planner counts each further one as a cost.</param>
public sealed record PersonLoad(
    string Email, string Name, IReadOnlyList<string> Groups, IReadOnlyList<int> Months, IReadOnlyList<WeekLoad> Weeks,
    int Limit)
{
    /// <summary>From so many groups on somebody sits in many.</summary>
    public const int ManyGroups = 5;

    public int Meetings => Months.Sum();

    public bool SitsInMany => Groups.Count >= ManyGroups;

    /// <summary>Weeks with more meetings than the planner wants for the person.</summary>
    public IEnumerable<WeekLoad> HeavyWeeks => Weeks.Where(week => week.Meetings > Limit);
}
