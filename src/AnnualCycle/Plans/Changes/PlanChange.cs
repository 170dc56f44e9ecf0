namespace AnnualCycle.Plans.Changes;

/// <summary>What happened to a meeting or a deadline between two versions of a plan.</summary>
public enum ChangeKind
{
    New,

    /// <summary>Another day or time.</summary>
    Moved,

    /// <summary>Still in the plan, but not to be held.</summary>
    Cancelled,

    /// <summary>Not in the later plan; publishing tells the invited that it is cancelled.</summary>
    Removed,

    /// <summary>Title, purpose, place, agenda or the like says something else.</summary>
    Reworded,

    /// <summary>Proposed has become adopted, or the like.</summary>
    StatusChanged,
}

/// <summary>One change that a person sees: of a meeting or of a deadline, as it was and as it is.</summary>
/// <param name="Text">One line in Swedish, "Flyttas: … tor 4 feb 09:00 → tis 9 feb 09:00".</param>
public sealed record PlanChange(ChangeKind Kind, string Text)
{
    /// <summary>As it was; null for a new one and for deadlines.</summary>
    public PlannedMeeting? MeetingBefore { get; init; }

    public PlannedMeeting? MeetingAfter { get; init; }

    public PlannedDeadline? DeadlineBefore { get; init; }

    public PlannedDeadline? DeadlineAfter { get; init; }

    public bool IsMeeting => (MeetingBefore ?? MeetingAfter) is not null;

    /// <summary>The same before and after.</summary>
    public string Uid => (MeetingAfter ?? MeetingBefore)?.Uid ?? (DeadlineAfter ?? DeadlineBefore)!.Uid;
}
