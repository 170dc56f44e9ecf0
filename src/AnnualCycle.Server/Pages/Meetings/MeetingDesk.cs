using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.Meetings;

/// <summary>A meeting as it is published.</summary>
public sealed record FoundMeeting(PlannedMeeting Meeting, PlanRevision Revision)
{
    /// <summary>What its address ends with.</summary>
    public static string KeyOf(PlannedMeeting meeting) => meeting.Uid.Split('@')[0];
}

/// <summary>Finds meetings for the pages about one of them.</summary>
public sealed class MeetingDesk(Installation installation, TimeProvider time)
{
    public Database Database => installation.Database;

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public LocalDateTime Clock => SwedishTime.Of(Now);

    /// <param name="uid">The UID, or the part of it before the host.</param>
    /// <returns>Null when no published plan has it.</returns>
    public static async Task<FoundMeeting?> FindAsync(AnnualCycleContext context, string uid, CancellationToken cancel)
    {
        var begins = uid + "@";
        var entry = uid.Contains('@')
            ? await context.Entries.AsNoTracking().SingleOrDefaultAsync(own => own.Uid == uid, cancel)
            : await context.Entries.AsNoTracking().FirstOrDefaultAsync(own => own.Uid.StartsWith(begins), cancel);
        var revision = entry is null ? null
            : await new PlanBook(context).InForceAsync(entry.Collaboration, entry.Year, cancel);
        return revision?.Plan.Meetings.FirstOrDefault(own => own.Uid == entry!.Uid) is { } meeting
            ? new FoundMeeting(meeting, revision) : null;
    }

    /// <summary>Keeps what people were told as it has become, within a change.</summary>
    /// <returns>How many mails that makes, Outlook's with them.</returns>
    public async Task<int> KeepAsync(AnnualCycleContext context, FoundMeeting found, CancellationToken cancel)
    {
        var keeper = new InvitationKeeper(context, installation.Key, installation.Correspondence,
            await Database.NotBeforeAsync(context, Now, cancel), Clock);
        var mails = await keeper.KeepAsync(found.Revision, null, cancel, found.Meeting.Uid);
        return mails.Count + keeper.Outlook.Sum(change => change.Mails);
    }

    /// <summary>Whether a collaboration's invites come from Outlook.</summary>
    public bool IsInOutlook(string collaboration) => installation.Outlook.Organisers.ContainsKey(collaboration);

    /// <summary>A person's change to the plan, as a draft.</summary>
    public PlanEditing Editing(string who) => new(installation, who, Now);
}
