using System.Net.Sockets;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>Mails to the organisation's server, one after the other on the same visit as long as that lasts.</summary>
public sealed class SubmissionRoad(SubmissionServer server, MailWriter writer, TimeProvider time) : IMailRoad
{
    private SubmissionSession? _session;

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        if (mail.To.Wire is null)
        {
            return Outcomes.NoAddress;
        }

        try
        {
            return await new Handover(await SessionAsync(cancel), mail, writer).RunAsync(cancel);
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
