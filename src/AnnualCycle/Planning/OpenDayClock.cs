namespace AnnualCycle.Planning;

/// <summary>Time as groups feel it: only days they can meet on pass, so that summer and Christmas take none.</summary>
internal static class OpenDayClock
{
    /// <summary>By day, and one entry beyond the last: the number of open days before it.</summary>
    public static int[] Of(PlanningCalendar calendar)
    {
        var clock = new int[calendar.Cost.Count + 1];
        for (var day = 0; day < calendar.Cost.Count; day++)
            clock[day + 1] = clock[day] + (calendar.IsOpen(day) ? 1 : 0);
        return clock;
    }
}
