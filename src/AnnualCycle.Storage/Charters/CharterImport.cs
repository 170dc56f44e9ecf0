using AnnualCycle.Charters;
using AnnualCycle.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Charters;

/// <summary>A charter file as it lies in the folder.</summary>
/// <param name="File">Its path as the user named it.</param>
public sealed record CharterText(string File, string Text)
{
    /// <summary>The collaboration's id.</summary>
    public string Collaboration => Slug.Of(Path.GetFileNameWithoutExtension(File));
}

/// <summary>What became of a charter file.</summary>
public enum CharterImportOutcome
{
    /// <summary>Years are planned from it now.</summary>
    InForce,

    /// <summary>The charter was changed in the service since: the file waits as a draft.</summary>
    Draft,
}

/// <summary>A charter file that differed from its own last import.</summary>
public sealed record ImportedCharter(string Collaboration, CharterImportOutcome Outcome, string? Difference);

/// <summary>
/// Takes charter files into the database: a file is imported when it differs from its own last import, and never
/// undoes in silence what somebody changed in the service. A file that is gone changes nothing.
/// </summary>
public sealed class CharterImport(AnnualCycleContext context, Instant at, string who)
{
    /// <summary>Those that differ from their own last import.</summary>
    public async Task<IReadOnlyList<CharterText>> ChangedAsync(
        IEnumerable<CharterText> files, CancellationToken cancel)
    {
        var marks = await context.CharterImports.ToDictionaryAsync(mark => mark.Collaboration, cancel);
        return [.. files.Where(file => marks.GetValueOrDefault(file.Collaboration)?.ContentHash != Print.Of(file.Text))];
    }

    /// <param name="files">Without mistakes, at most one for each collaboration.</param>
    public async Task<IReadOnlyList<ImportedCharter>> ImportAsync(
        IEnumerable<CharterText> files, CancellationToken cancel)
    {
        var marks = await context.CharterImports.ToDictionaryAsync(mark => mark.Collaboration, cancel);
        var imported = new List<ImportedCharter>();
        foreach (var file in files)
        {
            var (hash, mark) = (Print.Of(file.Text), marks.GetValueOrDefault(file.Collaboration));
            if (mark?.ContentHash != hash)
            {
                Mark(file.Collaboration, mark, hash);
                if (await ImportAsync(file, cancel) is { } taken)
                {
                    imported.Add(taken);
                }
            }
        }

        return imported;
    }

    private void Mark(string collaboration, CharterImportMark? mark, string hash)
    {
        mark ??= context.CharterImports.Add(new CharterImportMark
        {
            Collaboration = collaboration, ContentHash = hash, Imported = at,
        }).Entity;
        (mark.ContentHash, mark.Imported) = (hash, at);
    }

    private async Task<ImportedCharter?> ImportAsync(CharterText file, CancellationToken cancel)
    {
        var versions = new CharterVersions(context, at, who);
        if (await versions.InForceAsync(file.Collaboration, cancel) is { Origin: CharterOrigin.Service } changed)
        {
            return await CompareAsync(file, changed, versions, cancel);
        }

        await versions.AddAsync(file.Collaboration, file.Text, CharterOrigin.File, null, cancel);
        Note(file, $"Uppdragsbeskrivningen lästes in från {file.File}");
        return new ImportedCharter(file.Collaboration, CharterImportOutcome.InForce, null);
    }

    private async Task<ImportedCharter?> CompareAsync(
        CharterText file, CharterVersion inForce, CharterVersions versions, CancellationToken cancel)
    {
        var difference = LineDifference.Between(inForce.Content, file.Text);
        if (difference.Length == 0)
        {
            // What the service says was written to the file: what the file said before no longer waits for anybody.
            await versions.WithdrawDraftAsync(file.Collaboration, cancel);
            return null;
        }

        await versions.AddAsync(file.Collaboration, file.Text, CharterOrigin.File, difference, cancel);
        Note(file, $"Filen skiljer sig från det som ändrats i tjänsten och väntar som utkast ({file.File})");
        return new ImportedCharter(file.Collaboration, CharterImportOutcome.Draft, difference);
    }

    private void Note(CharterText file, string text) => context.Audit.Add(new AuditEntry
    {
        At = at, Who = who, Action = "import", Collaboration = file.Collaboration, Subject = file.File, Text = text,
    });
}
