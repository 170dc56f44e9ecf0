using System.Globalization;

namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>One mail's way to a server that has let the service in.</summary>
internal sealed class Handover(SubmissionSession session, Mailbox from, Mailbox to)
{
    /// <param name="write">Whether the server takes eight bits, and the mail for it.</param>
    public async Task<MailOutcome> RunAsync(Func<bool, ReadOnlyMemory<byte>> write, CancellationToken cancel)
    {
        session.Stage = MailStage.Receiver;
        if (to.NeedsUtf8 && !session.Offers.ContainsKey("SMTPUTF8"))
        {
            return new MailOutcome(MailOutcomeKind.Refused, MailStage.Receiver,
                "e-postservern tar inte emot adresser med andra tecken än a–z före @");
        }

        session.Stage = MailStage.Content;
        var content = write(session.Offers.ContainsKey("8BITMIME"));
        return TooLarge(content) ?? await EnvelopeAsync(content, cancel) ?? await ContentAsync(content, cancel);
    }

    // RFC 1870: 0, or nothing, says that there is no limit that it knows.
    private MailOutcome? TooLarge(ReadOnlyMemory<byte> content) => session.Offers.TryGetValue("SIZE", out var size)
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
        && most > 0 && content.Length > most
            ? new MailOutcome(MailOutcomeKind.Refused, MailStage.Content,
                $"brevet är {content.Length} byte, och e-postservern tar emot högst {most}")
            : null;

    private async Task<MailOutcome?> EnvelopeAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        session.Stage = MailStage.Sender;
        var reply = await session.AskAsync($"MAIL FROM:<{from.Wire}>{Parameters(content)}", cancel);
        if (!reply.IsGood)
        {
            // 552 speaks of the size that was told with it; all else of the service, and no mail is lost by it.
            return reply.Code == 552 ? Outcome(reply, MailOutcomeKind.Refused, MailStage.Content)
                : Outcome(reply, MailOutcomeKind.Later, MailStage.Sender) with { NeedsAdministrator = reply.IsFinal };
        }

        session.Stage = MailStage.Receiver;
        reply = await session.AskAsync($"RCPT TO:<{to.Wire}>", cancel);
        return reply.IsGood ? null : Outcome(reply, KindOf(reply), MailStage.Receiver);
    }

    private string Parameters(ReadOnlyMemory<byte> content) =>
        (session.Offers.ContainsKey("SIZE") ? $" SIZE={content.Length}" : "")
        + (session.Offers.ContainsKey("8BITMIME") && content.Span.ContainsAnyInRange((byte)128, (byte)255) ? " BODY=8BITMIME" : "")
        + (to.NeedsUtf8 ? " SMTPUTF8" : "");

    private async Task<MailOutcome> ContentAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        session.Stage = MailStage.Content;
        var reply = await session.AskAsync("DATA", cancel);
        if (reply.Code != 354)
        {
            return Outcome(reply, reply.IsFinal ? MailOutcomeKind.Refused : MailOutcomeKind.Later, MailStage.Content);
        }

        reply = await session.GiveAsync(Stuffed(content.Span), cancel);
        return Outcome(reply, session.MayHaveGone ? MailOutcomeKind.Unknown : KindOf(reply), MailStage.Content);
    }

    // RFC 5321, 4.5.2; the writer ends every line with CR LF and has neither alone.
    private static byte[] Stuffed(ReadOnlySpan<byte> content)
    {
        var stuffed = new List<byte>(content.Length + 16);
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] == '.' && (at == 0 || content[at - 1] == '\n'))
            {
                stuffed.Add((byte)'.');
            }

            stuffed.Add(content[at]);
        }

        return [.. stuffed];
    }

    private static MailOutcomeKind KindOf(SubmissionReply reply) => reply switch
    {
        { IsGood: true } => MailOutcomeKind.Accepted,
        { IsFinal: true } => MailOutcomeKind.Refused,
        _ => MailOutcomeKind.Later,
    };

    private MailOutcome Outcome(SubmissionReply reply, MailOutcomeKind kind, MailStage stage) =>
        SubmissionWords.Of(reply, kind, stage, [to.Address[..to.Address.LastIndexOf('@')],
            .. (to.Name ?? "").Split(' ').Where(word => word.Length > 2)]);
}
