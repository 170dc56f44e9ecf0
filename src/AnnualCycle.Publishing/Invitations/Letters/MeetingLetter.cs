using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations.Letters;

/// <summary>The letter about one meeting: an invite, a change, a cancellation, or a plain notice of one.</summary>
/// <param name="names">Names of groups by their ids.</param>
internal sealed class MeetingLetter(IReadOnlyDictionary<string, string> names)
{
    /// <param name="answer">Where they answer; null when there is nothing to answer.</param>
    public OutgoingMail Write(string key, MeetingNews news, Uri? answer, Instant at)
    {
        var words = LetterWords.In(news.To.Language);
        var letter = new Letter(news.To.Language, SubjectOf(news)).Heading(news.Title).Paragraph(words.Of(news.Kind).Sentence)
            .Facts(Facts(news, words));
        if (news.Meeting.Agenda.Count > 0 && news.Kind is not (NewsKind.Cancelled or NewsKind.NoLongerAsked))
        {
            letter.Paragraph($"{words.Agenda}:").List(news.Meeting.Agenda);
        }

        letter = answer is { } link ? letter.Button(words.AnswerButton, link).Small(words.AnswerHelp)
            : news.Way == NewsWay.Words ? letter.Small(words.NoticeHelp) : letter;
        return letter.Small(words.Why(news)).Mail(key, news.To.Mailbox, at);
    }

    /// <summary>"Flyttad: Ledningsgrupp tor 4 feb 09:00 → tis 9 feb 09:00".</summary>
    public static string SubjectOf(MeetingNews news)
    {
        var words = LetterWords.In(news.To.Language);
        return $"{words.Of(news.Kind).Subject}: {news.Title} " + (news is { Kind: NewsKind.Moved, Before: { } before }
            ? words.Change(before, news.Time)
            : words.Brief(news.Kind == NewsKind.Cancelled ? news.Before ?? news.Time : news.Time));
    }

    private (string, string?)[] Facts(MeetingNews news, LetterWords words)
    {
        var (meeting, isOff) = (news.Meeting, news.Kind is NewsKind.Cancelled or NewsKind.NoLongerAsked);
        return
        [
            (words.When, words.Full(isOff ? news.Before ?? news.Time : news.Time)),
            (words.Before, news is { Kind: NewsKind.Moved, Before: { } before } ? words.Full(before) : null),
            (words.Reason, news.Kind == NewsKind.Cancelled ? meeting.CancelReason : null),
            (words.Place, isOff ? null : meeting.Where.Spot),
            (words.Video, isOff ? null : meeting.Video),
            (words.Groups, string.Join(", ", meeting.Groups.Select(group => names.GetValueOrDefault(group, group)))),
            (words.Purpose, isOff ? null : meeting.Purpose),
        ];
    }
}
