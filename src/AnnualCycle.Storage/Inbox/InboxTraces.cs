using AnnualCycle.People;
using AnnualCycle.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.Inbox;

/// <summary>What the inbox has of one person.</summary>
public static class InboxTraces
{
    /// <summary>Mails from the person, for the person, or that name the person.</summary>
    public static async Task<IReadOnlyList<PutAsideMail>> ReadAsync(
        AnnualCycleContext context, MentionedPerson person, CancellationToken cancel) =>
        [.. (await context.PutAsideMails.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync(cancel))
            .Where(mail => Is(mail, person))];

    /// <summary>Takes them away, and the person out of who looked after others'.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> ForgetAsync(
        AnnualCycleContext context, MentionedPerson person, CancellationToken cancel)
    {
        await context.PutAsideMails.Where(mail => mail.HandledBy == person.Email).ExecuteUpdateAsync(
            row => row.SetProperty(mail => mail.HandledBy, PersonalTraces.Instead), cancel);
        var ids = (await ReadAsync(context, person, cancel)).Select(mail => mail.Id).ToList();
        return await context.PutAsideMails.Where(mail => ids.Contains(mail.Id)).ExecuteDeleteAsync(cancel);
    }

    private static bool Is(PutAsideMail mail, MentionedPerson person) =>
        mail.Sender == person.Email || mail.Attendee == person.Email || person.IsIn(mail.Subject)
        || person.IsIn(mail.Said) || person.IsIn(mail.Reason);
}
