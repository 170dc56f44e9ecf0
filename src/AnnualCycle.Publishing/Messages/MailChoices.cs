using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Messages;

/// <summary>Which mails one person wants, and when.</summary>
/// <param name="Language">"sv" or "en", as their mails are.</param>
/// <param name="Pace">How they want to be reminded.</param>
/// <param name="Muted">Names of the groups of mails that they do not want.</param>
/// <param name="IsLeader">True for whoever leads a collaboration, by role or by seat.</param>
public sealed record MailChoices(
    string Email, string Language, ReminderPace Pace, IReadOnlySet<string> Muted, bool IsLeader)
{
    /// <summary>True when invites are to come in the service's own mails, also where others get them from Outlook.</summary>
    public bool InvitesByMail { get; init; }

    /// <summary>What they have to choose between.</summary>
    public IReadOnlyList<MailGroup> Groups => [.. MailGroup.All.Where(group =>
        group != MailGroup.LeaderNews || IsLeader || Muted.Contains(group.Name))];

    public bool Wants(MailGroup group) => !Muted.Contains(group.Name);

    public static async Task<MailChoices> ReadAsync(AnnualCycleContext context, string email, CancellationToken cancel)
    {
        var choice = await context.PersonChoices.AsNoTracking().SingleOrDefaultAsync(own => own.Email == email, cancel);
        var muted = await context.MutedMails.AsNoTracking().Where(own => own.Email == email)
            .Select(own => own.Kind).ToListAsync(cancel);
        var isLeader = await context.RoleGrants.AnyAsync(own => own.Email == email && own.Role == Role.ProcessLeader, cancel)
            || await context.Memberships.AnyAsync(own => own.Email == email && own.Seat.EndsWith("processledare"), cancel);
        return new MailChoices(email, choice?.Language ?? PersonChoice.Swedish, choice?.Reminders ?? ReminderPace.Single,
            muted.ToHashSet(), isLeader)
        {
            InvitesByMail = choice?.InvitesByMail ?? false,
        };
    }

    /// <summary>Makes the choices the person's, with a line in the audit log for what is another.</summary>
    /// <returns>False when they were so already.</returns>
    public static async Task<bool> ChangeAsync(
        AnnualCycleContext context, MailChoices wanted, Instant now, CancellationToken cancel)
    {
        var before = await ReadAsync(context, wanted.Email, cancel);
        var said = Said(before, wanted).ToList();
        if (said.Count == 0)
        {
            return false;
        }

        var at = await Database.NotBeforeAsync(context, now, cancel);
        var again = before.Muted.Except(wanted.Muted).ToList();
        await context.MutedMails.Where(own => own.Email == wanted.Email && again.Contains(own.Kind)).ExecuteDeleteAsync(cancel);
        context.MutedMails.AddRange(wanted.Muted.Except(before.Muted).Order(StringComparer.Ordinal)
            .Select(group => new MutedMail { Email = wanted.Email, Kind = group, Since = at }));
        await SetChoiceAsync(context, wanted, cancel);
        context.Audit.Add(new AuditEntry
        {
            At = at, Who = wanted.Email, Action = "choose", Collaboration = "", Subject = wanted.Email,
            Text = string.Join("; ", said),
        });
        await context.SaveChangesAsync(cancel);
        return true;
    }

    private static async Task SetChoiceAsync(AnnualCycleContext context, MailChoices wanted, CancellationToken cancel)
    {
        var choice = await context.PersonChoices.SingleOrDefaultAsync(own => own.Email == wanted.Email, cancel)
            ?? context.PersonChoices.Add(new PersonChoice
            {
                Email = wanted.Email, Language = wanted.Language, IsFeedClosed = false,
            }).Entity;
        (choice.Reminders, choice.InvitesByMail) = (wanted.Pace, wanted.InvitesByMail);
    }

    private static IEnumerable<string> Said(MailChoices before, MailChoices wanted) =>
    [
        .. MailGroup.All.Where(group => before.Wants(group) != wanted.Wants(group))
            .Select(group => $"{(wanted.Wants(group) ? "Vill ha" : "Valde bort")} {group.Swedish.Label.ToLowerInvariant()}"),
        .. before.Pace == wanted.Pace ? (string[])[]
            : [wanted.Pace == ReminderPace.Weekly ? "Valde påminnelser samlade på måndagar" : "Valde påminnelser var för sig"],
        .. before.InvitesByMail == wanted.InvitesByMail ? (string[])[]
            : [wanted.InvitesByMail ? "Valde kallelser i mejl från tjänsten" : "Valde kallelser från Outlook"],
    ];
}
