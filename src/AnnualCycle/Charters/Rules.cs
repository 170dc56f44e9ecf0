using AnnualCycle.Phrases;
using NodaTime;

namespace AnnualCycle.Charters;

/// <summary>One sentence of a charter about how often or when a group meets.</summary>
/// <param name="Purpose">What these meetings are for, in our own words.</param>
public sealed record MeetingRule(
    string Id, RuleSource Source, IReadOnlyList<PhraseRule> Demands, string? Purpose = null)
{
    /// <summary>The storhelger that these meetings prepare and look back on.</summary>
    public MeetingHolidays Holidays { get; init; } = MeetingHolidays.None;
}

/// <summary>A meeting that several groups own; it counts for each of them.</summary>
/// <param name="SameAs">Other lines of the charter that state the same meeting.</param>
public sealed record JointMeeting(
    string Id, string Name, IReadOnlyList<string> Groups,
    MeetingRule Rule, IReadOnlyList<int> SameAs, MeetingForm Form);

/// <summary>A group's meetings that must come before another group's.</summary>
/// <param name="For">Id of the group whose meetings are prepared.</param>
/// <param name="Lead">Days before, from the fewest to the most.</param>
/// <param name="LeadIsDefault">True when the charter says before, but not how long before.</param>
/// <param name="BeforeEach">
/// True when one preparatory meeting is planned before each meeting of the other group. False where the charter gives
/// the preparing group no frequency and nobody has answered the question yet.
/// </param>
public sealed record Preparation(
    string For, LeadDays Lead, bool LeadIsDefault, bool BeforeEach, RuleSource Source);

/// <summary>Days from a preparatory meeting to the meeting it prepares.</summary>
public sealed record LeadDays(int Min, int Ideal, int Max);

/// <summary>Something a group owes: a report to somebody, or work tied to its meetings.</summary>
/// <param name="SameAs">Other lines of the charter that state the same duty.</param>
public sealed record Duty(
    string Id, string Title, RuleSource Source, IReadOnlyList<PhraseRule> Demands, DutyParties Parties,
    IReadOnlyList<int> SameAs)
{
    /// <summary>
    /// The day or distance that was decided for it; empty when charter and collaboration leave it open.
    /// </summary>
    public IReadOnlyList<PhraseRule> Due { get; init; } = [];

    /// <summary>The meeting that takes it up, so that it is due before that; null for none.</summary>
    public Handling? HandledAt { get; init; }

    /// <summary>Full id of the report that it is written into, so that it is due before that; null for none.</summary>
    public string? Feeds { get; init; }
}

/// <summary>A meeting at which a report is taken up.</summary>
/// <param name="Group">Full id of the group that meets.</param>
/// <param name="Lead">From the meeting to the report's day; null for the usual ten working days before.</param>
public sealed record Handling(string Group, HandlingMeeting Meeting, PhraseWindow.Relative? Lead);

/// <summary>Which of a group's meetings takes a report up.</summary>
public enum HandlingMeeting
{
    /// <summary>The first that can, after the period that the report covers.</summary>
    Next,

    /// <summary>The year's first: what it takes up covers the year before.</summary>
    First,

    /// <summary>The year's last.</summary>
    Last,
}

/// <summary>Who owes a duty and who receives it; null where the charter does not say.</summary>
public sealed record DutyParties(string? From, string? To);

/// <summary>For how long somebody chairs the group and between whom the chair passes.</summary>
/// <param name="Months">Length of a period in months; null when the charter gives none.</param>
/// <param name="Alternates">The principals between whom it passes.</param>
/// <param name="InStepWith">Group or body whose chair changes on the same day.</param>
/// <param name="Since">First day of the present period; null is a question.</param>
public sealed record ChairPeriod(
    int? Months, IReadOnlyList<string> Alternates, string? InStepWith, LocalDate? Since, RuleSource Source)
{
    /// <summary>The principal that chairs in the period that began on <see cref="Since"/>; null is a question.</summary>
    public string? Holds { get; init; }

    /// <summary>True when the vice chair is the next chair.</summary>
    public bool ViceBecomesChair { get; init; }
}
