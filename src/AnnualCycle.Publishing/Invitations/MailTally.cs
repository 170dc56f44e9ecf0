using AnnualCycle.Plans;
using AnnualCycle.Storage.Deliveries;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>How many get a mail by a publication, and of which kind.</summary>
/// <param name="People">How many persons are sent anything.</param>
/// <param name="Unreachable">How many have an address that no mail can be sent to.</param>
public sealed record MailTally(int People, int Mails, int Unreachable, IReadOnlyList<(string Kind, int Number)> Kinds)
{
    private static readonly (string Kind, string One, string Several)[] Words =
    [
        (DeliveryKind.Summary, "sammanfattning", "sammanfattningar"), (DeliveryKind.Invite, "kallelse", "kallelser"),
        (DeliveryKind.Update, "ändring", "ändringar"), (DeliveryKind.Cancellation, "inställelse", "inställelser"),
        (DeliveryKind.Notice, "besked utan kallelse", "besked utan kallelse"),
    ];

    public bool IsEmpty => Mails == 0 && Unreachable == 0;

    public static MailTally Of(IReadOnlyList<Delivery> mails)
    {
        var sent = mails.Where(mail => mail.State == DeliveryState.Waiting).ToList();
        return new MailTally(
            sent.Select(mail => mail.Recipient).Distinct().Count(), sent.Count,
            mails.Where(mail => mail.State == DeliveryState.Parked).Select(mail => mail.Recipient).Distinct().Count(),
            [.. Words.Select(word => (word.Kind, sent.Count(mail => mail.Kind == word.Kind))).Where(kind => kind.Item2 > 0)]);
    }

    /// <summary>"12 personer får 46 mejl: 4 sammanfattningar, 40 kallelser och 2 ändringar".</summary>
    public string Text => Mails == 0 ? "Ingen får mejl."
        : $"{SwedishDates.Count(People, "person", "personer")} får {Mails} mejl: {string.Join(", ", Kinds.Select(Counted))}."
            + (Unreachable > 0 ? $" {SwedishDates.Count(Unreachable, "person", "personer")} har en adress som det inte går att skicka till." : "");

    private static string Counted((string Kind, int Number) kind) => Words.First(word => word.Kind == kind.Kind) is var word
        ? SwedishDates.Count(kind.Number, word.One, word.Several) : "";
}
