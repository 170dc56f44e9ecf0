namespace AnnualCycle.Plans.Changes;

/// <summary>What a person sees when a plan takes another's place.</summary>
/// <param name="Changes">Meetings by day, then deadlines by day; one row for each thing that happened.</param>
/// <param name="Unchanged">Meetings to be held of which nothing changed.</param>
public sealed record PlanDiff(IReadOnlyList<PlanChange> Changes, int Unchanged)
{
    /// <summary>"2 flyttas, 1 ny, 46 står kvar".</summary>
    public string Summary => DiffTexts.Summary(this);

    /// <summary>How many meetings something happened to; deadlines are counted by themselves.</summary>
    public int Count(ChangeKind kind) => Changes.Count(change => change.IsMeeting && change.Kind == kind);

    /// <param name="before">Null when nothing was published yet: everything is new.</param>
    public static PlanDiff Between(Plan? before, Plan after)
    {
        var texts = new DiffTexts(after.Collaborations.Concat(before?.Collaborations ?? []));
        var meetings = new MeetingChanges(texts).Between(before?.Meetings ?? [], after.Meetings).ToList();
        var changed = meetings.Select(change => change.Uid).ToHashSet();
        return new PlanDiff(
            [.. meetings, .. new DeadlineChanges(texts).Between(before?.Deadlines ?? [], after.Deadlines)],
            after.Meetings.Count(meeting => !meeting.IsCancelled && !changed.Contains(meeting.Uid)));
    }
}
