namespace AnnualCycle.Planning;

/// <summary>A planned year: every occurrence's slot, or none where it is left out, and how good that is.</summary>
/// <param name="Slots">By chain and occurrence; null is not held.</param>
/// <param name="LowerBound">Soft points that no plan with as few left out can go below; null when not asked
/// for.</param>
/// <param name="Gap">Points between this plan and <paramref name="LowerBound"/>: the plan is at most so far from the
/// best. 0 is proof.</param>
/// <param name="Steps">Rounds of search that were made; the same number as budget gives the same plan again.</param>
/// <param name="Cut">True when the search was stopped before its budget of steps was used.</param>
/// <param name="Usual">By chain: the weekday and start that the planner chose or was given; null where the chain has no
/// habit.</param>
public sealed record Solution(
    string Problem,
    IReadOnlyList<IReadOnlyList<Slot?>> Slots,
    Score Score,
    int? LowerBound,
    int? Gap,
    long Steps,
    bool Cut,
    IReadOnlyList<UsualSlot?> Usual);

/// <summary>How good a plan is. Compared in this order; the parts are never added up.</summary>
/// <param name="Hard">Rules that must never be broken and are; 0 in everything the planner makes unless pins break
/// them.</param>
/// <param name="Unplaced">Demanded meetings that could not be placed.</param>
/// <param name="Soft">Points; see <see cref="ScoreSheet"/> for what they are made of.</param>
public readonly record struct Score(int Hard, int Unplaced, int Soft);
