using NodaTime;

namespace AnnualCycle.Publishing.Mail;

/// <summary>A mail that has been written once: tried again it is the same to the last byte.</summary>
/// <param name="At">When it was decided on.</param>
/// <param name="Content">The whole message (RFC 5322), as <see cref="MailWriter"/> wrote it.</param>
public sealed record FrozenMail(Mailbox To, Instant At, ReadOnlyMemory<byte> Content);
