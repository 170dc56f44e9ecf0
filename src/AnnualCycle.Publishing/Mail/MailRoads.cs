namespace AnnualCycle.Publishing.Mail;

/// <summary>Opens the installation's way for mails, as often and as many at a time as somebody asks.</summary>
/// <param name="writer">Writes the mails that go there.</param>
/// <param name="eightBit">Whether letters beyond ASCII may stand in a frozen mail as they are.</param>
public sealed class MailRoads(Func<IMailRoad> open, MailWriter writer, bool eightBit = false)
{
    /// <summary>Whom all mails are from.</summary>
    public Mailbox From => writer.From;

    public IMailRoad Open() => open();

    /// <summary>The Message-ID that a mail has on this way.</summary>
    public string IdOf(OutgoingMail mail) => writer.IdOf(mail);

    /// <summary>Writes a mail once and for all, to be sent later.</summary>
    /// <exception cref="ArgumentException">The receiver has no <see cref="Mailbox.Wire"/>.</exception>
    public FrozenMail Freeze(OutgoingMail mail) => new(mail.To, mail.At, writer.Write(mail, eightBit));

    /// <summary>Sends one mail on a way of its own. To send several, open a way and keep it.</summary>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        await using var road = Open();
        return await road.SendAsync(mail, cancel);
    }
}
