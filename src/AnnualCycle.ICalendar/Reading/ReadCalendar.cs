using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>What could be read of a calendar file.</summary>
/// <param name="Components">The outermost components; all else is inside them.</param>
/// <param name="Events">Every event of the file, in order.</param>
/// <param name="Mistakes">What could not be used, in order of lines.</param>
public sealed record ReadCalendar(
    ImmutableArray<ReadComponent> Components,
    ImmutableArray<ReadEvent> Events,
    ImmutableArray<CalendarMistake> Mistakes);
