using AnnualCycle.Charters;
using AnnualCycle.People;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>Somebody who must be at some groups' meetings: a person, or a seat that nobody fills yet.</summary>
/// <param name="Label">For the user: the person's name, or the seat with its group.</param>
/// <param name="Count">Persons; above 1 only for seats without names.</param>
/// <param name="Groups">Full ids of the groups whose meetings need them.</param>
/// <param name="Email">The person's address; null for a seat without a name.</param>
internal sealed record Attendee(string Label, int Count, IReadOnlySet<string> Groups, string? Email);

/// <summary>Who must be where: people on their seats, and seats without names, across all collaborations.</summary>
internal sealed class Attendees
{
    private readonly List<Attendee> _all = [];

    private Attendees()
    {
    }

    public IReadOnlyList<Attendee> All => _all;

    public static Attendees Of(
        IReadOnlyList<Collaboration> collaborations, IReadOnlyList<Membership> people, DateInterval year)
    {
        var roster = new Attendees();
        var places = collaborations.SelectMany(collaboration => collaboration.Groups)
            .SelectMany(group => group.Seats.Select(seat => (group, seat))).ToList();
        // A substitute is not waited for, and leaves the seat as vacant as it was.
        var holders = people.Where(member => member.IsIn(year) && !member.Substitute).ToList();
        roster.AddPersons(holders, places.ToLookup(place => place.seat.Id));
        roster.AddVacant(places, holders.ToLookup(member => member.Seat));
        return roster;
    }

    private void AddPersons(IEnumerable<Membership> people, ILookup<string, (Group Group, Seat Seat)> places)
    {
        foreach (var person in people.GroupBy(member => member.Email))
        {
            var groups = person.SelectMany(member => places[member.Seat]
                .Where(place => member.Required ?? place.Seat.Required).Select(place => place.Group.Id));
            _all.Add(new Attendee(person.First().Name, 1, groups.ToHashSet(), person.Key));
        }
    }

    private void AddVacant(List<(Group Group, Seat Seat)> places, ILookup<string, Membership> seated)
    {
        foreach (var seat in places.GroupBy(place => place.Seat.Id))
        {
            var vacant = seat.First().Seat.Count - seated[seat.Key].Select(member => member.Email).Distinct().Count();
            var groups = seat.Where(place => place.Seat.Required).Select(place => place.Group.Id).ToHashSet();
            if (vacant > 0)
            {
                _all.Add(new Attendee($"{seat.First().Seat.Name} ({seat.First().Group.Name})",
                    vacant, groups, Email: null));
            }
        }
    }
}
