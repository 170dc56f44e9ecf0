namespace AnnualCycle.ICalendar;

/// <summary>
/// A clock by the STANDARD and DAYLIGHT parts of somebody's VTIMEZONE, of any shape (RFC 5545, section 3.6.5): the
/// onset last passed counts.
/// </summary>
/// <remarks>Onsets are counted out as far as they have been asked for, some years at a time.</remarks>
internal sealed class ObservedZone
{
    /// <summary>Days that one part may try: a month of each year since the first. Less than a trap.</summary>
    private const int MostSteps = 20_000;

    private const int YearsAtATime = 20;

    private readonly Lock _lock = new();
    private readonly List<ZonePart> _parts;
    private List<Onset> _onsets = [];
    private int _lastYear;

    private ObservedZone(List<ZonePart> parts) => _parts = parts;

    /// <param name="Utc">When it sets in.</param>
    /// <param name="From">East of UTC before.</param>
    /// <param name="To">East of UTC from then on.</param>
    internal readonly record struct Onset(DateTime Utc, TimeSpan From, TimeSpan To);

    /// <summary>Null when no part of it can be used.</summary>
    internal static CalendarZone? Read(ReadComponent zone)
    {
        var parts = zone.Components.Where(c => c.Is("STANDARD"u8) || c.Is("DAYLIGHT"u8)).Select(ZonePart.Read)
            .OfType<ZonePart>().ToList();
        return parts.Count == 0 ? null
            : new CalendarZone(zone.Property("TZID")!.Value.Trim(), new ObservedZone(parts).OffsetAt);
    }

    private TimeSpan OffsetAt(DateTime utc)
    {
        var onsets = Until(utc.Year + 1);
        var (low, high) = (0, onsets.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (onsets[middle].Utc <= utc)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 ? onsets[low - 1].To : onsets.Count > 0 ? onsets[0].From : _parts[0].From;
    }

    private static StepBudget Budget(ZonePart part) => new(part.IsOfYears ? MostSteps : MostSteps / 10);

    private List<Onset> Until(int year)
    {
        lock (_lock)
        {
            if (year <= _lastYear)
                return _onsets;
            _lastYear = Math.Min(9999, Math.Max(year, 2000) + YearsAtATime);
            var end = new DateTime(_lastYear, 12, 31);
            _onsets = [.. _parts.SelectMany(part => part.Onsets(end, Budget(part))).OrderBy(onset => onset.Utc)];
            return _onsets;
        }
    }
}
