namespace AnnualCycle.Planning;

/// <summary>What stands in the way of a meeting on some days of its window.</summary>
/// <param name="Days">The days of the window it stands in the way of.</param>
/// <param name="Alone">On how many of them nothing else does: so many days open up when it goes away.</param>
/// <param name="Resource">Who is busy or elsewhere; index, null for other kinds.</param>
/// <param name="Other">The meeting that is too near, that it is tied to, or where the resource is; null for other
/// kinds.</param>
public sealed record Obstacle(ObstacleKind Kind, IReadOnlyList<int> Days, int Alone, int? Resource = null,
    OccurrenceAt? Other = null);

/// <summary>Kinds of obstacles.</summary>
public enum ObstacleKind
{
    /// <summary>Nobody meets on the day.</summary>
    Closed,

    /// <summary>Somebody who must be there is taken by something outside the plan.</summary>
    Busy,

    /// <summary>Too near another meeting of the same chain.</summary>
    Gap,

    /// <summary>Too near or too far from the meeting it prepares or is prepared by.</summary>
    Lead,

    /// <summary>Somebody who must be there has another meeting.</summary>
    Taken,
}
