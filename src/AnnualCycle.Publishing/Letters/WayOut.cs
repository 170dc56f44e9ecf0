using AnnualCycle.Publishing.Mail;

namespace AnnualCycle.Publishing.Letters;

/// <summary>How whoever gets a mail gets no more of its kind.</summary>
/// <param name="Page">Where they say which mails they want, without an account.</param>
/// <param name="Group">Name of what this mail is one of.</param>
public sealed record WayOut(Uri Page, string Group)
{
    /// <summary>What a mail program needs to show a button of its own (RFC 2369, RFC 8058).</summary>
    public IReadOnlyList<MailHeader> Headers =>
    [
        new("List-Unsubscribe", $"<{Page.AbsoluteUri}/av/{Group}>"),
        new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];
}
