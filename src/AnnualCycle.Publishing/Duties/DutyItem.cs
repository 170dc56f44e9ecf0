using AnnualCycle.Plans;
using AnnualCycle.Reminders;
using AnnualCycle.Storage.Duties;
using NodaTime;

namespace AnnualCycle.Publishing.Duties;

/// <summary>Where a duty stands.</summary>
public enum DutyStatus
{
    /// <summary>Nobody has said by when.</summary>
    Undated, Coming,

    /// <summary>Whoever answers for it has been reminded.</summary>
    Reminded, Delivered,

    /// <summary>Its day has passed.</summary>
    Late,

    /// <summary>Somebody has said that it is not to be done this time.</summary>
    NotNeeded,
}

/// <summary>Something that is due, and what became of it: a report, a notice, a handover, work around a meeting.</summary>
/// <param name="Deadline">As the plan in force has it, or as it follows from a meeting.</param>
/// <param name="Collaboration">Id.</param>
/// <param name="Settled">Null until somebody has said so.</param>
public sealed record DutyItem(PlannedDeadline Deadline, string Collaboration, HandedIn? Settled)
{
    /// <summary>The day on which people first heard of it; a reminder that should have come earlier was never due.</summary>
    public LocalDate Since { get; init; } = LocalDate.MinIsoValue;

    /// <summary>True when somebody has been reminded of it as it is due now.</summary>
    public bool WasReminded { get; init; }

    public DutyStatus StatusOn(LocalDate today) => this switch
    {
        { Settled.State: HandedInState.Done } => DutyStatus.Delivered,
        { Settled: not null } => DutyStatus.NotNeeded,
        { Deadline.Due: null } => DutyStatus.Undated,
        _ when Deadline.Due < today => DutyStatus.Late,
        { WasReminded: true } => DutyStatus.Reminded,
        _ => DutyStatus.Coming,
    };

    /// <summary>
    /// True for what comes by itself on its day, so that nobody can deliver it or be late: a handover, an agreement's days.
    /// </summary>
    public bool IsEvent => Deadline.Kind is DeadlineKind.Handover or DeadlineKind.Notice or DeadlineKind.TermEnd;

    /// <summary>True for what somebody can say is done: a notice can be decided on, a day that comes cannot.</summary>
    public bool CanBeSettled => Deadline.Kind is not (DeadlineKind.Handover or DeadlineKind.TermEnd);

    /// <summary>False for work around a meeting that members have not been told of: nobody is reminded of it.</summary>
    public bool IsFirm { get; init; } = true;

    /// <summary>True when its day has passed and it is of no use any more, or has come by itself.</summary>
    public bool IsOver(LocalDate today) => Deadline.Due < today && (IsEvent || Deadline.UsefulUntil < today
        || Deadline.Kind == DeadlineKind.Notes && Deadline.Due < today.PlusWeeks(-ReminderDays.WeeksOfNotes));
}
