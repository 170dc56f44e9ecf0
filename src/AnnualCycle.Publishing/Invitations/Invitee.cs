using AnnualCycle.ICalendar;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>Somebody who is asked to come to a meeting.</summary>
/// <param name="Email">In lower case.</param>
/// <param name="IsRequired">False for who is welcome without being waited for.</param>
public sealed record Invitee(string Email, string Name, bool IsRequired)
{
    /// <summary>Full ids of the seats that they come for.</summary>
    public IReadOnlyList<string> Seats { get; init; } = [];

    /// <summary>Ids of the meeting's groups that they sit in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The municipality or organisation that they come from; null when the list does not say.</summary>
    public string? Organisation { get; init; }

    /// <summary>Addresses of those in whose place they come; none for who has the seat.</summary>
    public IReadOnlyList<string> StandsInFor { get; init; } = [];

    /// <summary>"sv" or "en".</summary>
    public string Language { get; init; } = PersonChoice.Swedish;

    /// <summary>True when they want invites in the service's own mails.</summary>
    public bool InvitesByMail { get; init; }

    public Mailbox Mailbox => new(Email, Name.Length > 0 && Name != Email ? Name : null);

    /// <summary>The address as calendars write it; null when it cannot stand in one.</summary>
    public CalAddress? Address => CalAddress.TryMailto(Mailbox.Wire);
}
