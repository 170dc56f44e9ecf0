using AnnualCycle.People;
using AnnualCycle.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.People;

/// <summary>What the database has of a person beside plans: names, the audit log, whose doing something was.</summary>
public sealed class PersonalTraces(AnnualCycleContext context)
{
    /// <summary>What stands where a name or an address stood.</summary>
    public const string Instead = "en raderad person";

    /// <summary>
    /// The person at an address, with every name of seats held now or before that is nobody else's, too.
    /// </summary>
    public async Task<MentionedPerson> PersonAsync(string email, CancellationToken cancel)
    {
        var address = email.Trim().ToLowerInvariant();
        return new MentionedPerson(address, await context.Memberships.Where(row => row.Email == address)
            .Select(row => row.Name)
            .Union(context.StandIns.Where(own => own.Email == address).Select(own => own.Name))
            .Where(name => !context.Memberships.Any(other => other.Name == name && other.Email != address))
            .ToListAsync(cancel));
    }

    /// <summary>Ids of the collaborations in which the person has or had a seat.</summary>
    public Task<List<string>> CollaborationsAsync(string email, CancellationToken cancel) => context.Memberships
        .Where(row => row.Email == email).Select(row => row.Collaboration).Distinct().ToListAsync(cancel);

    /// <summary>
    /// Lines of the audit log by the person or about the person, in order: by the address wherever it is, and by a name in
    /// the collaborations of the person; elsewhere the same words are somebody else's.
    /// </summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(MentionedPerson person, CancellationToken cancel)
    {
        var (found, own) = (new List<AuditEntry>(), await CollaborationsAsync(person.Email, cancel));
        await foreach (var entry in context.Audit.AsNoTracking().OrderBy(entry => entry.Id).AsAsyncEnumerable()
            .WithCancellation(cancel))
        {
            var looked = LookedFor(person, entry, own);
            if (looked.IsIn(entry.Who) || looked.IsIn(entry.Subject) || looked.IsIn(entry.Text))
            {
                found.Add(entry);
            }
        }

        return found;
    }

    /// <summary>Takes the person out of the audit log; that something was done, and when, stays.</summary>
    /// <returns>How many lines named the person.</returns>
    public async Task<int> ForgetAuditAsync(MentionedPerson person, CancellationToken cancel)
    {
        var (entries, own) = (await AuditAsync(person, cancel), await CollaborationsAsync(person.Email, cancel));
        foreach (var entry in entries)
        {
            var looked = LookedFor(person, entry, own);
            var (who, subject, text) =
                (looked.Out(entry.Who, Instead), looked.Out(entry.Subject, Instead), looked.Out(entry.Text, Instead));
            await context.Audit.Where(row => row.Id == entry.Id).ExecuteUpdateAsync(row => row
                .SetProperty(one => one.Who, who).SetProperty(one => one.Subject, subject)
                .SetProperty(one => one.Text, text), cancel);
        }

        return entries.Count;
    }

    private static MentionedPerson LookedFor(MentionedPerson person, AuditEntry entry, List<string> own) =>
        own.Contains(entry.Collaboration) ? person : new MentionedPerson(person.Email, []);

    /// <summary>Takes the person out of who made a version of a charter; what the charter says is left.</summary>
    public async Task<int> ForgetChartersAsync(MentionedPerson person, CancellationToken cancel)
    {
        var made = (await context.Charters.Select(version => new { version.Id, version.CreatedBy }).ToListAsync(cancel))
            .Where(version => person.IsIn(version.CreatedBy)).ToList();
        foreach (var version in made)
        {
            var by = person.Out(version.CreatedBy, Instead);
            await context.Charters.Where(row => row.Id == version.Id).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.CreatedBy, by), cancel);
        }

        return made.Count;
    }
}
