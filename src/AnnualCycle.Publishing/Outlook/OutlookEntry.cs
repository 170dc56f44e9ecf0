using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Writes the entry that a meeting has in Outlook, the same for everybody who is asked.</summary>
/// <param name="plan">The year that the meeting is in.</param>
/// <param name="names">Names of groups by their ids.</param>
/// <param name="showsAddresses">Whether those who are asked see each other.</param>
internal sealed class OutlookEntry(Plan plan, IReadOnlyDictionary<string, string> names, bool showsAddresses)
{
    /// <param name="title">What the meeting is called among those of many collaborations.</param>
    public OutlookEvent Write(PlannedMeeting meeting, string title) => new(title,
        MeetingText.Of(meeting, names, plan.ChairOf(meeting)?.Principal, isPublic: false), meeting.Date, meeting.Start, meeting.End)
    {
        Location = meeting.Where.Spot ?? meeting.Video, HidesAttendees = !showsAddresses,
    };
}
