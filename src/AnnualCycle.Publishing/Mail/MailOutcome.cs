namespace AnnualCycle.Publishing.Mail;

/// <summary>What came of one mail.</summary>
public enum MailOutcomeKind
{
    /// <summary>Somebody else answers for it now.</summary>
    Accepted,

    /// <summary>It will never go to this receiver as it is; trying again gains nothing.</summary>
    Refused,

    /// <summary>It did not go, and nobody has it; it may be tried again.</summary>
    Later,

    /// <summary>It may have gone: it was sent, and no answer came. Sent again it may come twice.</summary>
    Unknown,
}

/// <summary>How far it came, in the order in which it goes.</summary>
public enum MailStage
{
    /// <summary>The server was to be reached and to greet; of a folder, to be there.</summary>
    Connection,

    /// <summary>The connection was to be made secret.</summary>
    Security,

    /// <summary>The service was to log in.</summary>
    LogIn,

    /// <summary>The server was to take mail from the service's address.</summary>
    Sender,

    /// <summary>The server was to take mail for the receiver.</summary>
    Receiver,

    /// <summary>The mail itself was handed over.</summary>
    Content,
}

/// <summary>What came of sending a mail.</summary>
/// <param name="Text">For the administrator, in Swedish; holds no person's address and no secret.</param>
public sealed record MailOutcome(MailOutcomeKind Kind, MailStage Stage, string Text)
{
    /// <summary>Enhanced status code (RFC 3463), <c>5.1.1</c>; null when none was given.</summary>
    public string? Status { get; init; }

    /// <summary>
    /// True when no mail will go until somebody changes a setting, ours or the server's: trying again and again may
    /// lock the account. The mail itself is <see cref="MailOutcomeKind.Later"/>.
    /// </summary>
    public bool NeedsAdministrator { get; init; }
}
