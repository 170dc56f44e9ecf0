using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>Finds the meeting that takes a report up, which the report then follows wherever it moves.</summary>
internal sealed class HandlingMeetings(IReadOnlyList<PlannedMeeting> meetings)
{
    /// <summary>The condition of a report whose meeting the year does not have.</summary>
    public const string NotYet = "när mötet som tar upp den har en dag";

    private const int UsualLead = -10;

    /// <summary>Null when the year has none that can, or none is asked for.</summary>
    public PlannedMeeting? Of(Duty report, ReportDay day)
    {
        if (report.HandledAt is not { } handling)
        {
            return null;
        }

        var own = meetings.Where(meeting => meeting.Groups.Contains(handling.Group));
        return handling.Meeting switch
        {
            HandlingMeeting.First => own.FirstOrDefault(),
            HandlingMeeting.Last => own.LastOrDefault(),
            _ => own.FirstOrDefault(meeting => day.Closes is not { } closes || DayBefore(handling, meeting) > closes),
        };
    }

    /// <summary>The day on which the report is due so that the meeting can take it up.</summary>
    public static LocalDate DayBefore(Handling handling, PlannedMeeting meeting) => handling.Lead is { } lead
        ? Distances.From(meeting.Date, lead) : WorkingDays.Add(meeting.Date, UsualLead);
}
