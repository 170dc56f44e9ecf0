namespace AnnualCycle.Planning;

/// <summary>Which weekday and start a group's year rests on.</summary>
internal static class UsualChoice
{
    /// <summary>
    /// Every habit the chain may have: one when weekday and start are given, else every Monday to Friday and every
    /// allowed start that is left open. Empty without a habit. The order decides between equals.
    /// </summary>
    public static IReadOnlyList<UsualSlot> Candidates(Chain chain)
    {
        if (chain.Usual is not { } usual)
            return [];
        IEnumerable<int> weekdays = usual.Weekday is { } weekday ? [weekday] : Enumerable.Range(0, 5);
        IEnumerable<int> starts = usual.Start is { } start ? [start] : chain.Starts.Select(allowed => allowed.Start);
        return [.. weekdays.SelectMany(w => starts.Select(s => new UsualSlot(w, s, usual.Cost)))];
    }

    /// <summary>The habit that fewest of the meetings are off, or null without a habit.</summary>
    public static UsualSlot? For(PlanningProblem problem, Chain chain, IReadOnlyList<Slot?> slots) =>
        Candidates(chain).MinBy(habit => slots.Count(slot =>
            slot is { } held && (problem.WeekdayOf(held.Day) != habit.Weekday || held.Start != habit.Start)));
}
