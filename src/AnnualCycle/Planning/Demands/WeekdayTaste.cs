using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>
/// Points for Monday to Friday: a mild taste for the middle of the week, a firm one where the charter names days.
/// </summary>
internal static class WeekdayTaste
{
    /// <summary>Points for a Monday or a Friday where the charter names no days.</summary>
    public const int Edge = 4;

    private const int NotNamed = 14;

    public static IReadOnlyList<int> Of(MeetingForm form) => form.Weekdays.Count > 0
        ? [.. Workdays.Select(day => form.Weekdays.Contains(day) ? 0 : NotNamed)]
        : [Edge, 0, 0, 0, Edge];

    private static IEnumerable<IsoDayOfWeek> Workdays => Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day);
}
