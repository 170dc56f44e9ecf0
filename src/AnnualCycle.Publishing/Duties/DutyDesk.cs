using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Duties;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Duties;

/// <summary>What somebody says of a duty.</summary>
/// <param name="Who">The address of whoever says so, in lower case.</param>
/// <param name="Link">Where it can be read, an address on the web; null for none.</param>
/// <param name="Said">What is said beside it; null for nothing.</param>
public sealed record SettledWord(HandedInState State, string Who, string? Link = null, string? Said = null);

/// <summary>Notes that duties are done, or are not to be done: nobody is reminded of them any more.</summary>
public sealed class DutyDesk(Database database, FeedKey key)
{
    /// <summary>Characters that a link or a remark may have.</summary>
    public const int MostCharacters = 500;

    /// <summary>Whether a text can stand as a link: an address on the web.</summary>
    public static bool IsLink(string text) => text.Length <= MostCharacters
        && Uri.TryCreate(text, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);

    public Task SettleAsync(DutyItem item, SettledWord word, Instant now, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            var at = await Database.NotBeforeAsync(context, now, cancel);
            var uid = item.Deadline.Uid;
            var row = await context.HandedIn.SingleOrDefaultAsync(own => own.Uid == uid, cancel)
                ?? context.HandedIn.Add(new HandedIn
                {
                    Uid = uid, Collaboration = item.Collaboration, State = word.State, Who = word.Who, At = at,
                }).Entity;
            (row.State, row.Who, row.At, row.Link, row.Said) = (word.State, word.Who, at, word.Link, word.Said);
            Note(context, item, word.Who, at, word.State == HandedInState.Done ? "Klart" : "Inte aktuellt");
            await DropWaitingAsync(context, uid, at, cancel);
            return await WriteAsync(context, item, at, now, cancel);
        }, cancel);

    /// <summary>Takes back what was said.</summary>
    /// <returns>False when nothing was.</returns>
    public Task<bool> ReopenAsync(DutyItem item, string who, Instant now, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            var at = await Database.NotBeforeAsync(context, now, cancel);
            if (await context.HandedIn.Where(own => own.Uid == item.Deadline.Uid).ExecuteDeleteAsync(cancel) == 0)
            {
                return false;
            }

            Note(context, item, who, at, "Inte klart längre");
            await WriteAsync(context, item, at, now, cancel);
            return true;
        }, cancel);

    // A reminder that has not left yet is of no use any more, when it is of nothing else.
    private static async Task DropWaitingAsync(AnnualCycleContext context, string uid, Instant at, CancellationToken cancel)
    {
        var mails = await context.Reminders.Where(own => own.Uid == uid && own.Delivery != null)
            .Select(own => own.Delivery!).Distinct().ToListAsync(cancel);
        var others = await context.Reminders.Where(own => mails.Contains(own.Delivery!) && own.Uid != uid
                && !context.HandedIn.Any(done => done.Uid == own.Uid))
            .Select(own => own.Delivery!).Distinct().ToListAsync(cancel);
        var line = $"{at} det är klart\n";
        await context.Deliveries.Where(mail => mails.Contains(mail.Key) && !others.Contains(mail.Key)
                && (mail.State == DeliveryState.Waiting || mail.State == DeliveryState.Parked))
            .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.State, DeliveryState.Dropped)
                .SetProperty(mail => mail.Settled, (Instant?)at)
                .SetProperty(mail => mail.History, mail => mail.History + line), cancel);
    }

    private async Task<int> WriteAsync(
        AnnualCycleContext context, DutyItem item, Instant at, Instant now, CancellationToken cancel)
    {
        await context.SaveChangesAsync(cancel);
        return await new FeedWriter(context, key, at, SwedishTime.DayOf(now)).WriteAsync([item.Collaboration], cancel);
    }

    private static void Note(AnnualCycleContext context, DutyItem item, string who, Instant at, string what) =>
        context.Audit.Add(new AuditEntry
        {
            At = at, Who = who, Action = "duty", Collaboration = item.Collaboration, Subject = item.Deadline.Id,
            Text = $"{what}: {item.Deadline.Title}",
        });
}
