using NodaTime;

namespace AnnualCycle.People;

/// <summary>
/// What a list of people changes against the memberships as they are: who comes, leaves, moves or is changed. Both what
/// somebody is shown beforehand and what is then done.
/// </summary>
/// <param name="All">In the order of seats and names.</param>
/// <param name="Staying">Memberships, in force or to come, that the list leaves as they are.</param>
public sealed record PeopleChanges(IReadOnlyList<PersonChange> All, int Staying)
{
    public bool IsEmpty => All.Count == 0;

    /// <summary>How many memberships are new, changed or at an end.</summary>
    public int Memberships => All.Sum(change => change.Memberships);

    public int Count(PersonChangeKind kind) => All.Count(change => change.Kind == kind);

    /// <param name="now">Memberships as they are; what is over is left alone. The changes refer to these objects.</param>
    /// <param name="list">All that are to be; what was over before <paramref name="today"/> never comes in.</param>
    public static PeopleChanges Between(
        IEnumerable<Membership> now, IEnumerable<Membership> list, LocalDate today)
    {
        var left = now.Where(person => !person.IsOver(today)).GroupBy(person => person.Key)
            .ToDictionary(same => same.Key, same => new Queue<Membership>(same));
        var known = list.DistinctBy(person => person.Key)
            .Select(person => (Was: left.GetValueOrDefault(person.Key)?.TryDequeue(out var was) == true ? was : null,
                Is: person)).ToList();
        var stays = known.Where(pair => pair.Was is not null).ToList();
        var comes = known.Where(pair => pair.Was is null && !pair.Is.IsOver(today)).Select(pair => pair.Is).ToList();
        var changes = stays.Where(pair => pair.Was != pair.Is)
            .Select(pair => new PersonChange(pair.Was, pair.Is, null)).ToList();
        var staying = stays.Count - changes.Count;
        changes.AddRange(Ending(left.Values.SelectMany(same => same), comes, today));
        changes.AddRange(comes.Select(person => new PersonChange(null, person, null)));
        return new PeopleChanges(InOrder(changes), staying);
    }

    // Who leaves one seat and comes to another, or to the same one from another day, is told once; what is told so is
    // taken out of those who come.
    private static IEnumerable<PersonChange> Ending(
        IEnumerable<Membership> leaving, List<Membership> comes, LocalDate today)
    {
        foreach (var person in leaving)
        {
            var next = comes.Find(other => other.Email == person.Email && other.Seat == person.Seat)
                ?? comes.Find(other => other.Email == person.Email && other.Collaboration == person.Collaboration);
            if (next is not null)
            {
                comes.Remove(next);
            }

            yield return new PersonChange(person, next, person.From >= today ? null : today.PlusDays(-1));
        }
    }

    private static IReadOnlyList<PersonChange> InOrder(IEnumerable<PersonChange> changes) =>
    [
        .. changes.OrderBy(change => change.Shown.Seat, StringComparer.Ordinal).ThenBy(change => change.Kind)
            .ThenBy(change => change.Shown.Name, StringComparer.Ordinal)
            .ThenBy(change => change.Shown.Email, StringComparer.Ordinal),
    ];
}
