using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Deliveries;

/// <summary>Lets go of what is no longer needed of deliveries that are done with.</summary>
public static class DeliveryUpkeep
{
    /// <summary>As long as somebody may ask what exactly they were sent.</summary>
    public static readonly Duration ContentIsKept = Duration.FromDays(90);

    /// <summary>As long as a year's plan and the one before it are spoken of: whom was what sent, and when?</summary>
    public static readonly Duration RowsAreKept = Duration.FromDays(730);

    public static async Task ClearAsync(Database database, Instant now, CancellationToken cancel = default)
    {
        var (full, known, none) = (now - ContentIsKept, now - RowsAreKept, Array.Empty<byte>());
        await using var context = database.Open();
        await context.Deliveries.Where(delivery => delivery.Settled < known).ExecuteDeleteAsync(cancel);
        await context.Deliveries.Where(delivery => delivery.Settled < full && delivery.Content != none
                && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Dropped))
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.Content, none), cancel);
    }
}
