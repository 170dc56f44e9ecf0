using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Changes;

/// <summary>Meetings that a person adds: under a rule of their own that no charter has.</summary>
internal sealed class AddedMeeting(YearInput input)
{
    public static bool Is(PlannedMeeting meeting) => meeting.Rule == RuleOf(meeting.Groups[0]);

    public PlannedMeeting Write(Plan plan, Group owner, GivenDate at)
    {
        var rule = RuleOf(owner.Id);
        var ordinal = plan.Meetings.Concat(plan.AssumedHeld).Select(meeting => meeting.Id).Concat(plan.Retired)
            .Select(MeetingIds.Parts).Where(id => id.Rule == rule).Select(id => id.Ordinal).DefaultIfEmpty().Max() + 1;
        return new PlannedMeeting(
            MeetingIds.Of(rule, plan.Year, ordinal), Uid.Of([owner.Id], rule, plan.Year, ordinal, input.UidHost),
            [owner.Id], at.Date, at.Start, at.End, at.Title ?? owner.Name, rule, MeetingStatus.Proposed)
        {
            Kind = MeetingKind.Ordinary,
            Locked = true,
            Agenda = OwnerTexts.Agenda([owner]),
            Tasks = new OwnerTexts(input).Tasks([owner]),
            Place = owner.Form.Place,
            Room = owner.Form.Room,
            Video = owner.Form.Video,
        };
    }

    private static string RuleOf(string group) => $"{group}/tillagt";
}
