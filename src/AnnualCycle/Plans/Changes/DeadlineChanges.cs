namespace AnnualCycle.Plans.Changes;

/// <summary>What happened to each deadline between two versions of a plan.</summary>
internal sealed class DeadlineChanges(DiffTexts texts)
{
    public IEnumerable<PlanChange> Between(
        IReadOnlyList<PlannedDeadline> before, IReadOnlyList<PlannedDeadline> after)
    {
        var (known, now) = (before.ToDictionary(one => one.Uid), after.ToDictionary(one => one.Uid));
        return DeadlineWriter.InOrder(after.Concat(before.Where(gone => !now.ContainsKey(gone.Uid))))
            .Select(one => Of(known.GetValueOrDefault(one.Uid), now.GetValueOrDefault(one.Uid)))
            .OfType<PlanChange>();
    }

    private PlanChange? Of(PlannedDeadline? before, PlannedDeadline? after) =>
        KindOf(before, after) is { } kind
            ? new PlanChange(kind, texts.Of(kind, before, after)) { DeadlineBefore = before, DeadlineAfter = after }
            : null;

    private static ChangeKind? KindOf(PlannedDeadline? before, PlannedDeadline? after) => (before, after) switch
    {
        (null, _) => ChangeKind.New,
        (_, null) => ChangeKind.Removed,
        _ when before.Due != after.Due => ChangeKind.Moved,
        _ when Words(before) != Words(after) => ChangeKind.Reworded,
        _ => null,
    };

    private static (string, string?, string?, string?, string?) Words(PlannedDeadline deadline) =>
        (deadline.Title, deadline.From, deadline.To, deadline.Condition, deadline.Sentence);
}
