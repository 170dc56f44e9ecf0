namespace AnnualCycle.Testing.Graph;

/// <summary>
/// Whom a change is mailed to: a change of attendees alone only to those it touches, everything else to everybody.
/// </summary>
internal static class UpdateMails
{
    public static IEnumerable<SentMail> Of(GraphEvent before, GraphEvent after, bool onlyAttendees)
    {
        var added = after.Guests.Where(guest => In(before, guest) is null);
        var removed = before.Guests.Where(guest => In(after, guest) is null);
        var stay = after.Guests.Where(guest => In(before, guest) is { } was && (!onlyAttendees || was.Type != guest.Type));
        return Mails(MailKind.Cancellation, removed).Concat(Mails(MailKind.Invitation, added)).Concat(Mails(MailKind.Update, stay));

        IEnumerable<SentMail> Mails(MailKind kind, IEnumerable<GraphAttendee> guests) =>
            guests.Select(guest => new SentMail(after.ChangedAt, kind, after, guest.Address));
    }

    private static GraphAttendee? In(GraphEvent entry, GraphAttendee guest) =>
        entry.Guests.FirstOrDefault(other => GraphEvent.Same(other.Address, guest.Address));
}
