using AnnualCycle.Plans;

namespace AnnualCycle.Server.Years;

/// <summary>
/// What anybody may see of a plan: public collaborations alone, no drafts, and nothing that names a person.
/// </summary>
internal static class PublicPlan
{
    public static Plan Of(Plan plan)
    {
        var open = plan.Collaborations.Where(collaboration => collaboration.Public).ToList();
        var names = new BodyNames(plan);
        return plan with
        {
            Collaborations = open,
            Groups = [.. plan.Groups.Where(group => names.IsPublic(group.Id)).Select(Of)],
            Meetings = [.. plan.Meetings.Where(meeting => meeting.Status != MeetingStatus.Draft)
                .Where(meeting => meeting.Groups.Any(names.IsPublic)).Select(meeting => Of(meeting, names))],
            AssumedHeld = [.. plan.AssumedHeld.Where(meeting => meeting.Groups.Any(names.IsPublic))
                .Select(meeting => Of(meeting, names))],
            Deadlines = [.. plan.Deadlines.Where(deadline => names.IsPublic(deadline.Group))
                .Select(deadline => Of(deadline, names))],
            Questions = [.. plan.Questions.Where(question => names.IsPublic(question.Group))],
        };
    }

    // Reasons and alternatives say who sits where at the same time; that concerns the planners alone.
    private static PlannedMeeting Of(PlannedMeeting meeting, BodyNames names) => meeting with
    {
        Groups = [.. meeting.Groups.Where(names.IsPublic)],
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

    private sealed class BodyNames(Plan plan)
    {
        private readonly HashSet<string> _open =
            [.. plan.Collaborations.Where(collaboration => collaboration.Public).Select(open => open.Id)];

        private readonly Dictionary<string, string> _names = plan.Groups.Select(group => (group.Id, group.Name))
            .Concat(plan.Collaborations.Select(collaboration => (collaboration.Id, collaboration.Name)))
            .ToDictionary(named => named.Id, named => named.Name, StringComparer.Ordinal);

        public bool IsPublic(string id) => _open.Contains(id.Split('/')[0]);

        /// <summary>A body by its name, or as the charter words it; null when it is not public.</summary>
        public string? Shown(string? body) => body is null || !_names.TryGetValue(body, out var name)
            ? body
            : IsPublic(body) ? name : null;
    }
}
