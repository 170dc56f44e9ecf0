using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Check;

/// <summary>Which meeting keeps which of the times that a charter names; a meeting keeps one of them.</summary>
internal sealed class NamedTimes
{
    /// <summary>Days from a missed time within which a meeting may have been meant for it.</summary>
    private const int Near = 60;

    private readonly Dictionary<DemandedMeeting, HeldMeeting> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DemandedMeeting, HeldMeeting> _nearest = new(ReferenceEqualityComparer.Instance);

    public NamedTimes(IReadOnlyList<DemandedMeeting> demanded, IReadOnlyList<HeldMeeting> meetings)
    {
        // A meeting takes the time that ends first among those it stands in: that keeps as many as can be kept.
        foreach (var meeting in meetings.OrderBy(meeting => meeting.Date))
        {
            var open = demanded.Where(time => !_kept.ContainsKey(time) && time.Window.Contains(meeting.Date))
                .OrderBy(time => time.Window.End).ThenBy(time => time.Need).FirstOrDefault();
            if (open is not null)
            {
                _kept[open] = meeting;
            }
        }

        Extra = [.. meetings.Except(_kept.Values)];
        PairNearest(demanded.Where(time => !_kept.ContainsKey(time)));
    }

    /// <summary>Meetings at no named time.</summary>
    public IReadOnlyList<HeldMeeting> Extra { get; }

    public bool IsKept(DemandedMeeting time) => _kept.ContainsKey(time);

    /// <summary>"inget möte 1–10 februari; närmaste 15 februari" for a time that is not kept.</summary>
    public string Missing(DemandedMeeting time) => $"inget möte {PeriodNames.Days(time.Window)}" +
        (_nearest.TryGetValue(time, out var near) ? $"; närmaste {SwedishDates.Day(near.Date)}" : "");

    private void PairNearest(IEnumerable<DemandedMeeting> missed)
    {
        var pairs = missed.SelectMany(time => Extra.Select(meeting => (time, meeting)))
            .Where(pair => Distance(pair.time.Window, pair.meeting.Date) <= Near)
            .OrderBy(pair => Distance(pair.time.Window, pair.meeting.Date));
        foreach (var (time, meeting) in pairs)
        {
            if (!_nearest.ContainsKey(time) && !_nearest.ContainsValue(meeting))
            {
                _nearest[time] = meeting;
            }
        }
    }

    private static int Distance(DateInterval window, LocalDate date) => date < window.Start
        ? NodaTime.Period.DaysBetween(date, window.Start) : NodaTime.Period.DaysBetween(window.End, date);
}
