using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Again;

/// <summary>One series laid over the plan before: in the order of its meetings, without lost time.</summary>
internal sealed class KeptSeries
{
    private readonly MeetingSeries _demanded;
    private readonly IReadOnlyDictionary<MeetingAt, KeptMeeting> _matched;
    private readonly IReadOnlyList<int> _order;

    public KeptSeries(
        MeetingSeries demanded, IReadOnlyList<SeriesLink> links, IReadOnlyDictionary<MeetingAt, KeptMeeting> matched,
        PreviousPlan previous)
    {
        (_demanded, _matched) = (demanded, matched);
        var known = previous.Meetings.Select(kept => kept.Meeting.Rule).ToHashSet();
        var meetings = IsTied(demanded, links) ? demanded.Meetings : WithNeeds(demanded.Meetings);
        var clipped = meetings.Select((meeting, place) =>
            known.Contains(meeting.Rule) ? ToCome(meeting, place, previous.First) : meeting).ToList();
        _order = [.. Order(clipped).Where(place => clipped[place] is not null)];
        Series = Laid([.. _order.Select(place => clipped[place]!)]);
    }

    public MeetingSeries Series { get; }

    /// <summary>From the demanded series' places to those of this one.</summary>
    public IEnumerable<KeyValuePair<MeetingAt, MeetingAt>> Places => _order.Select((old, place) =>
        KeyValuePair.Create(new MeetingAt(_demanded.Id, old), new MeetingAt(_demanded.Id, place)));

    public IEnumerable<(int Place, KeptMeeting Kept)> Kept =>
        _order.Select((old, place) => (place, KeptAt(old))).Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.place, pair.Item2!));

    private KeptMeeting? KeptAt(int place) => _matched.GetValueOrDefault(new MeetingAt(_demanded.Id, place));

    private static bool IsTied(MeetingSeries series, IReadOnlyList<SeriesLink> links) =>
        links.Any(link => link.Earlier.Series == series.Id || link.Later.Series == series.Id);

    private MeetingSeries Laid(IReadOnlyList<DemandedMeeting> meetings)
    {
        var given = _demanded.Given.Count > 0 ? _order.Select(GivenAt).ToList() : [];
        return _demanded with { Meetings = meetings, Given = given, Standing = [.. _order.Select(StandingAt)] };
    }

    // Dates decided elsewhere follow their file, unless a person here has said otherwise or the day is past.
    private Standing? StandingAt(int place) =>
        KeptAt(place) is { } kept && (_demanded.Given.Count == 0 || IsOurs(kept)) ? kept.Standing : null;

    private GivenDate GivenAt(int place) => KeptAt(place) is { } kept && IsOurs(kept)
        ? _demanded.Given[place] with
        {
            Date = kept.Meeting.Date, Start = kept.Meeting.Start, End = kept.Meeting.End, Title = kept.Meeting.Title,
        }
        : _demanded.Given[place];

    private static bool IsOurs(KeptMeeting kept) => kept.IsVerbatim || kept.Meeting.Locked;

    // Of meetings that are alike, those that stand are the demanded ones and those that are new the wanted ones.
    private List<DemandedMeeting> WithNeeds(IReadOnlyList<DemandedMeeting> meetings)
    {
        var changed = meetings.ToList();
        foreach (var alike in Enumerable.Range(0, meetings.Count)
            .GroupBy(place => (meetings[place].Rule, meetings[place].Window)))
        {
            var needs = alike.Select(place => meetings[place].Need).Order().ToList();
            var places = alike.OrderBy(place => KeptAt(place) is null).ToList();
            places.Zip(needs).ToList().ForEach(pair =>
                changed[pair.First] = changed[pair.First] with { Need = pair.Second });
        }

        return changed;
    }

    // A known series gets nothing new in days that have passed; null when no day of its window is left.
    private DemandedMeeting? ToCome(DemandedMeeting meeting, int place, LocalDate first)
    {
        var kept = KeptAt(place);
        if (kept is { IsFixed: true } || _demanded.Given.Count > 0 || meeting.Window.Start >= first)
        {
            return meeting;
        }

        return meeting.Window.End >= first ? meeting with { Window = new DateInterval(first, meeting.Window.End) }
            : kept is null ? null
            : meeting with { Window = new DateInterval(kept.Meeting.Date, kept.Meeting.Date) };
    }

    // A person may have moved February's meeting past May's, and what is new comes after what has passed: the series
    // follows the days.
    private IEnumerable<int> Order(IReadOnlyList<DemandedMeeting?> meetings)
    {
        var expected = DemandedPlaces.Of(_demanded).Select(place => place.Expected).ToList();
        var days = meetings.Select((meeting, place) => KeptAt(place) is { IsFixed: true } kept ? kept.Meeting.Date
            : Within(meeting?.Window, KeptAt(place)?.Meeting.Date ?? expected[place])).ToList();
        return Enumerable.Range(0, days.Count).OrderBy(place => days[place]);
    }

    private static LocalDate Within(DateInterval? window, LocalDate day) => window is null ? day
        : LocalDate.Max(window.Start, LocalDate.Min(window.End, day));
}
