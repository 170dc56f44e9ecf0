using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Pages.Log;

/// <summary>Who changed what, and when: the audit log, the latest first.</summary>
public abstract class LogBook(Database database) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>What leads to the lines before these; null when there are none.</summary>
    public long? Earlier { get; private set; }

    /// <summary>Id of the one collaboration whose lines are shown; null for all.</summary>
    public abstract string? Only { get; }

    public async Task OnGetAsync([FromQuery(Name = "fore")] long? before, CancellationToken cancel)
    {
        await using var context = database.Open();
        Entries = await context.Audit.AsNoTracking()
            .Where(entry => (Only == null || entry.Collaboration == Only) && (before == null || entry.Id < before))
            .OrderByDescending(entry => entry.Id).Take(Most).ToListAsync(cancel);
        Earlier = Entries.Count == Most ? Entries[^1].Id : null;
    }
}
