using AnnualCycle.Plans;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations.Letters;

/// <summary>Letters about several meetings at once, without a calendar part: programs take one meeting a mail.</summary>
internal sealed class YearLetters(Plan plan, Correspondence post)
{
    private string Name => plan.Collaborations[0].Name;

    private Uri Page => new(post.Address, $"/{plan.Collaborations[0].Id}");

    /// <summary>Leads the invites when much changes for a person.</summary>
    public OutgoingMail Summary(string key, Invitee to, IReadOnlyList<MeetingNews> news, Instant at)
    {
        var words = LetterWords.In(to.Language);
        var subject = news.All(one => one.Kind == NewsKind.New)
            ? words.NewSubject(news.Count, Name, plan.Year) : words.SummarySubject(news.Count, Name, plan.Year);
        return new Letter(to.Language, subject).Heading(subject).Paragraph(words.SummaryText)
            .List(news.Select(MeetingLetter.SubjectOf)).Button(words.AllMeetings, Page).Small(words.Closing)
            .Mail(key, to.Mailbox, at);
    }

    /// <summary>Tells a whole adopted year, where the calendar to subscribe to takes the place of invites.</summary>
    /// <param name="calendar">The person's own calendar; null when there is none to show.</param>
    public OutgoingMail Adopted(
        string key, Invitee to, IReadOnlyList<MeetingNews> news, Uri? calendar, Instant at)
    {
        var words = LetterWords.In(to.Language);
        var subject = words.YearSubject(Name, plan.Year);
        return new Letter(to.Language, subject).Heading(subject).Paragraph(words.YearText)
            .List(news.OrderBy(one => one.Time.Date).ThenBy(one => one.Time.Start).Select(one => OneLine(one, words)))
            .Button(words.Subscribe, calendar ?? Page).Small(words.Closing)
            .Mail(key, to.Mailbox, at);
    }

    private static string OneLine(MeetingNews news, LetterWords words) =>
        $"{words.Full(news.Time)}: {news.Title}"
        + (news.Meeting.Where.Spot is { } spot ? $", {spot}" : "");
}
