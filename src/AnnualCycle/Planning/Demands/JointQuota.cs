using AnnualCycle.Charters;

namespace AnnualCycle.Planning.Demands;

/// <summary>Says which of a group's rules its joint meetings count for.</summary>
internal static class JointQuota
{
    /// <summary>The joint meetings that a group owns together with others.</summary>
    public static IEnumerable<JointMeeting> Of(Collaboration collaboration, Group group) =>
        collaboration.Joint.Where(meeting => meeting.Groups.Contains(group.Id));

    /// <summary>
    /// True for the group's first rule that counts meetings without saying exactly how many: "minst fyra" and
    /// "sex–åtta" have room for a joint meeting, "fyra" and a named time have not.
    /// </summary>
    public static bool IsCounted(Group group, MeetingRule rule) => group.Meetings.FirstOrDefault(HasRoom) == rule;

    private static bool HasRoom(MeetingRule rule) =>
        !RuleMeetings.NamesItsTimes(rule)
            && rule.Demands.Any(demand => demand.Target is not null && demand.Max != demand.Min);
}
