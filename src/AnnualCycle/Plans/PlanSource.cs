using AnnualCycle.Charters;

namespace AnnualCycle.Plans;

/// <summary>What a plan says that does not follow from its meetings alone: the planner's own account.</summary>
/// <param name="Hindrance">By rule id: why a demanded meeting has no date; null when all have one.</param>
/// <param name="Usual">The weekday and time that a group keeps; null without any.</param>
internal sealed record PlanSource(PlanScore Score, Func<string, string?> Hindrance, Func<Group, string?> Usual);
