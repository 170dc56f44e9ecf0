using AnnualCycle.Publishing.Outlook;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>Whom a publication tells, by the service's own mails and by Outlook.</summary>
public sealed record PublicationTally(MailTally Mails, IReadOnlyList<OutlookTally> Outlook)
{
    public static PublicationTally Of(Publication publication, OutlookSettings settings) =>
        new(MailTally.Of(publication.Mails), OutlookTally.Of(publication.Outlook, settings));

    /// <summary>True when nobody is told anything, and nothing is done in Outlook.</summary>
    public bool IsEmpty => Mails.IsEmpty && Outlook.Count == 0;

    /// <summary>True when anybody is sent anything by either way.</summary>
    public bool Sends => Mails.Mails > 0 || Outlook.Count > 0;

    /// <summary>A sentence or more for each way.</summary>
    /// <param name="way">How the service's own mails go; empty not to say it.</param>
    public IReadOnlyList<string> Lines(string way = "") =>
    [
        Mails is { Mails: 0, Unreachable: 0 } && Outlook.Count > 0 ? "Ingen får mejl från tjänsten."
            : Mails.Text + (way.Length > 0 && Mails.Mails > 0 ? $" Väg: {way}." : ""),
        .. Outlook.Select(one => one.Text),
    ];
}
