namespace AnnualCycle.Planning.Demands;

/// <summary>
/// How far apart the meetings of a spread series should be, counted so that the first and last fall as people place
/// them.
/// </summary>
/// <remarks>
/// In 51 published years the first meeting lies about twelve open days into the year and the last about eight before
/// its end; within a body the shortest gap is about 0.8 of the median one.
/// </remarks>
internal static class Rhythm
{
    private const int OpenDaysAtBothEnds = 20;

    public static GapLaw None { get; } = new(7, 0, 0, 0);

    /// <summary>Calendar days off its anchor that cost a rare meeting nothing.</summary>
    public const int AnchorTolerance = 25;

    /// <summary>
    /// The day a rare meeting is drawn to: few meetings have little but each other to keep them from January's first
    /// free days. Null for meetings with a named time, and where four or more hold each other in place.
    /// </summary>
    public static int? Anchor(MeetingSeries series, int place, PlanningCalendar days)
    {
        if (!series.Spread || series.Meetings.Count > 3)
        {
            return null;
        }

        var open = Enumerable.Range(0, days.Cost.Count).Where(days.IsOpen).ToList();
        return open[(int)(open.Count * (place + 0.4) / series.Meetings.Count)];
    }

    /// <summary>
    /// The gap law of a series; one whose meetings follow another group's keeps its own rhythm only loosely.
    /// </summary>
    public static GapLaw Of(MeetingSeries series, PlanningCalendar days)
    {
        var meetings = series.Meetings.Count;
        if (!series.Spread || meetings < 2)
        {
            return None;
        }

        var open = Enumerable.Range(0, days.Cost.Count).Count(days.IsOpen);
        var ideal = Math.Min((open - OpenDaysAtBothEnds) / (meetings - 1), open * 6 / (5 * meetings));
        return new GapLaw(Math.Clamp(ideal * 7 / 10, 5, 60), ideal,
            Math.Max(1, ideal / (series.IsPreparatory ? 4 : 20)), 1);
    }
}
