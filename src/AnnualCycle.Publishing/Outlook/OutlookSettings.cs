using AnnualCycle.Storage.Invitations;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Which collaborations call from Outlook, and whom they reach there.</summary>
public sealed record OutlookSettings
{
    /// <summary>Every invite goes by mail.</summary>
    public static OutlookSettings None { get; } = new();

    /// <summary>By the collaboration's id.</summary>
    public IReadOnlyDictionary<string, OutlookOrganiser> Organisers { get; init; } =
        new Dictionary<string, OutlookOrganiser>();

    /// <summary>What stands after the @ of those who get invites from Outlook, in lower case; none for everybody.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>How long a change rests before it goes: what is put right meanwhile is one mail and not two.</summary>
    public Duration Quiet { get; init; } = Duration.FromMinutes(1);

    /// <summary>Mails that Exchange may send in a minute on behalf of one mailbox.</summary>
    public int MailsPerMinute { get; init; } = 30;

    /// <summary>By which way a person gets invites to a collaboration's meetings.</summary>
    /// <param name="byMail">The person has asked for the service's own mails.</param>
    public InviteChannel ChannelOf(string collaboration, string email, bool byMail) =>
        !byMail && Organisers.ContainsKey(collaboration) && IsReached(email) ? InviteChannel.Outlook : InviteChannel.Mail;

    /// <summary>Whether any of these collaborations would call a person from Outlook, were it not for their own wish.</summary>
    public bool Reaches(IEnumerable<string> collaborations, string email) =>
        collaborations.Any(own => ChannelOf(own, email, byMail: false) == InviteChannel.Outlook);

    private bool IsReached(string email) => Domains.Count == 0
        || Domains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}

/// <summary>In whose Outlook a collaboration's meetings stand.</summary>
/// <param name="Mailbox">The organiser's address, in lower case.</param>
/// <param name="IsOnline">True to have Teams make a link for each meeting.</param>
public sealed record OutlookOrganiser(string Mailbox, bool IsOnline);
