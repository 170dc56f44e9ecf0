using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Publishing;

/// <summary>Makes of a draft what people outside are to see.</summary>
public static class PublishedPlan
{
    private const string NoLongerPlanned = "planeras inte längre";

    /// <summary>
    /// The draft with its meetings in the given status. What was in force and is no longer in the draft is kept as
    /// cancelled, so that no calendar loses a meeting without a word; what has been held stays as it was.
    /// </summary>
    public static Plan Of(Plan? before, Plan draft, MeetingStatus status, LocalDate today)
    {
        var uids = draft.Meetings.Select(meeting => meeting.Uid).ToHashSet();
        var lost = (before?.Meetings ?? []).Where(meeting => !uids.Contains(meeting.Uid))
            .Select(meeting => meeting.Date <= today || meeting.IsCancelled ? meeting : Cancelled(meeting, today))
            .ToList();
        return draft with
        {
            Groups = [.. draft.Groups, .. Closing(before, draft, lost)],
            Meetings =
            [
                .. draft.Meetings.Select(meeting => meeting.IsCancelled ? meeting : meeting with { Status = status })
                    .Concat(lost)
                    .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
                    .ThenBy(meeting => meeting.Id, StringComparer.Ordinal),
            ],
        };
    }

    // A group that the charter names no more still tells its subscribers what became of its meetings.
    private static IEnumerable<PlannedGroup> Closing(Plan? before, Plan draft, IReadOnlyList<PlannedMeeting> lost) =>
        (before?.Groups ?? []).Where(group => draft.Groups.All(own => own.Id != group.Id)
            && lost.Any(meeting => meeting.Groups.Contains(group.Id))).Select(group => group with { Rules = [] });

    private static PlannedMeeting Cancelled(PlannedMeeting meeting, LocalDate today) => meeting with
    {
        Status = MeetingStatus.Cancelled, CancelledOn = today, CancelReason = NoLongerPlanned,
    };
}
