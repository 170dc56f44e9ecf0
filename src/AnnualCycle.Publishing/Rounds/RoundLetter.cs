using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage.Rounds;
using NodaTime;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>The mail by which one person is asked about all dates of a round, and the one that reminds them.</summary>
/// <param name="Dates">In order.</param>
/// <param name="Link">Full address of the page with the person's questions.</param>
internal sealed record RoundLetter(Round Round, IReadOnlyList<RoundMeeting> Dates, Uri Link)
{
    public OutgoingMail Write(
        string key, (Mailbox Box, string Language, Uri WayOut) to, bool isReminder, Instant at, MessageBook messages) =>
        messages.Write(isReminder ? MessageKinds.RoundReminder : MessageKinds.Round, to.Language, new MessageValues
        {
            ["person"] = new MessageValues { ["name"] = to.Box.Name ?? to.Box.Address },
            ["collaboration"] = Round.Name, ["year"] = Round.Year, ["number"] = Round.Number, ["until"] = Round.Until,
            ["dates"] = Dates.Select(Date).ToList(), ["link"] = Link, [MessageKind.WayOut] = to.WayOut,
        }).Mail(key, to.Box, at);

    private static MessageValues Date(RoundMeeting meeting) => new()
    {
        ["day"] = meeting.Date, ["start"] = meeting.Start, ["end"] = meeting.End, ["meeting"] = meeting.Name,
        ["place"] = meeting.Place,
    };
}
