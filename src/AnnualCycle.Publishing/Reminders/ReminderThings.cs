using AnnualCycle.Calendars;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Reminders;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Duties;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>What people are to be reminded of.</summary>
/// <param name="Names">Of groups and collaborations by their ids.</param>
internal sealed record FoundReminders(IReadOnlyList<ReminderThing> Things, IReadOnlyDictionary<string, string> Names);

/// <summary>Finds all that people are to be reminded of: what they answer for, and meetings that no invite shows them.</summary>
internal sealed class ReminderThings
{
    private readonly DutyBook _duties;
    private readonly Answerable _who;
    private readonly GuestList _guests;
    private readonly ReminderDays _days;
    private readonly (LocalDate Today, LocalDate Until) _time;
    private readonly Rows _rows;

    private ReminderThings(
        (DutyBook Duties, Answerable Who, GuestList Guests) read, ReminderDays days, (LocalDate, LocalDate) time, Rows rows)
    {
        (_duties, _who, _guests) = read;
        (_days, _time, _rows) = (days, time, rows);
    }

    /// <param name="until">The last day whose reminders are asked for.</param>
    public static async Task<FoundReminders> ReadAsync(AnnualCycleContext context, WorkCalendar calendar,
        LocalDate today, LocalDate until, CancellationToken cancel)
    {
        var guests = await GuestList.ReadAsync(context, cancel);
        var duties = await DutyBook.ReadAsync(context, guests.Collaborations, today, cancel);
        var who = await Answerable.ReadAsync(context, guests.Collaborations, today, cancel);
        var told = await context.Invitations.AsNoTracking().Where(own => own.Date >= today)
            .ToDictionaryAsync(own => (own.Uid, own.Email), cancel);
        var changed = await context.Entries.AsNoTracking().Where(entry => entry.Year >= today.Year)
            .ToDictionaryAsync(entry => entry.Uid, entry => SwedishTime.DayOf(entry.Changed), cancel);
        var muted = (await context.MutedMails.AsNoTracking().ToListAsync(cancel))
            .Select(own => (own.Email, own.Kind)).ToHashSet();
        var things = new ReminderThings((duties, who, guests), new ReminderDays(calendar), (today, until),
            new Rows(told, changed, muted));
        return new FoundReminders([.. duties.All.SelectMany(things.Of), .. duties.Plans.SelectMany(things.Meetings)],
            NamesOf(guests));
    }

    private static Dictionary<string, string> NamesOf(GuestList guests) => guests.Names
        .Concat(guests.Collaborations.Select(own => KeyValuePair.Create(own.Id, own.Name))).ToDictionary();

    private IEnumerable<ReminderThing> Of(DutyItem item)
    {
        if (item.Deadline.Due is not { } due || !item.IsFirm)
        {
            return [];
        }

        var owners = _who.For(item);
        var late = _days.Late(item.Deadline, _time.Until).Where(step => step.Day >= item.Since).ToList();
        var steps = _days.Before(item.Deadline).Concat(late).ToList();
        var leaders = _who.LeadersOf(item.Collaboration).Where(leader => owners.All(owner => owner.Email != leader.Email))
            .Select(leader => Thing(leader, late.Where(step => step.ToLeader)) with { AsLeader = true });
        return owners.Count == 0
            ? [Thing(new AnswerablePerson("", ""), steps) with { Hushed = "ingen har platsen, och ingen är processledare" }]
            : owners.Select(owner => Thing(owner, steps)).Concat(leaders.Where(leader => leader.Steps.Count > 0));

        ReminderThing Thing(AnswerablePerson to, IEnumerable<ReminderStep> own) =>
            new(to, item.Deadline.Uid, item.Deadline.Title, due, item.Collaboration, [.. own])
            {
                Duty = item, Owners = [.. owners.Select(owner => owner.Name)], Since = item.Since, Hushed = WhyNot(item, to),
            };
    }

    private string? WhyNot(DutyItem item, AnswerablePerson to) => item.Settled switch
    {
        { State: HandedInState.Done } done => $"klart {SwedishDates.Day(SwedishTime.DayOf(done.At))}",
        { } => "inte aktuellt",
        null => _rows.Muted.Contains((to.Email, MailGroup.DutyReminders.Name)) ? "vill inte ha sådana mejl" : null,
    };

    // Who has the meeting in their calendar as an invite is reminded by the calendar; who has said no knows.
    private IEnumerable<ReminderThing> Meetings(PlanRevision revision) =>
        revision.Plan.Meetings
            .Where(meeting => !meeting.IsCancelled && meeting.Date >= _time.Today && _duties.IsTold(revision, meeting))
            .SelectMany(meeting => _guests.To(meeting).SelectMany(who => Of(revision, meeting, who)));

    private IEnumerable<ReminderThing> Of(PlanRevision revision, PlannedMeeting meeting, Invitee who)
    {
        var told = _rows.Told.GetValueOrDefault((meeting.Uid, who.Email));
        if (told is { State: InvitationState.Live } or { Answer: Answer.No })
        {
            return [];
        }

        var since = _rows.Changed.GetValueOrDefault(meeting.Uid);
        return [new ReminderThing(_who.Person(who.Email) with { Name = who.Name }, meeting.Uid, meeting.Title, meeting.Date,
            revision.Collaboration, [.. _days.Before(meeting).Where(step => step.Day >= since)])
        {
            Meeting = meeting, Chair = revision.Plan.ChairOf(meeting)?.Principal,
            CanAnswer = told is { State: InvitationState.Told },
            Hushed = _rows.Muted.Contains((who.Email, MailGroup.MeetingReminders.Name)) ? "vill inte ha sådana mejl" : null,
        }];
    }

    private sealed record Rows(Dictionary<(string Uid, string Email), Invitation> Told, Dictionary<string, LocalDate> Changed,
        HashSet<(string Email, string Kind)> Muted);
}
