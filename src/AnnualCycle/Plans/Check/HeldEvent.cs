using NodaTime;

namespace AnnualCycle.Plans.Check;

/// <summary>An event of a calendar that people already keep, in local time, before anybody knows whose it is.</summary>
/// <param name="Line">Line in the file, from 1.</param>
public sealed record HeldEvent(LocalDate Date, string Title, int Line)
{
    /// <summary>Null for an event of whole days.</summary>
    public LocalTime? Start { get; init; }

    /// <summary>Null for whole days, and when the calendar does not say how long the meeting is.</summary>
    public LocalTime? End { get; init; }

    /// <summary>The calendar's categories; groups may be named here as well as in the title.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What stands in a table's group column; null where the groups are to be found in the words.</summary>
    public string? Groups { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>A last day or other free day of a calendar, at which nobody meets.</summary>
    public bool IsDeadline { get; init; }

    /// <summary>Whether a title says that nothing takes place: "INSTÄLLT: LGS".</summary>
    public static bool IsCalledOff(string title) =>
        CalledOff.Any(word => title.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase));

    // Outlook writes the last ones before the subject when an English user cancels.
    private static readonly string[] CalledOff = ["inställt", "inställd", "cancelled:", "canceled:"];
}
