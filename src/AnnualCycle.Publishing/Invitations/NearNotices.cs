using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>
/// Tells of meetings that were moved or called off close at hand, in plain words, whoever holds no invite: the calendar
/// that they subscribe to may show the old time for another day.
/// </summary>
/// <param name="now">The day and time it is where the meetings are.</param>
internal sealed class NearNotices(GuestList guests, LocalDateTime now)
{
    /// <summary>How many days ahead is close at hand.</summary>
    public const int Days = 7;

    /// <param name="before">What people saw until now.</param>
    public IEnumerable<MeetingNews> Of(Plan before, Plan after)
    {
        var known = before.Meetings.Where(meeting => !meeting.IsCancelled).ToDictionary(meeting => meeting.Uid);
        return after.Meetings.SelectMany(meeting => known.GetValueOrDefault(meeting.Uid) is { } old && KindOf(old, meeting) is { } kind
            ? guests.To(meeting).Where(who => who.Mailbox.Wire is not null).Select(who =>
                new MeetingNews(kind, who, meeting, ToldTime.Of(old)) { Way = NewsWay.Words })
            : []);
    }

    private NewsKind? KindOf(PlannedMeeting before, PlannedMeeting after)
    {
        var (old, now) = (ToldTime.Of(before), ToldTime.Of(after));
        return after.IsCancelled ? IsNear(old) ? NewsKind.Cancelled : null
            : old != now && (IsNear(old) || IsNear(now)) ? NewsKind.Moved : null;
    }

    private bool IsNear(ToldTime time) => !time.IsOver(now) && time.Date <= now.Date.PlusDays(Days);
}
