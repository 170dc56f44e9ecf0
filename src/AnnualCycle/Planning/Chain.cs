namespace AnnualCycle.Planning;

/// <summary>The ordered meetings that one rule of one group demands in a year.</summary>
public sealed record Chain
{
    public required string Id { get; init; }

    public required string Group { get; init; }

    /// <summary>Index among the problem's calendars.</summary>
    public required int Calendar { get; init; }

    /// <summary>
    /// Chains with the same number are wished on the same day and count as one meeting there; null counts alone.
    /// </summary>
    public int? Stack { get; init; }

    /// <summary>People who are invited: what moving a published meeting is multiplied by.</summary>
    public int Invitees { get; init; }

    /// <summary>Indices of those who must be there.</summary>
    public required IReadOnlyList<int> Resources { get; init; }

    /// <summary>Minutes.</summary>
    public required int Duration { get; init; }

    public required IReadOnlyList<AllowedStart> Starts { get; init; }

    /// <summary>
    /// Points for Monday to Friday; a meeting on a weekend, which only a person can choose, costs nothing here.
    /// </summary>
    public required IReadOnlyList<int> WeekdayCost { get; init; }

    public required GapLaw Gap { get; init; }

    /// <summary>Points per invitee when a published meeting gets another day.</summary>
    public int StabilityDay { get; init; }

    /// <summary>Points per invitee when a published meeting keeps its day but not its time.</summary>
    public int StabilityTime { get; init; }

    public required IReadOnlyList<Occurrence> Occurrences { get; init; }

    /// <summary>The group's usual weekday and start, or null when it has no habit to keep.</summary>
    public UsualSlot? Usual { get; init; }
}

/// <summary>A minute of the day that a group's meetings may start, and what speaks against it in points.</summary>
public readonly record struct AllowedStart(int Start, int Cost);

/// <summary>How far apart the meetings of one chain should be.</summary>
/// <param name="Min">Calendar days between two meetings; never broken. Two meetings of a chain are never on one
/// day.</param>
/// <param name="Ideal">Open days, so that summer and Christmas do not count.</param>
/// <param name="Tolerance">Open days off the ideal that cost nothing.</param>
/// <param name="Weight">Points for the square of each open day beyond the tolerance.</param>
public sealed record GapLaw(int Min, int Ideal, int Tolerance, int Weight);

/// <summary>The weekday and the start that people have in their calendars for a group.</summary>
/// <param name="Weekday">0 = Monday; null lets the planner choose one for the year.</param>
/// <param name="Start">Minute of the day; null lets the planner choose one for the year.</param>
/// <param name="Cost">Points for each meeting that is off the weekday or the start.</param>
public sealed record UsualSlot(int? Weekday, int? Start, int Cost = 12);
