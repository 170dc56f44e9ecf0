using AnnualCycle.ICalendar;
using AnnualCycle.Plans;
using AnnualCycle.Storage.Duties;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>Turns meetings and deadlines into calendar events.</summary>
/// <param name="isPublic">Anybody may read it: links to video meetings are for the invited.</param>
internal sealed class FeedEvents(FeedSource source, bool isPublic)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Plan.TimeZone];

    public Event Of(PlannedMeeting meeting)
    {
        var time = EventTime.Between(Utc(meeting.Date + meeting.Start), Utc(meeting.Date + meeting.End));
        var stamp = source.StampOf(meeting.Uid);
        return new Event(meeting.Uid, Utc(stamp.Changed), time, Summary(meeting))
        {
            Sequence = stamp.Sequence,
            Created = stamp.Created is { } created ? Utc(created) : null,
            Status = StatusOf(meeting.Status),
            Transp = meeting.IsCancelled ? Transparency.Transparent : Transparency.Opaque,
            Description = MeetingText.Of(meeting, source.Names, source.ChairOf(meeting), isPublic),
            Location = meeting.Where.Spot ?? (isPublic ? null : meeting.Video),
            Conferences = isPublic ? [] : MeetingText.ConferencesOf(meeting),
            Categories = [.. meeting.Groups.Select(group => new CalendarText(NameOf(group)))],
        };
    }

    /// <summary>A deadline is a whole day that takes nobody's time.</summary>
    public Event Of(PlannedDeadline deadline)
    {
        var (day, stamp) = (EventTime.AllDay(deadline.Due!.Value.ToDateOnly()), source.StampOf(deadline.Uid));
        var settled = source.Settled.GetValueOrDefault(deadline.Uid);
        var changed = settled is null ? stamp.Changed : Instant.Max(stamp.Changed, settled.At);
        return new Event(deadline.Uid, Utc(changed), day, Summary(deadline, settled))
        {
            Sequence = stamp.Sequence + (settled is null ? 0 : 1),
            Created = stamp.Created is { } created ? Utc(created) : null,
            Status = deadline.Condition is null ? EventStatus.Confirmed : EventStatus.Tentative,
            Transp = Transparency.Transparent,
            Description = MeetingText.Of(deadline, source.Names),
            Categories = [NameOf(deadline.Group)],
        };
    }

    private string NameOf(string id) => source.Names.GetValueOrDefault(id, id);

    private static string Summary(PlannedDeadline deadline, HandedIn? settled) => (deadline.Kind, settled?.State) switch
    {
        (_, HandedInState.Done) => $"Klart: {deadline.Title}",
        (_, HandedInState.NotNeeded) => $"Behövs inte: {deadline.Title}",
        (DeadlineKind.Handover, _) => deadline.Title,
        _ => $"Sista dag: {deadline.Title}",
    };

    private static CalendarText Summary(PlannedMeeting meeting) =>
        meeting.Status == MeetingStatus.Cancelled ? $"INSTÄLLT: {meeting.Title}" : meeting.Title;

    private static EventStatus StatusOf(MeetingStatus status) => status switch
    {
        MeetingStatus.Adopted => EventStatus.Confirmed,
        MeetingStatus.Cancelled => EventStatus.Cancelled,
        _ => EventStatus.Tentative,
    };

    private static UtcTime Utc(Instant instant) => new(instant.ToDateTimeUtc());

    // A time in the hour that a clock change skips or doubles is the first one that exists.
    internal static UtcTime Utc(LocalDateTime local) => new(local.InZoneLeniently(Zone).ToDateTimeUtc());
}
