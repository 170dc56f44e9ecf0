using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Outlook.Graph;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// Mails through an own mailbox in the organisation's tenant, as they were written (Graph's sendMail with MIME). It holds
/// nothing open: several senders may share one.
/// </summary>
/// <param name="writer">Its From is the mailbox that mails go through.</param>
public sealed class GraphRoad(GraphClient graph, MailWriter writer, TimeProvider time) : IMailRoad
{
    private long _notBefore;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancel) => mail.To.Wire is null
        ? Task.FromResult(Outcomes.NoAddress)
        : SendAsync(new FrozenMail(mail.To, mail.At, writer.Write(mail, eightBit: false)), cancel);

    public async Task<MailOutcome> SendAsync(FrozenMail mail, CancellationToken cancel)
    {
        if (mail.To.Wire is null)
        {
            return Outcomes.NoAddress;
        }

        cancel.ThrowIfCancellationRequested();
        if (Now < Instant.FromUnixTimeTicks(Volatile.Read(ref _notBefore)))
        {
            return new MailOutcome(MailOutcomeKind.Later, MailStage.Connection, "Outlook vill ha det lugnare");
        }

        try
        {
            var answer = await graph.AskAsync(Request(mail.Content), cancel);
            if (answer.Wait is { } wait)
            {
                Volatile.Write(ref _notBefore, (Now + wait).ToUnixTimeTicks());
            }

            return OutcomeOf(answer);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new MailOutcome(MailOutcomeKind.Unknown, MailStage.Content, "avbrutet innan svaret kom; brevet kan ha gått iväg");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Graph's page on sendMail: the message in base64, and the type of its wrapping.
    private GraphRequest Request(ReadOnlyMemory<byte> content) => new(HttpMethod.Post, writer.From.Wire!, "/sendMail")
    {
        Body = System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(content.Span)), MediaType = "text/plain",
        IsAnsweredEmpty = true,
    };

    /// <summary>What an answer means for the mail: what nobody knows stays unknown, so that the outbox may know of it.</summary>
    internal static MailOutcome OutcomeOf(GraphAnswer answer) => answer switch
    {
        { IsDone: true } => new(MailOutcomeKind.Accepted, MailStage.Content, "Outlook tog emot brevet"),
        { Outcome: GraphOutcome.Unknown } =>
            new(MailOutcomeKind.Unknown, MailStage.Content, $"{answer.Text}; brevet kan ha gått iväg"),
        // A sender that is not there is no fault of the mail.
        { NeedsAdministrator: true } or { Outcome: GraphOutcome.Missing } => new(MailOutcomeKind.Later,
            answer.Outcome == GraphOutcome.NotNow ? MailStage.LogIn : MailStage.Sender, TextOf(answer)) { NeedsAdministrator = true },
        { Outcome: GraphOutcome.NotNow } => new(MailOutcomeKind.Later, MailStage.Connection, answer.Text),
        _ => new(MailOutcomeKind.Refused, answer.Code == "ErrorInvalidRecipients" ? MailStage.Receiver : MailStage.Content, answer.Text),
    };

    private static string TextOf(GraphAnswer answer) => answer.Outcome switch
    {
        GraphOutcome.NotNow => answer.Text,
        GraphOutcome.Refused when answer.Status == 403 => "tjänsten får inte skicka från sin brevlåda; kör annualcycle doctor",
        _ => "brevlådan som tjänsten skickar från finns inte; kör annualcycle doctor",
    };
}
