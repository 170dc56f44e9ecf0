using AnnualCycle.Charters;

namespace AnnualCycle.People;

/// <summary>A seat with the group and the collaboration by which people know it.</summary>
/// <param name="Group">The group that gives the seat; for a shared one the first that names it.</param>
public sealed record SeatPlace(Collaboration Collaboration, Group Group, Seat Seat);

/// <summary>Finds seats by their ids, in the order of the charters.</summary>
public sealed class SeatRegister
{
    private readonly Dictionary<string, SeatPlace> _places;
    private readonly Dictionary<string, int> _order;
    private readonly ILookup<string, Group> _groups;

    public SeatRegister(IEnumerable<Collaboration> collaborations)
    {
        var all = collaborations.SelectMany(own => own.Groups.SelectMany(group =>
            group.Seats.Select(seat => new SeatPlace(own, group, seat)))).ToList();
        _places = all.GroupBy(place => place.Seat.Id).ToDictionary(
            same => same.Key, same => same.FirstOrDefault(IsOwn) ?? same.First());
        _order = _places.Values.Select((place, index) => (place.Seat.Id, index)).ToDictionary();
        _groups = all.ToLookup(place => place.Seat.Id, place => place.Group);
    }

    /// <summary>Every seat once.</summary>
    public IEnumerable<SeatPlace> All => _places.Values;

    /// <summary>Null for a seat that no charter has any more.</summary>
    public SeatPlace? Find(string seat) => _places.GetValueOrDefault(seat);

    /// <summary>The groups that whoever holds the seat sits in.</summary>
    public IEnumerable<Group> GroupsOf(string seat) => _groups[seat];

    /// <summary>What the seat is called in its charter; its id when no charter has it any more.</summary>
    public string NameOf(string seat) => Find(seat)?.Seat.Name ?? seat;

    /// <summary>"SIMBA · Ledningsgrupp i samverkan"; the collaboration's id when no charter has the seat.</summary>
    public string HeadOf(string seat) =>
        Find(seat) is { } place ? $"{place.Collaboration.Name} · {place.Group.Name}" : seat.Split('/')[0];

    /// <summary>The place of a seat among all; those that no charter has come last.</summary>
    public int OrderOf(string seat) => _order.GetValueOrDefault(seat, int.MaxValue);

    private static bool IsOwn(SeatPlace place) =>
        place.Seat.Id.StartsWith(place.Group.Id + ".", StringComparison.Ordinal);
}
