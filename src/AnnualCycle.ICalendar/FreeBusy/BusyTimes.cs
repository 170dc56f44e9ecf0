using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// When a calendar's owner is taken: by events that are opaque and not cancelled (RFC 5545, section 3.8.2.7), and by
/// what a VFREEBUSY says (section 3.6.4).
/// </summary>
/// <remarks>
/// What is tentative takes time, a whole day takes the day. Outlook's own word for an event that is free, or that is
/// worked at elsewhere, frees the time as well.
/// </remarks>
public static class BusyTimes
{
    /// <summary>The times between two moments, in order, those that meet or overlap put together.</summary>
    /// <param name="calendar">Whose time it is.</param>
    /// <param name="from">In UTC.</param>
    /// <param name="to">In UTC, exclusive.</param>
    /// <param name="local">The clock for whole days, floating times and zones that nobody knows.</param>
    /// <param name="mistakes">Is told when a limit cut the counting short.</param>
    public static ImmutableArray<BusyTime> Of(
        ReadCalendar calendar, DateTime from, DateTime to, CalendarZone local,
        ICollection<CalendarMistake>? mistakes = null)
    {
        var events = calendar.Occurrences(from, to, local, mistakes).Where(occurrence => TakesTime(occurrence.Event))
            .Select(occurrence => new BusyTime(occurrence.StartUtc, occurrence.EndUtc));
        return Merged(events.Concat(calendar.Named("VFREEBUSY").SelectMany(part => Stated(part, local)))
            .Select(time => new BusyTime(Later(time.Start, from), Earlier(time.End, to))));
    }

    private static bool TakesTime(ReadEvent e) => e.Status != EventStatus.Cancelled && e.Transp == Transparency.Opaque
        && !Says(e.Component, "FREE"u8) && !Says(e.Component, "WORKINGELSEWHERE"u8);

    private static bool Says(ReadComponent e, ReadOnlySpan<byte> status) =>
        Ascii.EqualsIgnoreCase(e.Content("X-MICROSOFT-CDO-BUSYSTATUS"u8).Value.Trim(" \t"u8), status);

    private static IEnumerable<BusyTime> Stated(ReadComponent part, CalendarZone local) =>
        from property in part.PropertiesNamed("FREEBUSY")
        where !string.Equals(property.Parameter("FBTYPE"), "FREE", StringComparison.OrdinalIgnoreCase)
        from item in TimeList.Of(property).OfType<TimeList.Item>()
        let clock = item.Start.Clock(local)
        select new BusyTime(item.Start.ToUtc(local), (item.Length ?? default).EndUtc(item.Start.Value, clock));

    private static ImmutableArray<BusyTime> Merged(IEnumerable<BusyTime> times)
    {
        var merged = ImmutableArray.CreateBuilder<BusyTime>();
        foreach (var time in times.Where(time => time.Start < time.End).OrderBy(time => time.Start))
            if (merged.Count > 0 && time.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { End = Later(merged[^1].End, time.End) };
            else
                merged.Add(time);
        return merged.DrainToImmutable();
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
