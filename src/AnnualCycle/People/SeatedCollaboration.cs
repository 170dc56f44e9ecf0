using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.People;

/// <summary>A collaboration with who sits in it on a day.</summary>
/// <param name="Persons">How many persons have a seat, substitutes among them.</param>
/// <param name="Vacant">Seats that fewer hold than there is room for, with how many lack; of required ones.</param>
/// <param name="Lost">Memberships on seats that the charter no longer has.</param>
public sealed record SeatedCollaboration(
    Collaboration Collaboration, int Persons, IReadOnlyList<(SeatPlace Place, int Lacking)> Vacant, int Lost)
{
    /// <summary>Every collaboration, in the order given.</summary>
    public static IReadOnlyList<SeatedCollaboration> Of(
        IReadOnlyList<Collaboration> collaborations, IReadOnlyList<Membership> people, LocalDate today)
    {
        var register = new SeatRegister(collaborations);
        var seated = people.Where(person => person.IsIn(new DateInterval(today, today)))
            .ToLookup(person => person.Collaboration);
        return [.. collaborations.Select(one => Of(one, [.. seated[one.Id]], register))];
    }

    private static SeatedCollaboration Of(
        Collaboration collaboration, IReadOnlyList<Membership> people, SeatRegister register)
    {
        var holders = people.Where(person => !person.Substitute).ToLookup(person => person.Seat);
        var vacant = register.All.Where(place => place.Collaboration.Id == collaboration.Id && place.Seat.Required)
            .Select(place => (place, place.Seat.Count
                - holders[place.Seat.Id].Select(person => person.Email).Distinct().Count()))
            .Where(seat => seat.Item2 > 0);
        return new SeatedCollaboration(collaboration, people.Select(person => person.Email).Distinct().Count(),
            [.. vacant], people.Count(person => register.Find(person.Seat) is null));
    }
}
