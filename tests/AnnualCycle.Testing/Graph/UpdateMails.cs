namespace AnnualCycle.Testing.Graph;

/// <summary>
/// Whom a change is mailed to: a change of attendees alone only to those it touches, everything else to everybody.
/// </summary>
internal static class UpdateMails
{
    public static IEnumerable<SentMail> Of(ExchangeEvent before, ExchangeEvent after, bool onlyAttendees)
    {
        var added = after.Guests.Where(guest => In(before, guest) is null);
        var removed = before.Guests.Where(guest => In(after, guest) is null);
        var told = after.Guests
            .Where(guest => In(before, guest) is { } was && (!onlyAttendees || was.Type != guest.Type));
        return
        [
            .. Mails(MailKind.Cancellation, removed), .. Mails(MailKind.Invitation, added),
            .. Mails(MailKind.Update, told),
        ];

        IEnumerable<SentMail> Mails(MailKind kind, IEnumerable<ExchangeAttendee> guests) =>
            guests.Select(guest => new SentMail(after.ChangedAt, kind, after, guest.Address));
    }

    private static ExchangeAttendee? In(ExchangeEvent entry, ExchangeAttendee guest) =>
        entry.Guests.FirstOrDefault(other => ExchangeEvent.Same(other.Address, guest.Address));
}
