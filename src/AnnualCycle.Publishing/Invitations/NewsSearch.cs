using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Storage.Invitations;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>
/// Finds what each person is to be told of an adopted year, by what they were told last; it is noted as told. What has
/// been held is nobody's news any more.
/// </summary>
/// <param name="wants">Whether somebody wants invites: what they hold already is kept right all the same.</param>
/// <param name="channel">By which way somebody gets invites.</param>
/// <param name="now">The day and time it is where the meetings are.</param>
internal sealed class NewsSearch(InvitationBook book, GuestList guests, InvitationForm form, Func<Invitee, bool> wants,
    Func<Invitee, InviteChannel> channel, LocalDateTime now)
{
    /// <summary>Whom Outlook tells of which meeting by its UID, and who needs no words of ours.</summary>
    public HashSet<(string Uid, string Email)> ToldByOutlook { get; } = [];

    public IReadOnlyList<MeetingNews> Find(Plan plan)
    {
        var coming = plan.Meetings.Where(meeting => !ToldTime.Of(meeting).IsOver(now)).ToList();
        var fresh = form.AdoptedByMail ? [] : coming.SelectMany(Asked).Select(who => who.Email)
            .Where(email => !book.Knows(email)).ToHashSet();
        return [.. coming.SelectMany(meeting => OfMeeting(meeting, fresh))];
    }

    /// <summary>Whom an invite can be sent to.</summary>
    public IReadOnlyList<Invitee> Asked(PlannedMeeting meeting) =>
        meeting.IsCancelled ? [] : [.. guests.To(meeting).Where(who => who.Address is not null)];

    // To be read to its end at once, as what is told changes what is to tell.
    private List<MeetingNews> OfMeeting(PlannedMeeting meeting, HashSet<string> fresh)
    {
        var asked = Asked(meeting);
        var here = asked.Select(who => who.Email).ToHashSet();
        return
        [
            .. asked.Select(who => ToAsked(who, meeting, fresh.Contains(who.Email))).OfType<MeetingNews>(),
            .. book.Standing(meeting.Uid).Where(row => !here.Contains(row.Email)).ToList()
                .Select(row => ToLost(row, meeting)).OfType<MeetingNews>(),
        ];
    }

    private MeetingNews? ToAsked(Invitee who, PlannedMeeting meeting, bool isFresh)
    {
        var (told, way) = (book.Find(meeting.Uid, who.Email), channel(who));
        if (told is { State: InvitationState.Live } && told.Channel != way)
        {
            return ToOtherWay(who, meeting, told);
        }

        if (book.NewTo(who, meeting) is not { } kind)
        {
            return null;
        }

        if (told is not { State: InvitationState.Live } && !wants(who))
        {
            return null;
        }

        var before = told is { State: not InvitationState.Withdrawn } ? InvitationBook.TimeOf(told) : null;
        // Whoever subscribes has it by the calendar; only what changes afterwards is worth an invite.
        var isQuiet = isFresh || told is { State: InvitationState.Told } && kind == NewsKind.Reworded;
        var row = book.Tell(who.Email, meeting, kind, (isQuiet ? InvitationState.Told : InvitationState.Live, way));
        var isByOutlook = !isQuiet && way == InviteChannel.Outlook && ToldByOutlook.Add((meeting.Uid, who.Email));
        return isByOutlook || (isQuiet && !isFresh) ? null : new MeetingNews(kind, who, meeting, before)
        {
            Invitation = row, Way = isFresh ? NewsWay.Year : NewsWay.Invite,
        };
    }

    // Taken back by the one way and asked by the other, in one change: nobody holds two invites, and nobody none.
    private MeetingNews ToOtherWay(Invitee who, PlannedMeeting meeting, Invitation told)
    {
        var (kind, way, before) = told.Channel == InviteChannel.Mail
            ? (NewsKind.ByOutlook, InviteChannel.Outlook, InvitationBook.TimeOf(told)) : (NewsKind.New, InviteChannel.Mail, null);
        ToldByOutlook.Add((meeting.Uid, who.Email));
        return new MeetingNews(kind, who, meeting, before)
        {
            Invitation = book.Tell(who.Email, meeting, NewsKind.Moved, (InvitationState.Live, way)),
        };
    }

    private MeetingNews? ToLost(Invitation row, PlannedMeeting meeting)
    {
        var (kind, wasLive) = (meeting.IsCancelled ? NewsKind.Cancelled : NewsKind.NoLongerAsked,
            row.State == InvitationState.Live);
        var before = InvitationBook.TimeOf(row);
        var who = guests.Known(row.Email);
        var isByOutlook = wasLive && row.Channel == InviteChannel.Outlook && ToldByOutlook.Add((meeting.Uid, row.Email));
        book.Tell(row.Email, meeting, kind, (InvitationState.Withdrawn, row.Channel));
        return !isByOutlook && (wasLive || kind == NewsKind.Cancelled && wants(who))
            ? new MeetingNews(kind, who, meeting, before)
            {
                Invitation = row, Way = wasLive ? NewsWay.Invite : NewsWay.Words,
            } : null;
    }
}
