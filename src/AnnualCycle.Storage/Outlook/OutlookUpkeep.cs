using AnnualCycle.Storage.Deliveries;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Outlook;

/// <summary>Lets go of meetings in Outlook that nobody speaks of any more.</summary>
public static class OutlookUpkeep
{
    public static async Task ClearAsync(Database database, Instant now, CancellationToken cancel = default)
    {
        var longAgo = now - DeliveryUpkeep.RowsAreKept;
        await using var context = database.Open();
        await context.OutlookMeetings.Where(own => own.WantedAt < longAgo && own.Operation == null).ExecuteDeleteAsync(cancel);
    }
}
