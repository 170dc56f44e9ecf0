using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Changes;

/// <summary>Writes a plan anew around meetings that a person has changed: what follows from them follows.</summary>
internal sealed class EditedYear(YearInput input)
{
    public Plan With(Plan plan, IEnumerable<PlannedMeeting> meetings)
    {
        var known = plan.Collaborations.Select(own => own.Id).ToHashSet();
        var part = input with { Collaborations = [.. input.Collaborations.Where(own => known.Contains(own.Id))] };
        var before = new MeetingsOfYear(plan.Meetings, plan.AssumedHeld, plan.From);
        var after = new MeetingsOfYear([.. MeetingsOfYear.InOrder(meetings)], plan.AssumedHeld, plan.From);
        return new PlanWriter(part, after, plan).Write(new PlanSource(
            plan.Score,
            rule => Hindrance(plan, before, rule),
            group => plan.Groups.FirstOrDefault(own => own.Id == group.Id)?.Usual));
    }

    // Why a meeting found no room is known to the planner alone and is told on.
    private static string? Hindrance(Plan plan, MeetingsOfYear before, string id) =>
        plan.Groups.SelectMany(group => group.Rules).FirstOrDefault(rule => rule.Id == id) is
            { Status: RuleStatus.Short } rule
            ? Notes.Before(rule.Note, before.NoteOn(id)) : null;
}
