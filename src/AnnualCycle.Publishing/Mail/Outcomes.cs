namespace AnnualCycle.Publishing.Mail;

/// <summary>What every road answers alike.</summary>
internal static class Outcomes
{
    public static MailOutcome NoAddress { get; } =
        new(MailOutcomeKind.Refused, MailStage.Receiver, "mottagarens adress går inte att skicka till");
}
