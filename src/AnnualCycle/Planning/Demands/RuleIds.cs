using AnnualCycle.Charters;

namespace AnnualCycle.Planning.Demands;

/// <summary>Full ids of a charter's rules, the same in every file and feed.</summary>
public static class RuleIds
{
    public static string Of(Group group, MeetingRule rule) => $"{group.Id}/{rule.Id}";

    public static string Of(Collaboration collaboration, JointMeeting joint) => $"{collaboration.Id}/{joint.Id}";

    public static string Of(Group group, Duty duty) => $"{group.Id}/{duty.Id}";

    /// <summary>The order between two groups: <c>simba/au/infor-styrgrupp</c>.</summary>
    public static string Of(Group group, Preparation preparation) => $"{group.Id}/infor-{LastPart(preparation.For)}";

    public static string LastPart(string id) => id[(id.LastIndexOf('/') + 1)..];
}
