namespace AnnualCycle.Plans.Changes;

/// <summary>What came of a person's change to a plan: the new plan, or why it could not be made.</summary>
/// <param name="Plan">The plan as it now is; as it was when there are mistakes.</param>
/// <param name="Meeting">The meeting that was changed, as it now is; null with mistakes and for whole plans.</param>
/// <param name="Warnings">What speaks against the choice, in Swedish; the choice stands.</param>
public sealed record EditedPlan(
    Plan Plan, PlannedMeeting? Meeting, IReadOnlyList<string> Warnings, IReadOnlyList<Mistake> Mistakes)
{
    public bool IsDone => Mistakes.Count == 0;
}
