using System.Net.Sockets;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>Mails to the organisation's server, one after the other on the same visit as long as that lasts.</summary>
public sealed class SubmissionRoad(SubmissionServer server, MailWriter writer, TimeProvider time) : IMailRoad
{
    private SubmissionSession? _session;

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancel) =>
        SendAsync(mail.To, eightBit => writer.Write(mail, eightBit), cancel);

    public Task<MailOutcome> SendAsync(FrozenMail mail, CancellationToken cancel) =>
        SendAsync(mail.To, _ => mail.Content, cancel);

    private async Task<MailOutcome> SendAsync(
        Mailbox to, Func<bool, ReadOnlyMemory<byte>> content, CancellationToken cancel)
    {
        if (to.Wire is null)
        {
            return Outcomes.NoAddress;
        }

        try
        {
            var session = await SessionAsync(cancel);
            return await new Handover(session, writer.From, to).RunAsync(content, cancel);
        }
        catch (SubmissionTrouble trouble)
        {
            Drop();
            return trouble.Outcome;
        }
        catch (Exception wrong) when (wrong is IOException or SocketException or TimeoutException
            or InvalidDataException or OperationCanceledException)
        {
            var (stage, mayHaveGone) = (_session!.Stage, _session.MayHaveGone);
            Drop();
            if (wrong is OperationCanceledException && !mayHaveGone)
            {
                throw;
            }

            return SubmissionWords.Of(wrong, mayHaveGone ? MailOutcomeKind.Unknown : MailOutcomeKind.Later, stage);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.LeaveAsync();
            Drop();
        }
    }

    private async Task<SubmissionSession> SessionAsync(CancellationToken cancel)
    {
        if (_session is not null && await _session.IsThereAsync(cancel))
        {
            return _session;
        }

        Drop();
        _session = new SubmissionSession(server, time);
        await _session.OpenAsync(cancel);
        return _session;
    }

    private void Drop()
    {
        _session?.Dispose();
        _session = null;
    }
}
