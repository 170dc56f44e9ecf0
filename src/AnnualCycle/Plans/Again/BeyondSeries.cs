using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Again;

/// <summary>Meetings to come that no rule demands, as series of their own: they keep their people's time.</summary>
internal static class BeyondSeries
{
    public static IEnumerable<MeetingSeries> Of(IEnumerable<KeptMeeting> beyond, IReadOnlyList<Group> groups) =>
        beyond.Where(kept => !kept.IsVerbatim).Select(kept => Of(kept, groups)).OfType<MeetingSeries>();

    private static MeetingSeries? Of(KeptMeeting kept, IReadOnlyList<Group> groups)
    {
        var meeting = kept.Meeting;
        var owners = groups.Where(group => meeting.Groups.Contains(group.Id)).ToList();
        return owners.Count == 0 ? null : new MeetingSeries
        {
            Id = meeting.Id,
            Owners = owners,
            Kind = SeriesKind.Given,
            Title = meeting.Title,
            Form = owners[0].Form,
            Meetings =
            [
                new DemandedMeeting(meeting.Rule, new DateInterval(meeting.Date, meeting.Date), null, Need.Demanded),
            ],
            Given = [new GivenDate(owners[0].Id, meeting.Date, meeting.Start, meeting.End, meeting.Title)],
            Standing = [kept.Standing],
        };
    }
}
