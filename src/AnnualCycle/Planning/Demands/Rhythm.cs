namespace AnnualCycle.Planning.Demands;

/// <summary>How far apart the meetings of a spread series should be, counted so that the first and last fall as people place them.</summary>
/// <remarks>
/// In 51 published years the first meeting lies about twelve open days into the year and the last about eight before its
/// end; within a body the shortest gap is about 0.8 of the median one.
/// </remarks>
internal static class Rhythm
{
    private const int OpenDaysAtBothEnds = 20;

    public static GapLaw None { get; } = new(7, 0, 0, 0);

    public static GapLaw Of(int meetings, PlanningCalendar days, int year)
    {
        if (meetings < 2)
        {
            return None;
        }

        var open = Enumerable.Range(0, year).Count(days.IsOpen);
        var ideal = Math.Min((open - OpenDaysAtBothEnds) / (meetings - 1), open * 6 / (5 * meetings));
        return new GapLaw(Math.Clamp(ideal * 7 / 10, 5, 60), ideal, Math.Max(1, ideal / 20), 1);
    }
}
