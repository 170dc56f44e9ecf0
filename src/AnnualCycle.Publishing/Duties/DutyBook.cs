using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Work;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Duties;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Duties;

/// <summary>All that is due in the plans in force, with what became of each: the plans' own deadlines and the work around
/// adopted meetings.</summary>
public sealed class DutyBook
{
    /// <summary>Who has settled what the service itself sees done; nobody takes that back.</summary>
    public const string Service = "tjänsten";

    // What nobody has handed in for so many years nobody waits for.
    private const int YearsBack = 3;

    private readonly Dictionary<string, HandedIn> _settled;
    private readonly Dictionary<string, CalendarEntry> _entries;
    private readonly HashSet<(string Uid, LocalDate Due)> _reminded;
    private readonly HashSet<(string Uid, LocalDate Date, string Start)> _told;
    private readonly Dictionary<string, (string? Meeting, Instant Published)> _meetingOfWork = [];

    private DutyBook(IReadOnlyList<PlanRevision> plans, IReadOnlyList<Collaboration> collaborations, DutyRows rows)
    {
        (Plans, Collaborations) = (plans, collaborations);
        (_settled, _entries, _reminded, _told) = (rows.Settled, rows.Entries, rows.Reminded, rows.Told);
        All = [.. plans.SelectMany(Of).DistinctBy(item => item.Deadline.Uid)];
    }

    /// <summary>In the order of collaborations and years, and in a year as the plan has them.</summary>
    public IReadOnlyList<DutyItem> All { get; }

    /// <summary>The work around meetings, which no plan holds.</summary>
    public IEnumerable<DutyItem> Work => All.Where(item => _meetingOfWork.ContainsKey(item.Deadline.Uid));

    /// <summary>By the deadline's UID.</summary>
    public IReadOnlyDictionary<string, HandedIn> Settled => _settled;

    /// <summary>When work around a meeting was last changed: when its meeting was, or its plan.</summary>
    public EntryStamp StampOfWork(string uid)
    {
        var (meeting, published) = _meetingOfWork[uid];
        return meeting is not null && _entries.GetValueOrDefault(meeting) is { } entry
            ? new EntryStamp(entry.Sequence, entry.Changed, entry.Created) : new EntryStamp(0, published, null);
    }

    /// <summary>The plans in force.</summary>
    public IReadOnlyList<PlanRevision> Plans { get; }

    /// <summary>As their charters in force say.</summary>
    public IReadOnlyList<Collaboration> Collaborations { get; }

    /// <summary>By the deadline's UID, or the first characters of its id; null when there is none or more than one.</summary>
    public DutyItem? Find(string name) => All.FirstOrDefault(item => item.Deadline.Uid == name)
        ?? (All.Where(item => item.Deadline.Id == name).ToList() is [var only] ? only : null);

    /// <param name="collaborations">As their charters in force say.</param>
    public static async Task<DutyBook> ReadAsync(
        AnnualCycleContext context, IReadOnlyList<Collaboration> collaborations, LocalDate today, CancellationToken cancel)
    {
        var plans = (await new PlanBook(context).AllInForceAsync(cancel)).Where(plan => plan.Year >= today.Year - YearsBack).ToList();
        var rows = new DutyRows(
            await context.HandedIn.AsNoTracking().ToDictionaryAsync(own => own.Uid, cancel),
            await context.Entries.AsNoTracking().Where(entry => entry.Year >= today.Year - YearsBack)
                .ToDictionaryAsync(entry => entry.Uid, cancel),
            [.. (await context.Reminders.AsNoTracking().Where(own => own.State == ReminderState.Sent)
                .Select(own => new { own.Uid, own.Due }).Distinct().ToListAsync(cancel)).Select(own => (own.Uid, own.Due))],
            [.. (await context.Invitations.AsNoTracking().Where(own => own.State != InvitationState.Withdrawn)
                .Select(own => new { own.Uid, own.Date, own.Start }).Distinct().ToListAsync(cancel))
                .Select(own => (own.Uid, own.Date, own.Start))]);
        return new DutyBook(plans, collaborations, rows);
    }

    private IEnumerable<DutyItem> Of(PlanRevision revision)
    {
        var told = revision.Plan.Meetings.Where(meeting => IsTold(revision, meeting)).Select(meeting => meeting.Id).ToHashSet();
        var work = new MeetingWorkDays(Collaborations).Of(revision.Plan)
            .Where(own => own.Meeting is not { } meeting || told.Contains(meeting)).ToList();
        var meetings = revision.Plan.Meetings.ToDictionary(meeting => meeting.Id, meeting => meeting.Uid);
        foreach (var own in work)
        {
            _meetingOfWork[own.Uid] = (own.Meeting is { } around ? meetings.GetValueOrDefault(around) : null,
                revision.Published ?? revision.Created);
        }

        return revision.Plan.Deadlines.Concat(work)
            .Select(own => Item(revision, own, own.Meeting is { } meeting ? meetings.GetValueOrDefault(meeting) : null) with
            {
                IsFirm = own.Meeting is not { } around || told.Contains(around),
            });
    }

    /// <summary>
    /// Whether members know of a meeting as it stands: it is adopted, and no change of it is held back from them.
    /// </summary>
    public bool IsTold(PlanRevision revision, PlannedMeeting meeting) => revision.State == PlanState.Adopted
        && (!revision.HeldBack || _told.Contains((meeting.Uid, meeting.Date, SwedishDates.Clock(meeting.Start))));

    private DutyItem Item(PlanRevision revision, PlannedDeadline deadline, string? meeting)
    {
        var entry = _entries.GetValueOrDefault(deadline.Uid) ?? _entries.GetValueOrDefault(meeting ?? "");
        return new DutyItem(deadline, revision.Collaboration, _settled.GetValueOrDefault(deadline.Uid) ?? Booked(revision, deadline))
        {
            Since = SwedishTime.DayOf(entry?.Created ?? revision.Published ?? revision.Created),
            WasReminded = deadline.Due is { } due && _reminded.Contains((deadline.Uid, due)),
        };
    }

    // Next year is settled when it is adopted: nobody has to say so.
    private HandedIn? Booked(PlanRevision revision, PlannedDeadline deadline) =>
        deadline.Kind == DeadlineKind.Booking && Plans.FirstOrDefault(plan => plan.Collaboration == revision.Collaboration
                && plan.Year == revision.Year + 1 && plan.State == PlanState.Adopted) is { } next
            ? new HandedIn
            {
                Uid = deadline.Uid, Collaboration = revision.Collaboration, State = HandedInState.Done, Who = Service,
                At = next.Published ?? next.Created,
            }
            : null;

    private sealed record DutyRows(Dictionary<string, HandedIn> Settled, Dictionary<string, CalendarEntry> Entries,
        HashSet<(string Uid, LocalDate Due)> Reminded, HashSet<(string Uid, LocalDate Date, string Start)> Told);
}
