using AnnualCycle.ICalendar;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage.Invitations;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>Writes the calendar part of an invite, of its changes and of its end (RFC 5546 sections 3.2.2 and 3.2.5).</summary>
/// <param name="from">The mailbox that mails come from; ORGANIZER, as programs take it for a fraud otherwise.</param>
/// <param name="names">Names of groups by their ids.</param>
internal sealed class InviteCalendar(Mailbox from, IReadOnlyDictionary<string, string> names)
{
    private readonly Organizer _organizer = new(CalAddress.Mailto(from.Wire!), from.Name ?? "");

    /// <param name="others">Who else is asked and may be seen, each with what they were told and answered.</param>
    public CalendarPart Request(MeetingNews news, IEnumerable<(Invitee Who, Invitation? Told)> others) => Part(
        "REQUEST", new RequestMessage(EventOf(news) with { Status = EventStatus.Confirmed }, _organizer,
            others.Prepend((Who: news.To, Told: news.Invitation)).Where(one => one.Who.Address is not null)
                .DistinctBy(one => one.Who.Email).Select(one => AttendeeOf(one.Who, one.Told))));

    public CalendarPart Cancel(MeetingNews news)
    {
        Attendee[] one = [AttendeeOf(news.To, null) with { Rsvp = false }];
        var meeting = EventOf(news);
        return Part("CANCEL", news.Kind == NewsKind.Cancelled
            ? CancelMessage.OfMeeting(meeting, _organizer, one) : CancelMessage.OfAttendees(meeting, _organizer, one));
    }

    private Event EventOf(MeetingNews news)
    {
        var (meeting, told) = (news.Meeting, news.Invitation!);
        var time = EventTime.Between(FeedEvents.Utc(meeting.Date + meeting.Start), FeedEvents.Utc(meeting.Date + meeting.End));
        return new Event(meeting.Uid, new UtcTime(told.Changed.ToDateTimeUtc()), time, news.Title)
        {
            Sequence = told.Sequence,
            Description = MeetingText.Of(meeting, names, news.Chair, isPublic: false),
            Location = meeting.Where.Spot ?? meeting.Video,
            Conferences = MeetingText.ConferencesOf(meeting),
        };
    }

    private static Attendee AttendeeOf(Invitee who, Invitation? told)
    {
        var answer = told is { Answer: { } said } && told.AnsweredSequence == told.Sequence
            ? StatusOf(said) : ParticipationStatus.NeedsAction;
        return new Attendee(who.Address!, who.Name)
        {
            Role = who.IsRequired ? ParticipationRole.ReqParticipant : ParticipationRole.OptParticipant,
            PartStat = answer, Rsvp = answer == ParticipationStatus.NeedsAction,
        };
    }

    private static ParticipationStatus StatusOf(Answer answer) => answer switch
    {
        Answer.Yes => ParticipationStatus.Accepted,
        Answer.No => ParticipationStatus.Declined,
        _ => ParticipationStatus.Tentative,
    };

    private static CalendarPart Part(string method, SchedulingMessage message) =>
        new(method, CalendarWriter.ToBytes(message.ToCalendar(PlanFeeds.Product)));
}
