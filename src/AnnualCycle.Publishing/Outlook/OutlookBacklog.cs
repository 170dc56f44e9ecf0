using AnnualCycle.Plans;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>What remains to be done in one organiser's Outlook without anybody having to decide.</summary>
public sealed record OutlookBacklog(int Entries, int Mails, int Minutes)
{
    public static OutlookBacklog Of(IEnumerable<OutlookMeeting> rows, OutlookSettings settings)
    {
        var waiting = rows.Where(own => own.IsWaiting).ToList();
        var mails = waiting.Sum(own => new OutlookChange(own.Uid, own.Mailbox, Read(own.Told), Read(own.Wanted)).Mails);
        return new OutlookBacklog(waiting.Count, mails, MailPace.MinutesFor(mails, settings.MailsPerMinute));
    }

    /// <summary>"Kvar att göra: 4 poster, 48 mejl. Det tar omkring 2 minuter."</summary>
    public string Text => Entries == 0 ? "Inget väntar."
        : $"Kvar att göra: {SwedishDates.Count(Entries, "kalenderpost", "kalenderposter")}, {Mails} mejl."
            + (Mails == 0 ? "" : $" Det tar omkring {SwedishDates.Count(Minutes, "minut", "minuter")}.");

    private static OutlookEvent? Read(string? written) => written is null ? null : OutlookEvent.Read(written);
}
