using AnnualCycle.Phrases;
using NodaTime;

namespace AnnualCycle.Charters;

/// <summary>
/// When the work around a group's meetings is to be done, counted from each meeting; null for work that nobody is to do.
/// </summary>
/// <param name="Papers">What is to be taken up has come in.</param>
/// <param name="Call">The call and the agenda are out.</param>
/// <param name="Notes">The notes are published.</param>
public sealed record MeetingWork(
    PhraseWindow.Relative? Papers, PhraseWindow.Relative? Call, PhraseWindow.Relative? Notes)
{
    /// <summary>What most groups do where their charter is silent: papers and agenda a week before, notes within two.</summary>
    public static MeetingWork Default { get; } = new(Workdays(-8), Workdays(-5), Workdays(10));

    /// <summary>Next year's meetings are settled before people's calendars fill: the last of November.</summary>
    public static AnnualDate UsualBooking { get; } = new(11, 30);

    /// <summary>Working days from a meeting; negative ones lie before it.</summary>
    public static PhraseWindow.Relative Workdays(int count) =>
        new(count, count, DistanceUnit.Workdays, "meeting", Bound.Latest);
}
