using System.Security.Cryptography;
using System.Text;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Invitations.Letters;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Storage.Deliveries;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>Writes the letters that tell people their news, and lays them out to be sent: one meeting a mail.</summary>
/// <param name="calendarOf">The address of a person's own calendar; null when they have none.</param>
internal sealed class NewsPost(OutTray tray, Correspondence post, AnswerLinks links, Func<string, Uri?> calendarOf)
{
    /// <summary>From so many on, one letter without a calendar part leads them.</summary>
    public const int SummaryFrom = 3;

    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <returns>In the order in which they are to be sent: for each person the summary first.</returns>
    public IReadOnlyList<Delivery> Send(Plan plan, IReadOnlyList<MeetingNews> news, Instant at, NewsContext about)
    {
        var laid = new List<Delivery>();
        foreach (var person in news.GroupBy(one => one.To.Email).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            laid.AddRange(OfPerson(plan, [.. person.OrderBy(one => one.Time.Date).ThenBy(one => one.Time.Start)], at, about));
        }

        return laid;
    }

    private IEnumerable<Delivery> OfPerson(Plan plan, IReadOnlyList<MeetingNews> news, Instant at, NewsContext about)
    {
        var (year, own) = (news.Where(one => one.Way == NewsWay.Year).ToList(),
            news.Where(one => one.Way != NewsWay.Year).ToList());
        var (who, letters) = (news[0].To, new YearLetters(plan, post, about.Wishes, LetterOf(about)));
        if (year.Count > 0)
        {
            yield return Lay(letters.Adopted(KeyOf("year", year, about), who, year, calendarOf(who.Email), at),
                DeliveryKind.Summary, null);
        }

        if (own.Count >= SummaryFrom)
        {
            yield return Lay(letters.Summary(KeyOf("summary", own, about), who, own, at), DeliveryKind.Summary, null);
        }

        foreach (var one in own)
        {
            yield return Lay(Letter(one, at, about), KindOf(one), one.Meeting.Uid);
        }

        Delivery Lay(OutgoingMail mail, string kind, string? uid) => tray.Lay(mail, kind, (plan.Collaborations[0].Id, uid));
    }

    private OutgoingMail Letter(MeetingNews news, Instant at, NewsContext about)
    {
        var isAsked = news is { Way: NewsWay.Invite, IsTakenBack: false };
        var answer = isAsked ? new Uri(post.Address, links.PathOf(news.Meeting.Uid, news.To.Email)) : null;
        var mail = LetterOf(about).Write(KeyOf(KindOf(news), [news], about), news, answer, at);
        return news.Way == NewsWay.Words ? mail : mail with
        {
            Calendar = isAsked
                ? new InviteCalendar(post.Writer.From, about.Names).Request(news, about.OthersAt(news.Meeting))
                : new InviteCalendar(post.Writer.From, about.Names).Cancel(news),
        };
    }

    private MeetingLetter LetterOf(NewsContext about) => new(about.Names, post.Messages, about.Wishes);

    private static string KindOf(MeetingNews news) => news switch
    {
        { Way: NewsWay.Words } => DeliveryKind.Notice,
        { Kind: NewsKind.New } => DeliveryKind.Invite,
        { IsTakenBack: true } => DeliveryKind.Cancellation,
        _ => DeliveryKind.Update,
    };

    // The same news to the same person is the same letter; a later version of it is another.
    private static string KeyOf(string kind, IReadOnlyList<MeetingNews> news, NewsContext about)
    {
        var versions = news.Select(one => $"{one.Meeting.Uid} {one.Kind} {one.Time} {one.Before} "
            + $"{one.Invitation?.Sequence} {(one.Invitation is { } row ? Stamp.Format(row.Changed) : "")}");
        var print = SHA256.HashData(
            Encoding.UTF8.GetBytes($"{news[0].To.Email}\n{about.Revision}\n{string.Join('\n', versions)}"));
        return $"{kind}.{Convert.ToHexStringLower(print.AsSpan(0, 16))}";
    }
}

/// <summary>What letters say beside the news itself.</summary>
/// <param name="Revision">Id of the revision that they come from: the same words may be true twice.</param>
/// <param name="Names">Names of groups by their ids.</param>
/// <param name="Wishes">Where people say which mails they want.</param>
/// <param name="OthersAt">Who else is asked to a meeting and may be seen by the others, with what they were told.</param>
internal sealed record NewsContext(long Revision, IReadOnlyDictionary<string, string> Names, MailWishes Wishes,
    Func<PlannedMeeting, IEnumerable<(Invitee Who, Storage.Invitations.Invitation? Told)>> OthersAt);
