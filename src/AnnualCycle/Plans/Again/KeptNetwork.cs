using AnnualCycle.Charters;
using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Again;

/// <summary>What the charters demand, laid over the plan before: which meeting is which, which nobody's.</summary>
internal sealed class KeptNetwork
{
    private KeptNetwork(PreviousPlan previous) => Previous = previous;

    public PreviousPlan Previous { get; }

    public SeriesNetwork Network { get; private init; } = new([], []);

    /// <summary>By place in the network: the meeting of the plan before; new ones are not in it.</summary>
    public IReadOnlyDictionary<OccurrenceAt, KeptMeeting> Kept { get; private init; } =
        new Dictionary<OccurrenceAt, KeptMeeting>();

    /// <summary>Fixed meetings that no rule demands, word for word: those added by hand, those of rules that are
    /// gone.</summary>
    public IReadOnlyList<KeptMeeting> Beyond { get; private init; } = [];

    /// <summary>Series from here on are those of <see cref="Beyond"/>: they keep time, and are not rewritten.</summary>
    public int Demanded { get; private init; }

    public static KeptNetwork Of(SeriesNetwork demanded, PreviousPlan previous, IReadOnlyList<Group> groups)
    {
        var matched = Match(demanded, previous);
        var taken = matched.Values.ToHashSet();
        var beyond = previous.Meetings.Where(kept => kept.IsFixed && !taken.Contains(kept)).ToList();
        var series = demanded.Series.Select(own => new KeptSeries(own, demanded.Links, matched, previous)).ToList();
        var moved = series.SelectMany(own => own.Places).ToDictionary();
        return new KeptNetwork(previous)
        {
            Network = new SeriesNetwork(
                [.. series.Select(own => own.Series), .. BeyondSeries.Of(beyond, groups)],
                [.. demanded.Links.Where(link => moved.ContainsKey(link.Earlier) && moved.ContainsKey(link.Later))
                    .Select(link => link with { Earlier = moved[link.Earlier], Later = moved[link.Later] })]),
            Kept = series.SelectMany((own, chain) => own.Kept.Select(pair =>
                (At: new OccurrenceAt(chain, pair.Place), pair.Kept))).ToDictionary(pair => pair.At, pair => pair.Kept),
            Beyond = beyond,
            Demanded = series.Count,
        };
    }

    private static Dictionary<MeetingAt, KeptMeeting> Match(SeriesNetwork demanded, PreviousPlan previous)
    {
        var meetings = previous.Meetings.ToLookup(kept => kept.Meeting.Rule);
        var places = DemandedPlaces.Of(demanded);
        var matched = places.GroupBy(place => place.Rule)
            .SelectMany(rule => RuleMatching.Match([.. rule], [.. meetings[rule.Key]])).ToDictionary();
        return new LeadMatching(matched, places, demanded.Links).Improve();
    }
}
