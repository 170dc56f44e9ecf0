namespace AnnualCycle.Publishing.Mail;

/// <summary>Opens the installation's way for mails, as often and as many at a time as somebody asks.</summary>
/// <param name="writer">Writes the mails that go there.</param>
public sealed class MailRoads(Func<IMailRoad> open, MailWriter writer)
{
    public MailWriter Writer { get; } = writer;

    public IMailRoad Open() => open();

    /// <summary>Sends one mail on a way of its own. To send several, open a way and keep it.</summary>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        await using var road = Open();
        return await road.SendAsync(mail, cancel);
    }
}
