namespace AnnualCycle.Storage.Access;

/// <summary>What a link in a mail lets its receiver do without signing in.</summary>
public enum PersonLinkPurpose
{
    /// <summary>Mark a duty as done; the subject is the deadline's UID.</summary>
    Duty,

    /// <summary>Choose which mails to get; the subject is empty.</summary>
    Mails,

    /// <summary>Say whether a holiday needs a meeting; the subject names group, year, holiday and part.</summary>
    Holiday,

    /// <summary>Confirm a staffing day; the subject names collaboration and day.</summary>
    Staffing,
}

/// <summary>A link that one person has got by mail and may use as often as they like; the database knows its print.</summary>
public sealed class PersonLink
{
    /// <summary>SHA-256 of the token, as hexadecimal digits.</summary>
    public required string TokenHash { get; init; }

    public required PersonLinkPurpose Purpose { get; init; }

    /// <summary>Whose it is, in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Id of the collaboration; empty for none.</summary>
    public required string Collaboration { get; init; }
}
