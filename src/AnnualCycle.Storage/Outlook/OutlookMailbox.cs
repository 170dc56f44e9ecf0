using NodaTime;

namespace AnnualCycle.Storage.Outlook;

/// <summary>An organiser's mailbox: who writes to it now, and how soon it may be asked again.</summary>
public sealed class OutlookMailbox
{
    /// <summary>Its address, in lower case.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The process that writes there until <see cref="HeldUntil"/>; null for none.</summary>
    public string? Holder { get; set; }

    public Instant? HeldUntil { get; set; }

    /// <summary>The service asked to be left alone until then.</summary>
    public Instant? NotBefore { get; set; }

    /// <summary>When the next request that makes Outlook send mails may begin, for the pace; null when one may now.</summary>
    public Instant? MailsFrom { get; set; }

    /// <summary>What the last minute's requests made Outlook send, a line each: time in UTC and how many mails.</summary>
    public string Mails { get; set; } = "";

    /// <summary>Why nothing goes, in words for the administrator; null when it does.</summary>
    public string? Trouble { get; set; }

    public Instant? Troubled { get; set; }

    /// <summary>Who has stopped everything to it; null for nobody.</summary>
    public string? PausedBy { get; set; }
}
