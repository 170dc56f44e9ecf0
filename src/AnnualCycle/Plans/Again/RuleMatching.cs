using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Again;

/// <summary>A place in a series that a rule demands, with the day it is to be expected on.</summary>
internal sealed record DemandedPlace(string Rule, MeetingAt At, DateInterval Window, LocalDate Expected)
{
    public int DaysOutside(LocalDate date) =>
        date < Window.Start ? NodaTime.Period.DaysBetween(date, Window.Start)
        : date > Window.End ? NodaTime.Period.DaysBetween(Window.End, date) : 0;
}

/// <summary>Finds, for one rule, which meeting of the plan before is which of those that are demanded now.</summary>
internal sealed class RuleMatching
{
    private readonly Dictionary<MeetingAt, KeptMeeting> _kept = [];
    private readonly List<DemandedPlace> _open;

    private RuleMatching(IEnumerable<DemandedPlace> places) => _open = [.. places];

    /// <summary>Places that are new are not in it; meetings that are no longer demanded are nobody's.</summary>
    public static IReadOnlyDictionary<MeetingAt, KeptMeeting> Match(
        IReadOnlyList<DemandedPlace> places, IReadOnlyList<KeptMeeting> meetings)
    {
        var matching = new RuleMatching(places);
        // What stands fast is counted first, and what is cancelled last: it fulfils nothing.
        foreach (var rank in meetings.GroupBy(Rank).OrderBy(rank => rank.Key))
        {
            matching.Take([.. rank]);
        }

        return matching.InOrder(places);
    }

    private static int Rank(KeptMeeting kept) => kept.Meeting.IsCancelled ? 2 : kept.IsFixed ? 0 : 1;

    // Narrow windows choose first: a meeting that prepares another has fewer days than one of "6–8 per år".
    private void Take(List<KeptMeeting> meetings)
    {
        var pairs = _open.SelectMany(place => meetings.Select(kept => (place, kept)))
            .OrderBy(pair => pair.place.DaysOutside(pair.kept.Meeting.Date))
            .ThenBy(pair => pair.place.Window.Length)
            .ThenBy(pair => Distance(pair.place.Expected, pair.kept.Meeting.Date))
            .ThenBy(pair => pair.kept.Meeting.Date).ThenBy(pair => pair.place.Expected);
        foreach (var (place, kept) in pairs.ToList())
        {
            if (meetings.Contains(kept) && _open.Remove(place))
            {
                meetings.Remove(kept);
                _kept[place.At] = kept;
            }
        }
    }

    // Places of one series with one window are alike: their meetings stand in the order of their days.
    private Dictionary<MeetingAt, KeptMeeting> InOrder(IReadOnlyList<DemandedPlace> places)
    {
        foreach (var alike in places.Where(place => _kept.ContainsKey(place.At))
            .GroupBy(place => (place.At.Series, place.Window)))
        {
            var slots = alike.Select(place => place.At).OrderBy(at => at.Place).ToList();
            var meetings = slots.Select(at => _kept[at]).OrderBy(kept => kept.Meeting.Date).ToList();
            slots.Zip(meetings).ToList().ForEach(pair => _kept[pair.First] = pair.Second);
        }

        return _kept;
    }

    private static int Distance(LocalDate one, LocalDate other) => Math.Abs(NodaTime.Period.DaysBetween(one, other));
}
