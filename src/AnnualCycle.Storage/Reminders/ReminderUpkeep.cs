using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Reminders;

/// <summary>Lets go of what is remembered of reminders that were long ago.</summary>
public static class ReminderUpkeep
{
    /// <summary>As long as a year's plan and the one before it are spoken of.</summary>
    public static readonly Duration IsKept = Duration.FromDays(730);

    public static async Task ClearAsync(Database database, Instant now, CancellationToken cancel = default)
    {
        var known = now - IsKept;
        await using var context = database.Open();
        await context.Reminders.Where(own => own.At < known).ExecuteDeleteAsync(cancel);
        await context.ToldNews.Where(own => own.At < known).ExecuteDeleteAsync(cancel);
    }
}
