using AnnualCycle.People;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.People;

/// <summary>What was last taken from the folder's lists, and whether people were changed here since.</summary>
public sealed class PeopleImportMark
{
    /// <summary>There is one.</summary>
    public int Id { get; init; } = 1;

    /// <summary>SHA-256 of the memberships as read, as hexadecimal digits; empty before the first time.</summary>
    public required string Print { get; set; }

    public required Instant Imported { get; set; }

    /// <summary>When somebody first changed people here since; null when the folder's lists still hold.</summary>
    public Instant? Changed { get; set; }
}

/// <summary>What became of the folder's lists of people.</summary>
/// <param name="Changes">What they changed; when they were put aside, what they would have changed.</param>
/// <param name="IsPutAside">True when people were changed in the service since, and the lists take no effect.</param>
public sealed record TakenPeople(PeopleChanges Changes, bool IsPutAside);

/// <summary>
/// Takes the folder's lists of people into the database when they differ from their own last import, and never undoes
/// in silence what somebody changed in the service: an import, an erasure.
/// </summary>
public sealed class FolderPeople(AnnualCycleContext context, Instant at, LocalDate today)
{
    private static readonly PeopleChanges Nothing = new([], 0);

    /// <param name="lists">All lists together, without mistakes.</param>
    public async Task<TakenPeople> TakeAsync(IReadOnlyList<Membership> lists, CancellationToken cancel)
    {
        var (mark, print) = (await context.PeopleImports.SingleOrDefaultAsync(cancel), PrintOf(lists));
        return mark switch
        {
            { Changed: not null } => await CompareAsync(mark, lists, print, cancel),
            { Print: var same } when same == print => new TakenPeople(Nothing, IsPutAside: false),
            _ => await ImportAsync(mark, lists, print, cancel),
        };
    }

    /// <summary>Notes that people are no longer as the folder's lists say: those are only compared then.</summary>
    public async Task NoteChangeAsync(CancellationToken cancel)
    {
        var mark = await context.PeopleImports.SingleOrDefaultAsync(cancel) ?? New();
        mark.Changed ??= at;
    }

    private async Task<TakenPeople> ImportAsync(
        PeopleImportMark? mark, IReadOnlyList<Membership> lists, string print, CancellationToken cancel)
    {
        Set(mark ?? New(), print);
        return new TakenPeople(
            await new PeopleImport(context, today).ImportAsync(lists, null, cancel), IsPutAside: false);
    }

    // Lists that say what the service says are in step again, whoever wrote it first.
    private async Task<TakenPeople> CompareAsync(
        PeopleImportMark mark, IReadOnlyList<Membership> lists, string print, CancellationToken cancel)
    {
        var changes = await new PeopleImport(context, today).PreviewAsync(lists, null, cancel);
        if (changes.IsEmpty)
        {
            Set(mark, print);
        }

        // Lists that are as they were say nothing new, though the service says otherwise since.
        return changes.IsEmpty || mark.Print == print
            ? new TakenPeople(Nothing, IsPutAside: false) : new TakenPeople(changes, IsPutAside: true);
    }

    private void Set(PeopleImportMark mark, string print) =>
        (mark.Print, mark.Imported, mark.Changed) = (print, at, null);

    private PeopleImportMark New() =>
        context.PeopleImports.Add(new PeopleImportMark { Print = "", Imported = at }).Entity;

    private static string PrintOf(IEnumerable<Membership> people) => Print.Of(people.Select(PlanText.Write));
}
