using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>Writes a plan around its meetings: deadlines, what became of each sentence, questions.</summary>
/// <param name="previous">The plan before; null the first time.</param>
internal sealed class PlanWriter(YearInput input, MeetingsOfYear year, Plan? previous)
{
    public Plan Write(PlanSource source)
    {
        var deadlines = new DeadlineWriter(input, year, previous).Write();
        IReadOnlyList<PlannedDeadline> shown = [.. deadlines.Where(IsShown)];
        var plan = new Plan(
            input.Year,
            source.Score,
            [.. Collaborations()],
            [.. Groups(new OutcomeWriter(input, year, deadlines, source).Write())],
            year.All,
            shown,
            new QuestionWriter(input, deadlines).Write())
        {
            AssumedHeld = year.Held,
            From = year.From,
        };
        return plan with { Retired = Retired(plan) };
    }

    // What was due before planning began is nobody's news, unless it is still to be done or was said before.
    private bool IsShown(PlannedDeadline deadline) =>
        input.From is not { } from
        || (deadline.Due is not { } due || due >= from || deadline.Condition == AgreementDays.Overdue
            || previous?.Deadlines.Any(known => known.Uid == deadline.Uid) == true)
        && !year.Held.Any(meeting => meeting.Id == deadline.Meeting);

    private IEnumerable<PlannedCollaboration> Collaborations()
    {
        var own = input.Collaborations.Select(collaboration =>
            new PlannedCollaboration(collaboration.Id, collaboration.Name, collaboration.Public)).ToList();
        var lost = Lost().Select(group => group.Collaboration).ToHashSet();
        return own.Concat((previous?.Collaborations ?? [])
            .Where(known => lost.Contains(known.Id) && own.All(one => one.Id != known.Id)));
    }

    // A group that no charter names any more keeps its name as long as a meeting of its own stands.
    private IEnumerable<PlannedGroup> Groups(IReadOnlyList<PlannedGroup> own)
    {
        var lost = Lost().Select(group => group with { Rules = [] }).ToList();
        return lost.Count == 0 ? own : Collaborations().SelectMany(collaboration =>
            own.Concat(lost).Where(group => group.Collaboration == collaboration.Id));
    }

    private IEnumerable<PlannedGroup> Lost()
    {
        var standing = year.All.Concat(year.Held).SelectMany(meeting => meeting.Groups).ToHashSet();
        var named = input.Collaborations.SelectMany(collaboration => collaboration.Groups)
            .Select(group => group.Id).ToHashSet();
        return (previous?.Groups ?? []).Where(group => standing.Contains(group.Id) && !named.Contains(group.Id));
    }

    private List<string> Retired(Plan plan)
    {
        var standing = Ids(plan).ToHashSet();
        return previous is null ? [] : [.. previous.Retired.Concat(Ids(previous)).Where(id => !standing.Contains(id))
            .Distinct().Order(StringComparer.Ordinal)];
    }

    // Only ids with an ordinal that is handed out can be retired: meetings and the work around them.
    private static IEnumerable<string> Ids(Plan plan) => plan.Meetings.Concat(plan.AssumedHeld)
        .Select(meeting => meeting.Id)
        .Concat(plan.Deadlines.Where(deadline => deadline.Meeting is not null).Select(deadline => deadline.Id));
}
