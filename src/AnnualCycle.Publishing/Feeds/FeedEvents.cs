using AnnualCycle.ICalendar;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>Turns meetings and deadlines into calendar events.</summary>
internal sealed class FeedEvents(FeedSource source)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Plan.TimeZone];

    private readonly UtcTime _changed = new(source.Changed.ToDateTimeUtc());

    // Names by the ids of groups and collaborations.
    private readonly Dictionary<string, string> _names = source.Plan.Groups.Select(group => (group.Id, group.Name))
        .Concat(source.Plan.Collaborations.Select(collaboration => (collaboration.Id, collaboration.Name)))
        .ToDictionary(named => named.Id, named => named.Name);

    public Event Of(PlannedMeeting meeting)
    {
        var time = EventTime.Between(Utc(meeting.Date + meeting.Start), Utc(meeting.Date + meeting.End));
        return new Event(meeting.Uid, _changed, time, Summary(meeting))
        {
            Status = StatusOf(meeting.Status),
            Description = MeetingText.Of(meeting, _names),
            Location = meeting.Place,
            Categories = [.. meeting.Groups.Select(group => new CalendarText(_names[group]))],
        };
    }

    /// <summary>A deadline is a whole day that takes nobody's time.</summary>
    public Event Of(PlannedDeadline deadline)
    {
        var due = deadline.Due!.Value;
        var owner = _names.GetValueOrDefault(deadline.Group, deadline.Group);
        return new Event(deadline.Uid, _changed, EventTime.AllDay(due.ToDateOnly()), $"Sista dag: {deadline.Title}")
        {
            Status = deadline.Condition is null ? EventStatus.Confirmed : EventStatus.Tentative,
            Transp = Transparency.Transparent,
            Description = MeetingText.Of(deadline, _names),
            Categories = [owner],
        };
    }

    private static CalendarText Summary(PlannedMeeting meeting) =>
        meeting.Status == MeetingStatus.Cancelled ? $"INSTÄLLT: {meeting.Title}" : meeting.Title;

    private static EventStatus StatusOf(MeetingStatus status) => status switch
    {
        MeetingStatus.Adopted => EventStatus.Confirmed,
        MeetingStatus.Cancelled => EventStatus.Cancelled,
        _ => EventStatus.Tentative,
    };

    // A time in the hour that a clock change skips or doubles is the first one that exists.
    private static UtcTime Utc(LocalDateTime local) => new(local.InZoneLeniently(Zone).ToDateTimeUtc());
}
