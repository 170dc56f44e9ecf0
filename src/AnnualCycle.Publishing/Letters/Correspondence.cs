using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outlook;

namespace AnnualCycle.Publishing.Letters;

/// <summary>What the service's letters have in common: whom they are from, where their links lead, and their words.</summary>
/// <param name="Address">Where people reach the service.</param>
public sealed record Correspondence(MailWriter Writer, Uri Address, MessageBook Messages)
{
    /// <summary>Whose invites come from Outlook instead of in a letter.</summary>
    public OutlookSettings Outlook { get; init; } = OutlookSettings.None;
}
