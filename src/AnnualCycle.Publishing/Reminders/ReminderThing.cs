using AnnualCycle.Plans;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Reminders;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>One thing that one person is reminded of, and on which days: something due, or a meeting.</summary>
/// <param name="To">Without an address where nobody answers for it.</param>
/// <param name="Due">The day that it is about.</param>
/// <param name="Steps">The earliest first.</param>
public sealed record ReminderThing(
    AnswerablePerson To, string Uid, string Title, LocalDate Due, string Collaboration, IReadOnlyList<ReminderStep> Steps)
{
    /// <summary>Null for a meeting.</summary>
    public DutyItem? Duty { get; init; }

    /// <summary>Null for something due.</summary>
    public PlannedMeeting? Meeting { get; init; }

    /// <summary>The principal that chairs the meeting; null where nobody has said.</summary>
    public string? Chair { get; init; }

    /// <summary>Names of those who answer for it; empty for a meeting.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>True when the person hears of it as process leader, since others are late.</summary>
    public bool AsLeader { get; init; }

    /// <summary>True when the person was told of the meeting and can answer by a link.</summary>
    public bool CanAnswer { get; init; }

    /// <summary>What should have come before this day was never to come.</summary>
    public LocalDate Since { get; init; } = LocalDate.MinIsoValue;

    /// <summary>Why the person is not reminded: it is done, or they do not want to be; null when they are.</summary>
    public string? Hushed { get; init; }
}
