using AnnualCycle.People;
using AnnualCycle.Storage.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Outlook;

/// <summary>An entry in an organiser's Outlook that asks a person.</summary>
public sealed record OutlookTrace(string Uid, string Collaboration, OutlookEvent Entry, OutlookAttendee Person);

/// <summary>What the database has of a person in what stands, or is to stand, in organisers' Outlook.</summary>
public static class OutlookTraces
{
    // As plans have it, so that an entry that is written anew says the same.
    private const string Instead = "en ledamot";

    /// <summary>Each entry once, as it is wanted or was told last.</summary>
    public static async Task<IReadOnlyList<OutlookTrace>> ReadAsync(
        AnnualCycleContext context, string email, CancellationToken cancel) =>
        [.. (await NamingAsync(context, email, cancel)).SelectMany(own => new[] { own.Wanted, own.Told, own.Sending, own.Seen }
            .OfType<string>().Select(OutlookEvent.Read)
            .SelectMany(entry => entry.Attendees.Where(one => one.Email == email)
                .Select(one => new OutlookTrace(own.Uid, own.Collaboration, entry, one))).Take(1))];

    /// <summary>
    /// Takes a person out: what is past is rewritten here alone; from what is to come Outlook takes them, too, as soon as
    /// may be, and tells them so.
    /// </summary>
    /// <param name="collaborations">Where a name is the person's: elsewhere the same words are somebody else's.</param>
    /// <returns>How many entries and mailboxes named the person.</returns>
    public static async Task<int> ForgetAsync(AnnualCycleContext context, MentionedPerson person,
        IReadOnlyCollection<string> collaborations, (Instant At, LocalDate Today) now, CancellationToken cancel)
    {
        var changed = 0;
        foreach (var own in await context.OutlookMeetings.OrderBy(own => own.Uid).ToListAsync(cancel))
        {
            var looked = collaborations.Contains(own.Collaboration) ? person : new MentionedPerson(person.Email, []);
            changed += new OutlookForgetting(looked, Instead).Forget(own, now) ? 1 : 0;
        }

        return changed + await context.OutlookMailboxes.Where(own => own.PausedBy == person.Email)
            .ExecuteUpdateAsync(row => row.SetProperty(own => own.PausedBy, PersonalTraces.Instead), cancel);
    }

    // Looked for in the text first: few entries of many years are a person's.
    private static async Task<IReadOnlyList<OutlookMeeting>> NamingAsync(
        AnnualCycleContext context, string email, CancellationToken cancel) =>
        await context.OutlookMeetings.AsNoTracking().Where(own => own.Wanted!.Contains(email) || own.Told!.Contains(email)
            || own.Sending!.Contains(email) || own.Seen!.Contains(email)).OrderBy(own => own.Uid).ToListAsync(cancel);
}
