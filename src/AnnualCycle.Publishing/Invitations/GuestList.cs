using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Network;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>Knows who is asked to which meeting: who has a seat in its groups that day, and who stands in for them.</summary>
public sealed class GuestList
{
    private readonly SeatRegister _seats;
    private readonly ILookup<string, Membership> _members;
    private readonly ILookup<string, StandIn> _standIns;
    private readonly IReadOnlyDictionary<string, PersonChoice> _choices;
    private readonly Dictionary<string, string> _names;

    private GuestList(IReadOnlyList<Collaboration> collaborations, IReadOnlyList<Membership> people,
        IReadOnlyList<StandIn> standIns, IReadOnlyDictionary<string, PersonChoice> choices)
    {
        Collaborations = collaborations;
        _seats = new SeatRegister(collaborations);
        _members = people.SelectMany(person => _seats.PlacesOf(person.Seat).Select(place => (place.Group.Id, person)))
            .ToLookup(pair => pair.Id, pair => pair.person);
        (_standIns, _choices) = (standIns.ToLookup(own => own.Uid), choices);
        _names = people.Select(person => (person.Email, person.Name))
            .Concat(_standIns.SelectMany(own => own).Select(own => (own.Email, own.Name)))
            .GroupBy(named => named.Email).ToDictionary(same => same.Key, same => same.Last().Name);
    }

    /// <summary>As their charters in force say.</summary>
    public IReadOnlyList<Collaboration> Collaborations { get; }

    /// <summary>Names of groups by their ids.</summary>
    public IReadOnlyDictionary<string, string> Names => Collaborations.SelectMany(own => own.Groups)
        .ToDictionary(group => group.Id, group => group.Name);

    public static async Task<GuestList> ReadAsync(AnnualCycleContext context, CancellationToken cancel)
    {
        // What is stored was read without a mistake when it came into force.
        var collaborations = await NetworkInput.CharteredAsync(context, [], cancel);
        var people = await context.Memberships.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        var choices = await context.PersonChoices.AsNoTracking()
            .Where(own => own.Language == PersonChoice.English || own.InvitesByMail).ToDictionaryAsync(own => own.Email, cancel);
        return new GuestList(collaborations, [.. people.Select(row => row.Membership)],
            await context.StandIns.AsNoTracking().ToListAsync(cancel), choices);
    }

    /// <summary>Everybody once, in the order of the charter.</summary>
    public IReadOnlyList<Invitee> To(PlannedMeeting meeting)
    {
        var day = new DateInterval(meeting.Date, meeting.Date);
        var seated = meeting.Groups.SelectMany(group => _members[group])
            .Where(person => !person.Substitute && person.IsIn(day))
            .OrderBy(person => _seats.OrderOf(person.Seat)).GroupBy(person => person.Email)
            .Select(same => Invitee(same.Key, same.Last().Name, same.Any(IsRequired)) with
            {
                Seats = [.. same.Select(person => person.Seat).Distinct()],
                Groups = [.. meeting.Groups.Where(group => same.Any(person => _members[group].Contains(person)))],
                Organisation = same.Select(person => person.Municipality ?? person.Organisation).FirstOrDefault(name => name is not null),
            }).ToList();
        // Whoever stands in does so for one who has the seat that day; without them there is nobody to stand in for.
        var instead = _standIns[meeting.Uid].Where(own => seated.All(person => person.Email != own.Email)
                && seated.Any(person => person.Email == own.For && person.Seats.Contains(own.Seat)))
            .GroupBy(own => own.Email).Select(same => Invitee(same.Key, same.First().Name, isRequired: true) with
            {
                Seats = [.. same.Select(own => own.Seat)], StandsInFor = [.. same.Select(own => own.For)],
            });
        return [.. seated, .. instead];
    }

    /// <summary>Somebody who was asked once, whether they have a seat still or not.</summary>
    public Invitee Known(string email) => Invitee(email, _names.GetValueOrDefault(email, email), isRequired: true);

    /// <summary>Who may stand in for the holder of a seat on a day: those that the list of people names for it.</summary>
    public IReadOnlyList<Membership> SubstitutesFor(string seat, LocalDate day) => [.. (_seats.Find(seat) is { } place
        ? _members[place.Group.Id] : []).Where(person => person.Substitute && person.Seat == seat
            && person.IsIn(new DateInterval(day, day)))];

    /// <summary>Whether the charter lets the holder of a seat send somebody else.</summary>
    public bool MaySendAnother(string seat) => _seats.Find(seat) is { } place
        && (place.Group.Substitutes?.Allowed ?? place.Seat.Substitute);

    /// <summary>What the seat is called in its charter.</summary>
    public string NameOf(string seat) => _seats.NameOf(seat);

    private bool IsRequired(Membership person) => person.Required ?? _seats.Find(person.Seat)?.Seat.Required ?? true;

    private Invitee Invitee(string email, string name, bool isRequired) => new(email, name, isRequired)
    {
        Language = _choices.GetValueOrDefault(email)?.Language ?? PersonChoice.Swedish,
        InvitesByMail = _choices.GetValueOrDefault(email)?.InvitesByMail ?? false,
    };
}
