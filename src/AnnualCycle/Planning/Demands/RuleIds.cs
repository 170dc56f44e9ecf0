using AnnualCycle.Calendars.Holidays;
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

    /// <summary>A meeting before or after a storhelg: <c>simba/ledningsgrupp/storhelg-pask-fore</c>.</summary>
    public static string Of(Group group, Holiday holiday, HolidayPart part) =>
        $"{group.Id}/storhelg-{HolidayNames.Id(holiday)}-{(part == HolidayPart.Before ? "fore" : "efter")}";

    /// <summary>The sentence about storhelger as a whole.</summary>
    public static string OfHolidays(Group group) => $"{group.Id}/storhelger";

    public static string LastPart(string id) => id[(id.LastIndexOf('/') + 1)..];
}
