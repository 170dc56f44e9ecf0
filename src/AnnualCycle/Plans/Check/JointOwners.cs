using AnnualCycle.Charters;

namespace AnnualCycle.Plans.Check;

/// <summary>Which joint meeting of a charter an event of several groups is.</summary>
internal sealed class JointOwners(Collaboration collaboration)
{
    /// <summary>Fewer than two of its owners make no joint meeting.</summary>
    private const int FewestOwners = 2;

    public bool Is(HeldMeeting meeting, JointMeeting joint) => Of(meeting) == joint;

    // The one that most of the event's groups own; of two such, the one whose owners are best represented.
    private JointMeeting? Of(HeldMeeting meeting) => collaboration.Joint
        .Where(joint => Shared(joint, meeting) >= FewestOwners)
        .OrderByDescending(joint => IsCalled(joint, meeting)).ThenByDescending(joint => Shared(joint, meeting))
        .ThenBy(joint => joint.Groups.Count).FirstOrDefault();

    private static bool IsCalled(JointMeeting joint, HeldMeeting meeting) =>
        meeting.Title.Contains(joint.Name, StringComparison.OrdinalIgnoreCase);

    private static int Shared(JointMeeting joint, HeldMeeting meeting) => joint.Groups.Count(meeting.Is);
}
