using AnnualCycle.People;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>Lists of people that somebody hands in, held against people as they are.</summary>
/// <param name="Changes">What they change; nothing when there are mistakes.</param>
/// <param name="Lines">The same in Swedish, group by group, with the numbers last.</param>
public sealed record PeopleProposal(
    PeopleList List, PeopleChanges Changes, IReadOnlyList<string> Lines, IReadOnlyList<Mistake> Mistakes)
{
    /// <summary>True when the changes were made.</summary>
    public bool IsDone { get; init; }

    /// <summary>Who gets a mail by it: who comes is invited, who leaves is told so. Null when nothing is to be done.</summary>
    public MailTally? Mails { get; init; }
}

/// <summary>
/// Takes people into the database: from lists that somebody hands in at the terminal or on a page, and from the
/// configuration folder.
/// </summary>
public sealed class PeopleIntake(Installation installation)
{
    private readonly ConfigurationFiles _files = new(installation.Configuration);

    /// <summary>What lists would change, without changing anything.</summary>
    /// <param name="only">
    /// Id of the one collaboration that the lists are for, also when they have no rows; null for those they have.
    /// </param>
    public async Task<PeopleProposal> PreviewAsync(
        IReadOnlyList<FileText> lists, string? only, Instant now, CancellationToken cancel) =>
        await installation.Database.RehearseAsync(
            context => TakeAsync(context, lists, only, ("", now, null), cancel), cancel) with { IsDone = false };

    /// <summary>Does what the preview showed. Calendars of those who come and leave are written at once.</summary>
    /// <param name="who">Who did it, for the audit log.</param>
    /// <param name="seen">
    /// Print of the lines that somebody has seen; nothing is done when it would be other ones by now. Null to do it whatever
    /// it is.
    /// </param>
    public Task<PeopleProposal> ImportAsync(IReadOnlyList<FileText> lists, string? only, string who, Instant now,
        CancellationToken cancel, string? seen = null) => installation.Database.ChangeAsync(
        context => TakeAsync(context, lists, only, (who, now, seen), cancel), cancel);

    private async Task<PeopleProposal> TakeAsync(AnnualCycleContext context, IReadOnlyList<FileText> lists, string? only,
        (string Who, Instant Now, string? Seen) wish, CancellationToken cancel)
    {
        var (who, now, seen) = wish;
        var (list, register, mistakes) = await ReadAsync(context, lists, only, cancel);
        if (mistakes.Count > 0)
        {
            return new PeopleProposal(list, new([], 0), [], mistakes);
        }

        var (at, today) = (await Database.NotBeforeAsync(context, now, cancel), SwedishTime.DayOf(now));
        var import = new PeopleImport(context, today);
        var wanted = await import.PreviewAsync(list.People, list.Scope, cancel);
        IReadOnlyList<string> lines = [.. new PeopleWords(register).Lines(wanted)];
        if (seen is not null && seen != Print.Of(lines))
        {
            return new PeopleProposal(list, wanted, lines, []);
        }

        var changes = await import.ImportAsync(list.People, list.Scope, cancel);
        if (!changes.IsEmpty)
        {
            await new FolderPeople(context, at, today).NoteChangeAsync(cancel);
        }

        Note(context, changes, new Entry(at, who, FilesOf(lists)));
        await context.SaveChangesAsync(cancel);
        await TakeFolderAsync(context, at, today, cancel);
        var mails = await new InvitationKeeper(
            context, installation.Key, installation.Correspondence, at, SwedishTime.Of(now)).KeepAllAsync(cancel);
        await new FeedWriter(context, installation.Key, at, today).WriteAsync([.. list.Scope], cancel);
        return new PeopleProposal(list, changes, lines, []) { IsDone = true, Mails = MailTally.Of(mails) };
    }

    /// <summary>Takes in the folder's lists when they differ from their own last import.</summary>
    /// <returns>Mistakes; nothing was taken then.</returns>
    public async Task<IReadOnlyList<Mistake>> TakeFolderAsync(
        AnnualCycleContext context, Instant at, LocalDate today, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        var collaborations = await NetworkInput.CharteredAsync(context, mistakes, cancel);
        var lists = _files.People(mistakes);
        if (lists.Count == 0 && await context.Memberships.AnyAsync(cancel))
        {
            mistakes.Add(new Mistake("people", 0, "ingen lista över personer finns i konfigurationsmappen",
                "De som redan lästs in står kvar; lägg tillbaka listan, eller en med bara rubrikraden för att avsluta alla"));
        }

        var people = lists
            .SelectMany(list => PeopleReader.Read(list.File, list.Text, collaborations, mistakes)).ToList();
        if (mistakes.Count > 0)
        {
            return mistakes;
        }

        var taken = await new FolderPeople(context, at, today).TakeAsync(people, cancel);
        if (taken.IsPutAside)
        {
            return [PutAside(lists, taken.Changes)];
        }

        Note(context, taken.Changes, new Entry(at, "konfigurationsmappen", FilesOf(lists)));
        return [];
    }

    private static Mistake PutAside(IReadOnlyList<FileText> lists, PeopleChanges changes) => new(
        string.Join(", ", lists.Select(list => list.File)), 0,
        "listan är ändrad, men personerna är ändrade i tjänsten sedan den lästes in, så den får ingen verkan "
            + $"({PeopleWords.Summary(changes)})",
        $"Se vad den skulle ändra med: annualcycle people import {string.Join(' ', lists.Select(list => list.File))}");

    private static async Task<(PeopleList List, SeatRegister Register, List<Mistake> Mistakes)> ReadAsync(
        AnnualCycleContext context, IReadOnlyList<FileText> lists, string? only, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        var collaborations = await NetworkInput.CharteredAsync(context, mistakes, cancel);
        if (only is not null && !collaborations.Any(own => own.Id == only))
        {
            var known = collaborations.Select(own => own.Id).ToList();
            mistakes.Add(new Mistake("--collaboration", 0, $"samverkan ”{only}” finns inte",
                Suggestion.Advice(only, known, $"De som finns är {string.Join(", ", known)}")));
            return (new PeopleList([], new HashSet<string>(), []), new SeatRegister(collaborations), mistakes);
        }

        var read = lists.Select(list =>
            PeopleReader.ReadList(list.File, list.Text, collaborations, only, mistakes)).ToList();
        var all = new PeopleList([.. read.SelectMany(list => list.People)],
            read.SelectMany(list => list.Scope).ToHashSet(), [.. read.SelectMany(list => list.LeftOut).Distinct()]);
        if (all.Scope.Count == 0 && mistakes.Count == 0)
        {
            mistakes.Add(new Mistake(FilesOf(lists), 0, "listan har inga rader för någon samverkan här",
                "Ange samverkan (--collaboration) om alla där ska sluta"));
        }

        return (all, new SeatRegister(collaborations), mistakes);
    }

    private static string FilesOf(IEnumerable<FileText> lists) =>
        string.Join(", ", lists.Select(list => Path.GetFileName(list.File)));

    // Without names: the log is kept, and a person may ask to be forgotten.
    private static void Note(AnnualCycleContext context, PeopleChanges changes, Entry entry)
    {
        foreach (var part in changes.All.GroupBy(change => change.Shown.Collaboration))
        {
            context.Audit.Add(new AuditEntry
            {
                At = entry.At, Who = entry.Who, Action = "people", Collaboration = part.Key, Subject = entry.Lists,
                Text = PeopleWords.Summary(new PeopleChanges([.. part], 0)),
            });
        }
    }

    private sealed record Entry(Instant At, string Who, string Lists);
}
