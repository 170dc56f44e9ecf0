using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Duties;

/// <summary>Somebody who answers for something.</summary>
/// <param name="Email">In lower case.</param>
public sealed record AnswerablePerson(string Email, string Name)
{
    /// <summary>"sv" or "en".</summary>
    public string Language { get; init; } = PersonChoice.Swedish;

    public ReminderPace Pace { get; init; }
}

/// <summary>Knows who answers for what on a day: who has the seat that the charter means, else the process leaders.</summary>
public sealed class Answerable
{
    private readonly DutyOwners _owners;
    private readonly ILookup<string, Membership> _bySeat;
    private readonly ILookup<string, string> _leaders;
    private readonly IReadOnlyList<string> _administrators;
    private readonly Dictionary<string, PersonChoice> _choices;
    private readonly Dictionary<string, string> _names;

    private Answerable(IReadOnlyList<Collaboration> collaborations, IReadOnlyList<Membership> people,
        IReadOnlyList<RoleGrant> roles, Dictionary<string, PersonChoice> choices)
    {
        _owners = new DutyOwners(collaborations);
        _bySeat = people.Where(person => !person.Substitute).ToLookup(person => person.Seat);
        _leaders = roles.Where(grant => grant.Role == Role.ProcessLeader).ToLookup(grant => grant.Scope, grant => grant.Email);
        _administrators = [.. roles.Where(grant => grant.Role == Role.Administrator).Select(grant => grant.Email)];
        _choices = choices;
        _names = people.GroupBy(person => person.Email).ToDictionary(same => same.Key, same => same.Last().Name);
    }

    public static async Task<Answerable> ReadAsync(
        AnnualCycleContext context, IReadOnlyList<Collaboration> collaborations, LocalDate today, CancellationToken cancel)
    {
        var people = (await context.Memberships.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel))
            .Select(row => row.Membership).Where(person => person.IsIn(new DateInterval(today, today))).ToList();
        var roles = await context.RoleGrants.AsNoTracking().OrderBy(grant => grant.Email).ToListAsync(cancel);
        return new Answerable(collaborations, people, roles,
            await context.PersonChoices.AsNoTracking().ToDictionaryAsync(choice => choice.Email, cancel));
    }

    /// <summary>
    /// Each person once; the process leaders where no seat is meant or nobody has it, and without those the
    /// administrators. Empty when there is nobody.
    /// </summary>
    public IReadOnlyList<AnswerablePerson> For(DutyItem item)
    {
        var seated = HoldersOf(_owners.SeatsOf(item.Deadline));
        return seated.Count > 0 ? seated
            : LeadersOf(item.Collaboration) is { Count: > 0 } leaders ? leaders : [.. _administrators.Select(Person)];
    }

    /// <summary>Those with the role, else those on the process leader's seat.</summary>
    public IReadOnlyList<AnswerablePerson> LeadersOf(string collaboration) => _leaders[collaboration].Any()
        ? [.. _leaders[collaboration].Select(Person)] : HoldersOf(_owners.LeadersOf(collaboration));

    /// <summary>Somebody by their address.</summary>
    public AnswerablePerson Person(string email)
    {
        var choice = _choices.GetValueOrDefault(email);
        return new AnswerablePerson(email, _names.GetValueOrDefault(email, email))
        {
            Language = choice?.Language ?? PersonChoice.Swedish, Pace = choice?.Reminders ?? ReminderPace.Single,
        };
    }

    private IReadOnlyList<AnswerablePerson> HoldersOf(IReadOnlyList<string> seats) =>
        [.. seats.SelectMany(seat => _bySeat[seat]).Select(person => person.Email).Distinct().Select(Person)];
}
