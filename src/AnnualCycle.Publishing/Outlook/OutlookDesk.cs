using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Outlook;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Where a person decides about what does not go by itself in Outlook; each decision stands in the log.</summary>
public sealed class OutlookDesk(Database database)
{
    /// <summary>What a person did in Outlook stays there, until the plan says something else about the same.</summary>
    /// <returns>False when nobody has changed it, or no longer.</returns>
    public Task<bool> LetStandAsync(string uid, string mailbox, string who, Instant now, CancellationToken cancel) =>
        DecideAsync((uid, mailbox), who, now, "får stå som i Outlook", own =>
        {
            if (own.Drift is not { } drift)
            {
                return false;
            }

            if (OutlookDrift.Read(drift).Found is { } found)
            {
                own.Seen = found.Written;
            }
            else
            {
                // Away until the plan says something else of it, or somebody wants it back.
                EntryState.Forget(own);
                (own.Seen, own.ToldRevision) = (own.Wanted, own.WantedRevision);
            }

            own.Drift = null;
            return true;
        }, cancel);

    /// <summary>It is made as the plan says again; those who are asked are told by Outlook.</summary>
    /// <returns>False when nobody has changed it, or no longer.</returns>
    public Task<bool> RestoreAsync(string uid, string mailbox, string who, Instant now, CancellationToken cancel) =>
        DecideAsync((uid, mailbox), who, now, "återställs i Outlook", own =>
        {
            if (own.Drift is not { } drift)
            {
                return false;
            }

            // What stands there is what it is changed from.
            if (OutlookDrift.Read(drift).Found?.Written is { } found)
            {
                (own.Told, own.Seen) = (found, found);
            }
            else
            {
                EntryState.Forget(own);
            }

            (own.Drift, own.NotBefore) = (null, now);
            own.WantedRevision++;

            return true;
        }, cancel);

    /// <summary>What stood still is tried again.</summary>
    /// <returns>False when it does not stand still.</returns>
    public Task<bool> TryAgainAsync(string uid, string mailbox, string who, Instant now, CancellationToken cancel) =>
        DecideAsync((uid, mailbox), who, now, "försöks igen i Outlook", own =>
        {
            var stood = own.Trouble is not null;
            (own.Trouble, own.NotBefore) = (null, now);
            return stood;
        }, cancel);

    /// <summary>Nothing more is asked of a mailbox until somebody lets it go on.</summary>
    public Task<bool> PauseAsync(string mailbox, string who, Instant now, CancellationToken cancel) =>
        OfMailboxAsync(mailbox, who, now, "Outlook pausat", box => box.PausedBy = who, cancel);

    public Task<bool> GoOnAsync(string mailbox, string who, Instant now, CancellationToken cancel) =>
        OfMailboxAsync(mailbox, who, now, "Outlook går vidare", box => (box.PausedBy, box.NotBefore) = (null, null), cancel);

    private Task<bool> DecideAsync((string Uid, string Mailbox) key, string who, Instant now, string text,
        Func<OutlookMeeting, bool> decide, CancellationToken cancel) => database.ChangeAsync(async context =>
    {
        if (await context.OutlookMeetings.FindAsync([key.Uid, key.Mailbox], cancel) is not { } own || !decide(own))
        {
            return false;
        }

        EntryState.Note(own, now, text);
        context.Audit.Add(new AuditEntry
        {
            At = await Database.NotBeforeAsync(context, now, cancel), Who = who, Action = "outlook",
            Collaboration = own.Collaboration, Subject = own.Uid,
            Text = $"{(own.Wanted is { } wanted ? OutlookEvent.Read(wanted).Subject : "Ett inställt möte")} {text}",
        });
        return true;
    }, cancel);

    private Task<bool> OfMailboxAsync(string mailbox, string who, Instant now, string text, Action<OutlookMailbox> change,
        CancellationToken cancel) => database.ChangeAsync(async context =>
    {
        change(await context.OutlookMailboxes.FindAsync([mailbox], cancel)
            ?? context.OutlookMailboxes.Add(new OutlookMailbox { Mailbox = mailbox }).Entity);
        context.Audit.Add(new AuditEntry
        {
            At = await Database.NotBeforeAsync(context, now, cancel), Who = who, Action = "outlook", Collaboration = "",
            Subject = mailbox, Text = $"{text}: {mailbox}",
        });
        return true;
    }, cancel);
}
