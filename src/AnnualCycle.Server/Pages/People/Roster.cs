using AnnualCycle.Charters;
using AnnualCycle.People;
using NodaTime;

namespace AnnualCycle.Server.Pages.People;

/// <summary>A seat with those who hold it now or are to.</summary>
/// <param name="Vacant">Places on it that wait for somebody today; substitutes hold none.</param>
public sealed record SeatRow(Seat Seat, IReadOnlyList<Membership> Holders, int Vacant);

/// <summary>Who sits in a group, seat by seat in the charter's order.</summary>
public sealed record GroupRoster(Collaboration Collaboration, Group Group, IReadOnlyList<SeatRow> Seats)
{
    public static GroupRoster Of(
        Collaboration collaboration, Group group, ILookup<string, Membership> people, LocalDate today) => new(
        collaboration, group, [.. group.Seats.Select(seat => RowOf(seat, people[seat.Id], today))]);

    private static SeatRow RowOf(Seat seat, IEnumerable<Membership> people, LocalDate today)
    {
        var holders = people.Where(person => !person.IsOver(today))
            .OrderBy(person => person.Substitute).ThenBy(person => person.From ?? LocalDate.MinIsoValue)
            .ThenBy(person => person.Name, StringComparer.Ordinal).ToList();
        var now = holders.Where(person => !person.Substitute && person.IsIn(new DateInterval(today, today)))
            .Select(person => person.Email).Distinct().Count();
        return new SeatRow(seat, holders, seat.Required ? Math.Max(0, seat.Count - now) : 0);
    }
}
