using System.Text.Json;
using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>Creates, changes and cancels events as Exchange does, with the mails that follow.</summary>
internal sealed class EventWrites(GraphState state)
{
    public GraphAnswer Create(GraphCall call)
    {
        var mailbox = state.Mailbox(call);
        var body = EventReading.Parse(call);
        var prefer = GraphPreferences.Of(call);
        var transaction = body.TryGetProperty("transactionId", out var sent) ? sent.GetString() : null;
        if (mailbox.OfTransaction(transaction) is { } existing)
        {
            return Duplicate(existing, prefer, call, mailbox);
        }

        if (!body.TryGetProperty("start", out _) || !body.TryGetProperty("end", out _))
        {
            throw GraphRefusal.Of(400, "ErrorPropertyValidationFailure",
                "At least one property failed validation: start, end.", call);
        }

        var made = Finished(new EventReading(call, mailbox).Lay(Empty(mailbox), body));
        mailbox.Put(made);
        state.Ledger.Tell(new(state.Now, EventStep.Created, made, ByPerson: false));
        state.Ledger.Send([.. made.Guests.Select(guest => Mail(MailKind.Invitation, made, guest, call.Number))]);
        return Answer(201, made, prefer, call, mailbox);
    }

    public GraphAnswer Update(GraphCall call)
    {
        var mailbox = state.Mailbox(call);
        var before = state.Event(call);
        var body = EventReading.Parse(call);
        var prefer = GraphPreferences.Of(call);
        if (call.Header("If-Match") is { } match && match != "*" && match != before.ETag)
        {
            throw GraphRefusal.Of(412, "ErrorIrresolvableConflict",
                "The change key passed in the request does not match the current change key for the item.", call);
        }

        if (body.TryGetProperty("transactionId", out _))
        {
            throw GraphRefusal.Of(400, "ErrorInvalidPropertySet", "transactionId cannot be changed.", call);
        }

        var after = Changed(before, new EventReading(call, mailbox).Lay(before, body), body);
        if (before.IsOnlineMeeting && !after.IsOnlineMeeting)
        {
            state.Ledger.Blame(new(state.Now, ViolationKind.MeetingKilled, before.Mailbox,
                $"{call.Method} {call.Path} wrote a body without the join information over “{before.Subject}”"));
        }

        mailbox.Put(after);
        state.Ledger.Send([.. UpdateMails.Of(before, after, OnlyAttendees(body))
            .Select(mail => mail with { At = state.Now, Call = call.Number })]);
        return Answer(200, after, prefer, call, mailbox);
    }

    public GraphAnswer Cancel(GraphCall call)
    {
        var entry = state.Event(call);
        if (!ExchangeEvent.Same(entry.Organizer, entry.Mailbox))
        {
            throw GraphRefusal.Of(400, "ErrorInvalidRequest", "You need to be an organizer to cancel a meeting.", call);
        }

        var comment = EventReading.Parse(call).EnumerateObject()
            .Where(member => ExchangeEvent.Same(member.Name, "Comment"))
            .Select(member => member.Value.GetString()).FirstOrDefault();
        Remove(entry, EventStep.Cancelled, comment, call.Number);
        return new(202);
    }

    public GraphAnswer Delete(GraphCall call)
    {
        Remove(state.Event(call), EventStep.Deleted, null, call.Number);
        return new(204);
    }

    /// <param name="call">0 when a person in Outlook does it.</param>
    public void Remove(ExchangeEvent entry, EventStep step, string? comment, int call, bool mails = true)
    {
        var gone = entry.Changed(state.Now) with { IsDeleted = true };
        state.Mailboxes[entry.Mailbox].Put(gone);
        state.Ledger.Tell(new(state.Now, step, gone, ByPerson: call == 0));
        if (mails && ExchangeEvent.Same(entry.Organizer, entry.Mailbox))
        {
            state.Ledger.Send([.. gone.Guests.Select(guest =>
                Mail(MailKind.Cancellation, gone, guest, call) with { Comment = comment, ByPerson = call == 0 })]);
        }
    }

    /// <summary>An event that nobody has written anything into.</summary>
    public ExchangeEvent Empty(GraphMailbox mailbox) => new()
    {
        Mailbox = mailbox.Address,
        Id = ExchangeEvent.NewId("AAkALg", mailbox.Address, mailbox.NextNumber),
        MovingId = ExchangeEvent.NewId("AAMkAG", mailbox.Address, mailbox.NextNumber),
        Organizer = mailbox.Address,
        Start = Instant.MinValue,
        End = Instant.MaxValue,
        CreatedAt = state.Now,
        ChangedAt = state.Now,
        LookUpsToMiss = state.Settings.LookUpsMissed,
        ReadsToMiss = state.Settings.LagById ? state.Settings.LookUpsMissed : 0,
        SeenFrom = state.Now + state.Settings.LookUpDelay,
        ReadsToJoinUrl = state.Settings.JoinUrlAfterReads,
    };

    private static ExchangeEvent Finished(ExchangeEvent entry) =>
        entry is { IsOnlineMeeting: true, ReadsToJoinUrl: 0 } ? EventBody.Joined(entry) : entry;

    private ExchangeEvent Changed(ExchangeEvent before, ExchangeEvent after, JsonElement body)
    {
        if (!body.EnumerateObject().Any())
        {
            return before;
        }

        var moved = before.Start != after.Start || before.End != after.End;
        var fresh = moved && state.Settings.TimeChangeResetsAnswers ? WithoutAnswers(after) : after;
        var isNewlyOnline = !before.IsOnlineMeeting && after.IsOnlineMeeting;
        return (isNewlyOnline ? Finished(fresh) : fresh).Changed(state.Now);
    }

    internal static ExchangeEvent WithoutAnswers(ExchangeEvent entry) => entry with
    {
        Attendees = [.. entry.Attendees.Select(guest => guest with { Response = "none", AnsweredAt = null })],
    };

    private static bool OnlyAttendees(JsonElement body) =>
        body.EnumerateObject().All(property => property.Name is "attendees" or "singleValueExtendedProperties");

    private SentMail Mail(MailKind kind, ExchangeEvent entry, ExchangeAttendee guest, int call) =>
        new(state.Now, kind, entry, guest.Address) { Call = call };

    private GraphAnswer Duplicate(ExchangeEvent existing, GraphPreferences prefer, GraphCall call, GraphMailbox mailbox)
    {
        const string code = "ErrorDuplicateTransactionId";
        const string message =
            "The TransactionId specified in the request has already been used to create a different event.";
        return state.Settings.Duplicates switch
        {
            // What became of an event in Deleted Items is not known to come back this way.
            DuplicateAnswer.CreatedSameEvent when !existing.IsDeleted => Answer(201, existing, prefer, call, mailbox),
            DuplicateAnswer.BadRequestWithEvent => GraphAnswer.Error(400, code, message, call,
                ("@event.existingEventId", prefer.ImmutableIds ? existing.Id : existing.MovingId)),
            _ => GraphAnswer.Error(409, code, message, call),
        };
    }

    private static GraphAnswer Answer(
        int status, ExchangeEvent entry, GraphPreferences prefer, GraphCall call, GraphMailbox mailbox) =>
        GraphAnswer.Json(status, EventJson.Write(entry, prefer, call, mailbox.Name)).With("ETag", entry.ETag);
}
