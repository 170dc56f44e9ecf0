using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Inbox;

/// <summary>Lets go of mails that nobody has use for any more.</summary>
public static class InboxUpkeep
{
    /// <summary>As long as somebody may ask what was done about a mail.</summary>
    public static readonly Duration HandledAreKept = Duration.FromDays(90);

    /// <summary>As long as the meeting that a mail nobody looked after is about may be to come.</summary>
    public static readonly Duration WaitingAreKept = Duration.FromDays(365);

    public static async Task ClearAsync(Database database, Instant now, CancellationToken cancel = default)
    {
        var (handled, waiting) = (now - HandledAreKept, now - WaitingAreKept);
        await using var context = database.Open();
        await context.PutAsideMails.Where(mail => mail.Handled < handled || (mail.Handled == null && mail.At < waiting))
            .ExecuteDeleteAsync(cancel);
    }
}
