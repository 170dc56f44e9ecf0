namespace AnnualCycle.Planning;

/// <summary>An occurrence laid out for the search.</summary>
internal sealed class SeriesOccurrence
{
    public SeriesOccurrence(PlanningProblem problem, Series series, Occurrence occurrence)
    {
        First = series.FirstPositionFrom(occurrence.From);
        Last = series.LastPositionUpTo(occurrence.To);
        Skip = occurrence.SkipMedium * problem.Weights.Medium + occurrence.SkipSoft;
        Cost = [.. Enumerable.Range(First, Math.Max(0, Last - First + 1))
            .Select(p => CostOn(occurrence, series.Day[p]))];
        Fixed = occurrence.Fixed;
        if (occurrence is { Fixed: null, Published: { } published })
            Published = published;
    }

    /// <summary>First position of the window.</summary>
    public int First { get; }

    /// <summary>Last position of the window; before <see cref="First"/> when it has no open day.</summary>
    public int Last { get; }

    /// <summary>Cost of leaving it out, a demanded one at its medium weight.</summary>
    public int Skip { get; }

    /// <summary>
    /// By position from <see cref="First"/>: distance from the ideal day, and the cost of holding it at all.
    /// </summary>
    public int[] Cost { get; }

    public Slot? Fixed { get; }

    public Slot? Published { get; }

    private static int CostOn(Occurrence occurrence, int day) => occurrence.Place +
        (occurrence.Ideal is { } ideal ? occurrence.Weight * Math.Max(0, Math.Abs(day - ideal) - occurrence.Tolerance)
            : 0);
}
