using AnnualCycle.Plans;

namespace AnnualCycle.Server.Years;

/// <summary>
/// What somebody may see of a plan: public collaborations and those they belong to, no drafts, and nothing that names a
/// person.
/// </summary>
internal static class ShownPlan
{
    /// <param name="closed">Ids of the collaborations that are not public and are shown all the same.</param>
    public static Plan Of(Plan plan, IReadOnlySet<string> closed)
    {
        var open = plan.Collaborations.Where(one => one.Public || closed.Contains(one.Id)).ToList();
        var names = new BodyNames(plan, [.. open.Select(one => one.Id)], closed);
        return plan with
        {
            Collaborations = open,
            Groups = [.. plan.Groups.Where(group => names.IsShown(group.Id)).Select(Of)],
            Meetings = [.. plan.Meetings.Where(meeting => meeting.Status != MeetingStatus.Draft)
                .Where(meeting => meeting.Groups.Any(names.IsShown)).Select(meeting => Of(meeting, names))],
            AssumedHeld = [.. plan.AssumedHeld.Where(meeting => meeting.Groups.Any(names.IsShown))
                .Select(meeting => Of(meeting, names))],
            Deadlines = [.. plan.Deadlines.Where(deadline => names.IsShown(deadline.Group))
                .Select(deadline => Of(deadline, names))],
            Questions = [.. plan.Questions.Where(question => names.IsShown(question.Group))],
        };
    }

    // Reasons and alternatives say who sits where at the same time; that concerns the planners alone.
    private static PlannedMeeting Of(PlannedMeeting meeting, BodyNames names) => meeting with
    {
        Groups = [.. meeting.Groups.Where(names.IsShown)],
        Video = names.IsOwn(meeting.Groups[0]) ? meeting.Video : null,
        Reasons = [],
        Alternatives = [],
    };

    private static PlannedDeadline Of(PlannedDeadline deadline, BodyNames names) => deadline with
    {
        Reminders = [],
        From = names.Shown(deadline.From),
        To = names.Shown(deadline.To),
    };

    private static PlannedGroup Of(PlannedGroup group) =>
        group with { Rules = [.. group.Rules.Select(rule => rule with { Note = Note(rule.Note) })] };

    // "2 möten fick inte plats 1 februari–31 mars: Karin Wikander är upptagen …": what follows the colon names people.
    private static string? Note(string? note) => note is not null && note.Contains("fick inte plats")
        ? note.Split(": ")[0]
        : note;

    private sealed class BodyNames(Plan plan, HashSet<string> open, IReadOnlySet<string> closed)
    {
        private readonly Dictionary<string, string> _names = plan.Groups.Select(group => (group.Id, group.Name))
            .Concat(plan.Collaborations.Select(collaboration => (collaboration.Id, collaboration.Name)))
            .ToDictionary(named => named.Id, named => named.Name, StringComparer.Ordinal);

        /// <summary>Whether only those who belong to it see it, and may have what lets people in.</summary>
        public bool IsOwn(string id) => closed.Contains(id.Split('/')[0]);

        public bool IsShown(string id) => open.Contains(id.Split('/')[0]);

        /// <summary>A body by its name, or as the charter words it; null when it is not shown.</summary>
        public string? Shown(string? body) => body is null || !_names.TryGetValue(body, out var name)
            ? body
            : IsShown(body) ? name : null;
    }
}
