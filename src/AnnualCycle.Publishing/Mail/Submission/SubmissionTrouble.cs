namespace AnnualCycle.Publishing.Mail.Submission;

/// <summary>The server was reached and did not let the service on; the outcome says how.</summary>
internal sealed class SubmissionTrouble(MailOutcome outcome) : Exception(outcome.Text)
{
    public MailOutcome Outcome { get; } = outcome;
}
