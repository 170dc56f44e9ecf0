using AnnualCycle.Publishing.Mail;

namespace AnnualCycle.Publishing.Letters;

/// <summary>What the service's letters have in common: whom they are from, and where their links lead.</summary>
/// <param name="Address">Where people reach the service.</param>
public sealed record Correspondence(MailWriter Writer, Uri Address);
