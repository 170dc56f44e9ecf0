namespace AnnualCycle.Publishing.Mail;

/// <summary>
/// The way on which mails leave the service, one after the other; whoever opened it closes it. Two at a time need two.
/// </summary>
public interface IMailRoad : IAsyncDisposable
{
    /// <exception cref="OperationCanceledException">
    /// It was cancelled while nobody can have had the mail; later than that the answer is
    /// <see cref="MailOutcomeKind.Unknown"/>.
    /// </exception>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancel);

    /// <inheritdoc cref="SendAsync(OutgoingMail, CancellationToken)"/>
    Task<MailOutcome> SendAsync(FrozenMail mail, CancellationToken cancel);
}
