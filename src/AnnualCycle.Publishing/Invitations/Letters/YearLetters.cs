using AnnualCycle.Plans;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations.Letters;

/// <summary>Letters about several meetings at once, without a calendar part: programs take one meeting a mail.</summary>
internal sealed class YearLetters(Plan plan, Correspondence post, MailWishes wishes, MeetingLetter one)
{
    private Uri Page => new(post.Address, $"/{plan.Collaborations[0].Id}");

    /// <summary>Leads the invites when much changes for a person.</summary>
    public OutgoingMail Summary(string key, Invitee to, IReadOnlyList<MeetingNews> news, Instant at) =>
        post.Messages.Write(MessageKinds.MeetingsChanged, to.Language, new MessageValues
        {
            ["person"] = Person(to), ["collaboration"] = plan.Collaborations[0].Name, ["year"] = plan.Year,
            ["number"] = news.Count, ["all_new"] = news.All(own => own.Kind == NewsKind.New),
            ["changes"] = news.Select(one.SubjectOf).ToList(), ["page"] = Page,
            [MessageKind.WayOut] = wishes.LinkOf(to.Email),
        }).Mail(key, to.Mailbox, at);

    /// <summary>Tells a whole adopted year, where the calendar to subscribe to takes the place of invites.</summary>
    /// <param name="calendar">The person's own calendar; null when there is none to show.</param>
    public OutgoingMail Adopted(string key, Invitee to, IReadOnlyList<MeetingNews> news, Uri? calendar, Instant at) =>
        post.Messages.Write(MessageKinds.YearAdopted, to.Language, new MessageValues
        {
            ["person"] = Person(to), ["collaboration"] = plan.Collaborations[0].Name, ["year"] = plan.Year,
            ["meetings"] = news.OrderBy(own => own.Time.Date).ThenBy(own => own.Time.Start).Select(Meeting).ToList(),
            ["calendar"] = calendar ?? Page, [MessageKind.WayOut] = wishes.LinkOf(to.Email),
        }).Mail(key, to.Mailbox, at);

    private static MessageValues Person(Invitee to) => new() { ["name"] = to.Name };

    private static MessageValues Meeting(MeetingNews news) => new()
    {
        ["day"] = news.Time.Date, ["start"] = news.Time.Start, ["end"] = news.Time.End, ["title"] = news.Title,
        ["place"] = news.Meeting.Where.Spot,
    };
}
