namespace AnnualCycle.Planning.Demands;

/// <summary>
/// The resources of a problem: persons who must be in exactly the same series, counted as one class, and rooms.
/// </summary>
internal sealed class PersonClasses
{
    /// <summary>Meetings a week that a person can well attend; those who sit almost everywhere attend more.</summary>
    private const int WeekLimit = 3, LeaderWeekLimit = 5, LeaderSeries = 10;

    /// <summary>A room does not grow tired.</summary>
    private const int RoomWeekLimit = 1000;

    private readonly List<(Resource Resource, IReadOnlyList<string> Who, IReadOnlyList<int> Chains)> _classes = [];

    public IReadOnlyList<Resource> Resources => [.. _classes.Select(entry => entry.Resource)];

    public IReadOnlyList<IReadOnlyList<string>> Who => [.. _classes.Select(entry => entry.Who)];

    /// <summary>Persons by series: what moving a published meeting is multiplied by.</summary>
    public IReadOnlyList<int> Invitees { get; private init; } = [];

    public static PersonClasses Of(
        IReadOnlyList<Attendee> attendees, IReadOnlyList<string> rooms, IReadOnlyList<MeetingSeries> series,
        ILookup<string, BusyTime> busy)
    {
        var owners = series.Select(entry => entry.Owners.Select(owner => owner.Id).ToHashSet()).ToList();
        var chains = attendees.Select(attendee => (attendee, chains: ChainsOf(attendee, owners))).ToList();
        var classes = new PersonClasses
        {
            Invitees = [.. series.Select((_, chain) =>
                chains.Where(entry => entry.chains.Contains(chain)).Sum(entry => entry.attendee.Count))],
        };
        classes.Add(chains, busy);
        foreach (var room in rooms)
        {
            classes.Add(room, series, busy);
        }

        return classes;
    }

    /// <summary>Meetings a week that somebody in so many series can well attend.</summary>
    public static int WeekLimitOf(int series) => series > LeaderSeries ? LeaderWeekLimit : WeekLimit;

    /// <summary>Indices of the resources that a chain needs.</summary>
    public IReadOnlyList<int> Needed(int chain) =>
        [.. Enumerable.Range(0, _classes.Count).Where(index => _classes[index].Chains.Contains(chain))];

    private static List<int> ChainsOf(Attendee attendee, List<HashSet<string>> owners) =>
        [.. Enumerable.Range(0, owners.Count).Where(chain => attendee.Groups.Overlaps(owners[chain]))];

    // Somebody in one series only is in nobody's way and no resource, unless their own calendar is.
    private void Add(List<(Attendee Attendee, List<int> Chains)> all, ILookup<string, BusyTime> busy)
    {
        var kinds = all.GroupBy(entry => Key(entry.Attendee, entry.Chains, busy));
        foreach (var kind in kinds)
        {
            var (attendee, chains) = kind.First();
            var times = attendee.Email is { } email ? busy[email].ToList() : [];
            if (chains.Count > (times.Count > 0 ? 0 : 1))
            {
                var persons = kind.Sum(entry => entry.Attendee.Count);
                var resource = new Resource($"r{_classes.Count}", persons, WeekLimitOf(chains.Count), times);
                _classes.Add((resource, [.. kind.Select(entry => entry.Attendee.Label)], chains));
            }
        }
    }

    private void Add(string room, IReadOnlyList<MeetingSeries> series, ILookup<string, BusyTime> busy)
    {
        var chains = Enumerable.Range(0, series.Count)
            .Where(chain => string.Equals(series[chain].Form.Place, room, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chains.Count > 0)
        {
            _classes.Add((new Resource($"r{_classes.Count}", 1, RoomWeekLimit, [.. busy[room]]), [room], chains));
        }
    }

    private static string Key(Attendee attendee, List<int> chains, ILookup<string, BusyTime> busy) =>
        string.Join(',', chains) + (attendee.Email is { } email && busy.Contains(email) ? " " + email : "");
}
