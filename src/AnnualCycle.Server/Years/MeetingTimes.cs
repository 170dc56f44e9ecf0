using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Server.Years;

/// <summary>Where a meeting stands against the clock.</summary>
public static class MeetingTimes
{
    /// <summary>True once the meeting has ended.</summary>
    public static bool IsPast(this PlannedMeeting meeting, LocalDateTime now) => meeting.Date + meeting.End <= now;

    /// <summary>True while it is still to come, or going on, and is not cancelled.</summary>
    public static bool IsComing(this PlannedMeeting meeting, LocalDateTime now) =>
        !meeting.IsPast(now) && meeting.Status != MeetingStatus.Cancelled;
}
