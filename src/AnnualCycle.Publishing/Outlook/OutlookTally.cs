using AnnualCycle.Plans;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>What a publication does in one organiser's Outlook, in numbers.</summary>
/// <param name="People">How many persons Outlook sends anything.</param>
/// <param name="Minutes">How long it takes to send it all.</param>
public sealed record OutlookTally(string Mailbox, int New, int Changed, int CalledOff, int People, int Mails, int Minutes)
{
    // What is done in a moment needs no word.
    private const int WorthSaying = 5;

    /// <summary>One for each mailbox in which anything is done.</summary>
    public static IReadOnlyList<OutlookTally> Of(IReadOnlyList<OutlookChange> changes, OutlookSettings settings) =>
        [.. changes.Where(change => change.What is not null).GroupBy(change => change.Mailbox)
            .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => Of(same.Key, [.. same], settings))];

    private static OutlookTally Of(string mailbox, IReadOnlyList<OutlookChange> changes, OutlookSettings settings)
    {
        int Count(OutlookOperation what) => changes.Count(change => change.What == what);
        var mails = changes.Sum(change => change.Mails);
        return new OutlookTally(mailbox, Count(OutlookOperation.Create), Count(OutlookOperation.Change),
            Count(OutlookOperation.Cancel),
            changes.SelectMany(change => change.Receivers).Select(one => one.Email).Distinct().Count(), mails,
            MailPace.MinutesFor(mails, settings.MailsPerMinute));
    }

    /// <summary>
    /// "I Outlook (simba@nord.example): 4 nya, 2 ändras, 1 ställs in. Outlook skickar 48 mejl till 12 personer."
    /// </summary>
    public string Text => $"I Outlook ({Mailbox}): {string.Join(", ", Parts)}. "
        + (Mails == 0 ? "Outlook skickar inga mejl."
            : $"Outlook skickar {Mails} mejl till {SwedishDates.Count(People, "person", "personer")}.")
        + (Minutes > WorthSaying ? $" Det tar omkring {Minutes} minuter." : "");

    private IEnumerable<string> Parts =>
        new[] { (New, SwedishDates.Count(New, "ny", "nya")), (Changed, $"{Changed} ändras"), (CalledOff, $"{CalledOff} ställs in") }
            .Where(part => part.Item1 > 0).Select(part => part.Item2);
}
