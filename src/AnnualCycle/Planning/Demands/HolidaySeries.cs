using AnnualCycle.Charters;

namespace AnnualCycle.Planning.Demands;

/// <summary>The short meetings that groups hold before and after storhelger, each a series of one.</summary>
internal static class HolidaySeries
{
    public static IEnumerable<MeetingSeries> Of(Group group, HolidayNeeds needs) => needs.ToPlan(group).Select(Of);

    private static MeetingSeries Of(HolidayNeed need) => new()
    {
        Id = need.Rule,
        Owners = [need.Group],
        Kind = SeriesKind.Holiday,
        Title = need.Title,
        Form = need.Group.Form with { Minutes = need.Group.HolidayCoordination!.Minutes },
        Meetings =
        [
            new DemandedMeeting(
                need.Rule, need.Window, need.Window.Start.PlusDays((need.Window.Length - 1) / 2), Need.Demanded),
        ],
    };
}
