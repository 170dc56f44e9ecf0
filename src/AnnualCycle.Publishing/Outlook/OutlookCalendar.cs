using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// Says what is to stand in the organisers' Outlook, within the change that it comes from. Doing it again at once wants
/// nothing new.
/// </summary>
/// <param name="now">The day and time it is where the meetings are.</param>
internal sealed class OutlookCalendar(AnnualCycleContext context, OutlookSettings settings, Instant at, LocalDateTime now)
{
    /// <param name="asked">Who holds an invite to a meeting from Outlook, or is to get one.</param>
    /// <param name="write">The entry that a meeting is to have, but for who is asked.</param>
    /// <returns>What will be done in Outlook by what is wanted now and was not before.</returns>
    public async Task<IReadOnlyList<OutlookChange>> WantAsync(Plan plan, Func<PlannedMeeting, IReadOnlyList<OutlookAttendee>> asked,
        Func<PlannedMeeting, OutlookEvent> write, CancellationToken cancel)
    {
        var collaboration = plan.Collaborations[0].Id;
        var organiser = settings.Organisers.GetValueOrDefault(collaboration);
        var rows = (await context.OutlookMeetings.Where(own => own.Collaboration == collaboration).ToListAsync(cancel))
            .ToLookup(own => own.Uid);
        var changes = new List<OutlookChange>();
        foreach (var meeting in plan.Meetings.Where(own => !ToldTime.Of(own).IsOver(now)))
        {
            var who = meeting.IsCancelled ? [] : asked(meeting);
            var wanted = organiser is null || who.Count == 0 ? null
                : write(meeting) with { IsOnline = organiser.IsOnline, Attendees = who };
            changes.AddRange(OfMeeting(meeting, organiser?.Mailbox, wanted, [.. rows[meeting.Uid]]));
        }

        return changes;
    }

    // In one mailbox it stands as wanted; where it stood before another organiser took over, it is called off.
    private IEnumerable<OutlookChange> OfMeeting(
        PlannedMeeting meeting, string? mailbox, OutlookEvent? wanted, IReadOnlyList<OutlookMeeting> rows)
    {
        var own = rows.FirstOrDefault(row => row.Mailbox == mailbox);
        if (own is null && wanted is not null)
        {
            own = context.OutlookMeetings.Add(New(meeting, mailbox!)).Entity;
        }

        return rows.Where(row => row != own).Select(row => Want(row, meeting, null))
            .Append(own is null ? null : Want(own, meeting, wanted)).OfType<OutlookChange>().ToList();
    }

    // What a person did in Outlook is what is wanted now: there is nothing to decide any more.
    private static void Settle(OutlookMeeting own, OutlookEvent? wanted)
    {
        if (own.Drift is not { } written)
        {
            return;
        }

        var found = OutlookDrift.Read(written).Found;
        if (found is not null && (wanted is null || EntryDrift.IsSame(found, wanted)))
        {
            (own.Seen, own.Drift) = (found.Written, null);
        }
        else if (found is null && wanted is null)
        {
            EntryState.Forget(own);
            own.Drift = null;
        }
    }

    private OutlookMeeting New(PlannedMeeting meeting, string mailbox) => new()
    {
        Uid = meeting.Uid, Mailbox = mailbox, Collaboration = WantedFeeds.CollaborationOf(meeting.Groups[0]),
        WantedAt = at, NotBefore = at,
    };

    // What somebody has done in Outlook that the plan says now as well is told already; what was let stand there and is not
    // wanted otherwise stays.
    private static OutlookEvent? Standing(OutlookMeeting own, OutlookEvent? wanted)
    {
        if (own.Told is null || own.Seen is null || own.Drift is not null || wanted is null)
        {
            return own.Told is null ? null : OutlookEvent.Read(own.Told);
        }

        var (told, seen) = (OutlookEvent.Read(own.Told), OutlookEvent.Read(own.Seen));
        var isTimed = (told.Date, told.Start, told.End) == (wanted.Date, wanted.Start, wanted.End);
        var timed = isTimed ? wanted : seen;
        return told with
        {
            Subject = told.Subject == wanted.Subject ? wanted.Subject : seen.Subject,
            Location = told.Location == wanted.Location ? wanted.Location : seen.Location,
            Date = timed.Date, Start = timed.Start, End = timed.End,
        };
    }

    private OutlookChange? Want(OutlookMeeting own, PlannedMeeting meeting, OutlookEvent? wanted)
    {
        // What stands beneath a meeting in Teams is as it was first written: the link is in it.
        wanted = own.Told is { } written && OutlookEvent.Read(written) is { IsOnline: true } told && wanted is { IsOnline: true }
            ? wanted with { Text = told.Text } : wanted;
        if (own.Wanted == wanted?.Written)
        {
            return null;
        }

        Settle(own, wanted);
        (own.Wanted, own.WantedAt) = (wanted?.Written, at);
        own.WantedRevision++;
        own.Comment = wanted is not null ? null : meeting.IsCancelled
            ? MeetingText.CancelledBecause(meeting) : "Kallelsen kommer inte längre härifrån. Mötet är kvar.";
        // What is wanted anew may be what was refused before, put right; what somebody has to decide is still theirs.
        own.Trouble = null;
        own.NotBefore = Instant.Max(own.NotBefore, at + settings.Quiet);
        return EntryState.IsLeftAway(own, wanted) ? null : new OutlookChange(meeting.Uid, own.Mailbox, Standing(own, wanted), wanted);
    }
}

/// <summary>What will be done in Outlook for one meeting.</summary>
/// <param name="Before">What stands there; null for nothing.</param>
/// <param name="After">What will; null for nothing.</param>
public sealed record OutlookChange(string Uid, string Mailbox, OutlookEvent? Before, OutlookEvent? After)
{
    /// <summary>Mails that Exchange sends for it.</summary>
    public int Mails => Receivers.Count;

    /// <summary>Whom Exchange sends a mail for it.</summary>
    public IReadOnlyList<OutlookAttendee> Receivers => What is { } what ? MailPace.ReceiversOf(what, Before, After) : [];

    /// <summary>What becomes of the entry; null when nothing does.</summary>
    public OutlookOperation? What => (Before, After) switch
    {
        (null, null) => null,
        (null, _) => OutlookOperation.Create,
        (_, null) => OutlookOperation.Cancel,
        _ => Before.Written == After.Written ? null : OutlookOperation.Change,
    };
}
