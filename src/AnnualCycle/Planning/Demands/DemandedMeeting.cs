using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>One meeting that a rule demands in a year, without a date yet.</summary>
/// <param name="Rule">Full id of the rule.</param>
/// <param name="Ideal">
/// The middle of a window that the charter names; null when any day of the window is as good.
/// </param>
/// <param name="Need">Whether leaving it out breaks the rule.</param>
public sealed record DemandedMeeting(string Rule, DateInterval Window, LocalDate? Ideal, Need Need);

/// <summary>How much a meeting is needed.</summary>
public enum Need
{
    /// <summary>The rule is broken without it.</summary>
    Demanded,

    /// <summary>The rule holds without it, but its target is not met: the third of "2–3".</summary>
    Wanted,
}
