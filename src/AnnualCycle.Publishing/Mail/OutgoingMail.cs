using NodaTime;

namespace AnnualCycle.Publishing.Mail;

/// <summary>One mail to one person. The same mail gives the same bytes, today and when it is sent again.</summary>
/// <param name="Key">
/// Names what is sent, the same each time it is tried; becomes the Message-ID, so it is no secret and no two mails
/// share it.
/// </param>
/// <param name="At">When it was decided on; its Date.</param>
public sealed record OutgoingMail(string Key, Mailbox To, string Subject, string Text, Instant At)
{
    /// <summary>The same as <see cref="Text"/> in HTML; null when the text is all.</summary>
    public string? Html { get; init; }

    /// <summary>An invite, or what became of one; null when the mail is for reading alone.</summary>
    public CalendarPart? Calendar { get; init; }

    /// <summary>
    /// Headers beside those that every mail has, as <c>List-Unsubscribe</c>. The names are the program's own: one that
    /// is no header's name, or that every mail has already, throws when the mail is written.
    /// </summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];
}

/// <summary>A line at the top of a mail.</summary>
public sealed record MailHeader(string Name, string Value);

/// <summary>The calendar in a mail (RFC 6047).</summary>
/// <param name="Method">
/// METHOD as the content says it, REQUEST or CANCEL: Outlook refuses a mail that says otherwise.
/// </param>
/// <param name="Content">The iCalendar file, carried byte for byte.</param>
public sealed record CalendarPart(string Method, ReadOnlyMemory<byte> Content);
