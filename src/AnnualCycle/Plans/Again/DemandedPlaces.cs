using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Again;

/// <summary>Every place of a network's series with the day on which its meeting is to be expected.</summary>
internal static class DemandedPlaces
{
    public static IReadOnlyList<DemandedPlace> Of(SeriesNetwork network) => [.. network.Series.SelectMany(Of)];

    public static IEnumerable<DemandedPlace> Of(MeetingSeries series) => series.Meetings.Select((meeting, place) =>
        new DemandedPlace(
            meeting.Rule, new MeetingAt(series.Id, place), meeting.Window, Expected(series, meeting, place)));

    private static LocalDate Expected(MeetingSeries series, DemandedMeeting meeting, int place) =>
        series.Given.Count > 0 ? series.Given[place].Date : meeting.Ideal ?? Evenly(series, meeting, place);

    // Meetings that share a window are thought of as spread over it.
    private static LocalDate Evenly(MeetingSeries series, DemandedMeeting meeting, int place)
    {
        var alike = series.Meetings.Count(other => other.Window == meeting.Window);
        var before = series.Meetings.Take(place).Count(other => other.Window == meeting.Window);
        return meeting.Window.Start.PlusDays((2 * before + 1) * meeting.Window.Length / (2 * alike));
    }
}
