namespace AnnualCycle.Storage.Access;

/// <summary>How a person wants to be reminded.</summary>
public enum ReminderPace
{
    /// <summary>On the day of each reminder.</summary>
    Single,

    /// <summary>All of a week's reminders in one mail on Monday morning.</summary>
    Weekly,
}

/// <summary>How a person wants to be met.</summary>
public sealed class PersonChoice
{
    public const string Swedish = "sv", English = "en";

    public required string Email { get; init; }

    /// <summary><see cref="Swedish"/> or <see cref="English"/>.</summary>
    public required string Language { get; set; }

    /// <summary>True when the person wants no calendar of their own: nobody is shown an address of it.</summary>
    public required bool IsFeedClosed { get; set; }

    /// <summary>True when their own calendar is to show what they have an invite for as well: otherwise it is there once.</summary>
    public bool ShowsInvited { get; set; }

    /// <summary>True when invites are to come in the service's own mails, also where others get them from Outlook.</summary>
    public bool InvitesByMail { get; set; }

    public ReminderPace Reminders { get; set; }
}
