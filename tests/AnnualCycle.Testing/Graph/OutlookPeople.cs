using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>What people do in Outlook, behind the application's back.</summary>
public sealed class OutlookPeople
{
    private readonly GraphState _state;
    private readonly EventWrites _writes;

    internal OutlookPeople(GraphState state) => (_state, _writes) = (state, new(state));

    /// <summary>An attendee answers; the organiser's copy keeps it.</summary>
    /// <param name="response">accepted, declined, tentativelyAccepted or none.</param>
    public void Answer(string mailbox, string eventId, string attendee, string response, Instant at) =>
        Change(mailbox, eventId, mails: false, entry => entry with
        {
            Attendees = [.. entry.Attendees.Select(guest => ExchangeEvent.Same(guest.Address, attendee)
                ? guest with { Response = response, AnsweredAt = at } : guest)],
        });

    /// <summary>Somebody who may write in the calendar changes time, subject, place, attendees.</summary>
    /// <param name="mails">Whether Outlook sends the update, as it does unless told otherwise.</param>
    /// <returns>The event as it stands now.</returns>
    public ExchangeEvent Edit(
        string mailbox, string eventId, Func<ExchangeEvent, ExchangeEvent> edit, bool mails = true) =>
        Change(mailbox, eventId, mails, edit);

    /// <summary>Somebody deletes or cancels the meeting in the organiser's calendar.</summary>
    public void Delete(string mailbox, string eventId, bool mails = true)
    {
        lock (_state.Sync)
        {
            _writes.Remove(Find(mailbox, eventId), EventStep.Deleted, null, call: 0, mails);
        }
    }

    /// <summary>A meeting that somebody else calls lies in the mailbox's calendar.</summary>
    public ExchangeEvent Invite(string mailbox, string organizer, string subject, Instant start, Instant end)
    {
        lock (_state.Sync)
        {
            var box = _state.Mailboxes[mailbox];
            var entry = _writes.Empty(box) with
            {
                Organizer = organizer, Subject = subject, Start = start, End = end,
                LookUpsToMiss = 0, SeenFrom = _state.Now,
                Attendees = [new(box.Address, box.Name, "required")],
            };
            box.Put(entry);
            return entry;
        }
    }

    private ExchangeEvent Change(string mailbox, string eventId, bool mails, Func<ExchangeEvent, ExchangeEvent> edit)
    {
        lock (_state.Sync)
        {
            var before = Find(mailbox, eventId);
            var edited = edit(before);
            var moved = before.Start != edited.Start || before.End != edited.End;
            var after = (moved && _state.Settings.TimeChangeResetsAnswers ? EventWrites.WithoutAnswers(edited) : edited)
                .Changed(_state.Now);
            _state.Mailboxes[mailbox].Put(after);
            if (mails)
            {
                _state.Ledger.Send([.. UpdateMails.Of(before, after, OnlyAttendees(before, edited))
                    .Select(mail => mail with { At = _state.Now, ByPerson = true })]);
            }

            return after;
        }
    }

    private static bool OnlyAttendees(ExchangeEvent before, ExchangeEvent edited) =>
        (before with { Attendees = edited.Attendees }).Equals(edited);

    private ExchangeEvent Find(string mailbox, string eventId) => _state.Mailboxes[mailbox].Find(eventId)
        ?? throw new ArgumentException($"{mailbox} has no live event {eventId}.", nameof(eventId));
}
