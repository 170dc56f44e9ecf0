using AnnualCycle.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.People;

/// <summary>
/// Takes the list of people into the database: who is new comes in, who has left the list ends, the past stays.
/// </summary>
public sealed class PeopleImport(AnnualCycleContext context, LocalDate today)
{
    /// <returns>How many memberships came, changed or ended.</returns>
    public async Task<int> ImportAsync(IReadOnlyList<Membership> people, CancellationToken cancel)
    {
        var stored = (await context.Memberships.ToListAsync(cancel)).Where(row => row.To is null || row.To >= today);
        var left = stored.GroupBy(KeyOf).ToDictionary(same => same.Key, same => new Queue<StoredMembership>(same));
        foreach (var person in people)
        {
            if (left.GetValueOrDefault(KeyOf(person)) is { Count: > 0 } same)
            {
                Update(same.Dequeue(), person);
            }
            else if (person.To is null || person.To >= today)
            {
                context.Memberships.Add(Row(person));
            }
        }

        foreach (var gone in left.Values.SelectMany(rows => rows))
        {
            gone.To = today.PlusDays(-1);
        }

        return context.ChangeTracker.Entries<StoredMembership>().Count(row => row.State != EntityState.Unchanged);
    }

    private static (string, string, LocalDate?) KeyOf(StoredMembership row) => (row.Seat, row.Email, row.From);

    private static (string, string, LocalDate?) KeyOf(Membership person) => (person.Seat, person.Email, person.From);

    private static void Update(StoredMembership row, Membership person) =>
        (row.Name, row.Organisation, row.Required, row.To) =
            (person.Name, person.Organisation, person.Required, person.To);

    private static StoredMembership Row(Membership person) => new()
    {
        Collaboration = person.Seat.Split('/')[0], Seat = person.Seat, Name = person.Name, Email = person.Email,
        Organisation = person.Organisation, Required = person.Required, From = person.From, To = person.To,
    };
}
