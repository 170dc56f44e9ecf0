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
    private readonly ILookup<string, SeatPlace> _all;

    public SeatRegister(IEnumerable<Collaboration> collaborations)
    {
        var all = collaborations.SelectMany(own => own.Groups.SelectMany(group =>
            group.Seats.Select(seat => new SeatPlace(own, group, seat)))).ToList();
        _places = all.GroupBy(place => place.Seat.Id).ToDictionary(
            same => same.Key, same => same.FirstOrDefault(place => IsOwn(place.Seat, place.Group)) ?? same.First());
        _order = _places.Values.Select((place, index) => (place.Seat.Id, index)).ToDictionary();
        _all = all.ToLookup(place => place.Seat.Id);
    }

    /// <summary>Every seat once.</summary>
    public IEnumerable<SeatPlace> All => _places.Values;

    /// <summary>Null for a seat that no charter has any more.</summary>
    public SeatPlace? Find(string seat) => _places.GetValueOrDefault(seat);

    /// <summary>The groups that whoever holds the seat sits in, each with the seat as that group names it.</summary>
    public IEnumerable<SeatPlace> PlacesOf(string seat) => _all[seat];

    /// <summary>What the seat is called in its charter; its id when no charter has it any more.</summary>
    public string NameOf(string seat) => Find(seat)?.Seat.Name ?? seat;

    /// <summary>"SIMBA · Ledningsgrupp i samverkan"; the collaboration's id when no charter has the seat.</summary>
    public string HeadOf(string seat) =>
        Find(seat) is { } place ? $"{place.Collaboration.Name} · {place.Group.Name}" : seat.Split('/')[0];

    /// <summary>The place of a seat among all; those that no charter has come last.</summary>
    public int OrderOf(string seat) => _order.GetValueOrDefault(seat, int.MaxValue);

    /// <summary>Whether the group gives the seat, and does not share another's.</summary>
    internal static bool IsOwn(Seat seat, Group group) => seat.Id.StartsWith(group.Id + ".", StringComparison.Ordinal);
}
