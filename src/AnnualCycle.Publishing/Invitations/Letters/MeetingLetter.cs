using AnnualCycle.Plans;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations.Letters;

/// <summary>The letter about one meeting: an invite, a change, a cancellation, or a plain notice of one.</summary>
/// <param name="names">Names of groups by their ids.</param>
internal sealed class MeetingLetter(IReadOnlyDictionary<string, string> names, MessageBook messages, MailWishes wishes)
{
    /// <param name="answer">Where they answer; null when there is nothing to answer.</param>
    public OutgoingMail Write(string key, MeetingNews news, Uri? answer, Instant at) =>
        messages.Write(KindOf(news), news.To.Language, Values(news, answer)).Mail(key, news.To.Mailbox, at);

    /// <summary>"Flyttad: Ledningsgrupp tor 4 feb 09:00 → tis 9 feb 09:00".</summary>
    public string SubjectOf(MeetingNews news) => messages.Subject(KindOf(news), news.To.Language, Values(news, null));

    private MessageValues Values(MeetingNews news, Uri? answer)
    {
        var (meeting, isOff) = (news.Meeting, news.IsTakenBack);
        var (time, before) = isOff ? (news.Before ?? news.Time, null) : (news.Time, news.Before);
        return new MessageValues
        {
            ["person"] = new MessageValues { ["name"] = news.To.Name, ["stands_in"] = news.To.StandsInFor.Count > 0 },
            ["meeting"] = new MessageValues
            {
                ["title"] = news.Title, ["day"] = time.Date, ["start"] = time.Start, ["end"] = time.End,
                ["before"] = before is null ? null : new MessageValues
                {
                    ["day"] = before.Date, ["start"] = before.Start, ["end"] = before.End,
                },
                ["change"] = Change(before, time, new LetterDates(news.To.Language)), ["place"] = meeting.Where.Spot,
                ["video"] = meeting.Video, ["purpose"] = meeting.Purpose, ["chair"] = news.Chair, ["reason"] = meeting.CancelReason,
                ["groups"] = meeting.Groups.Select(group => names.GetValueOrDefault(group, group)).ToList(),
                ["agenda"] = meeting.Agenda,
            },
            ["answer"] = answer, ["in_words"] = news.Way == NewsWay.Words,
            [MessageKind.WayOut] = wishes.LinkOf(news.To.Email),
        };
    }

    // "tor 4 feb 09:00 → tis 9 feb 09:00"; both ends when only the length is another.
    private static string Change(ToldTime? before, ToldTime after, LetterDates dates)
    {
        var isLength = before is not null && (before.Date, before.Start) == (after.Date, after.Start);
        return before is null ? Brief(after) : isLength
            ? $"{Brief(before)}–{SwedishDates.Clock(before.End)} → "
                + $"{SwedishDates.Clock(after.Start)}–{SwedishDates.Clock(after.End)}"
            : $"{Brief(before)} → {Brief(after)}";

        string Brief(ToldTime time) => $"{dates.Short(time.Date)} {SwedishDates.Clock(time.Start)}";
    }

    private static MessageKind KindOf(MeetingNews news) => news.Kind switch
    {
        NewsKind.New => MessageKinds.MeetingNew,
        NewsKind.Moved => MessageKinds.MeetingMoved,
        NewsKind.NewPlace => MessageKinds.MeetingNewPlace,
        NewsKind.Reworded => MessageKinds.MeetingChanged,
        NewsKind.Cancelled => MessageKinds.MeetingCancelled,
        NewsKind.ByOutlook => MessageKinds.MeetingByOutlook,
        _ => MessageKinds.MeetingNotAsked,
    };
}
