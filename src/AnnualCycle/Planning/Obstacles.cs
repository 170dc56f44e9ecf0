namespace AnnualCycle.Planning;

/// <summary>
/// What stands in the way of a meeting in a plan, day by day of its window, everything else standing.
/// </summary>
public sealed class Obstacles(PlanningProblem problem, IReadOnlyList<IReadOnlyList<Slot?>> slots)
{
    private readonly IReadOnlyDictionary<int, int[]> chainsByResource = ScoreSheet.ChainsByResource(problem);

    /// <summary>
    /// Everything that stands in the way, in order of how many days it closes alone, then of how many it closes at all.
    /// A day that nothing stands in the way of is in none of them.
    /// </summary>
    public IReadOnlyList<Obstacle> For(int chain, int occurrence)
    {
        var window = problem.Chains[chain].Occurrences[occurrence];
        var byDay = Enumerable.Range(window.From, Math.Max(0, window.To - window.From + 1))
            .Select(day => (Day: day, Reasons: Reasons(chain, occurrence, day).ToHashSet())).ToList();
        return [.. byDay.SelectMany(day => day.Reasons.Select(reason => (reason, day)))
            .GroupBy(pair => pair.reason, pair => pair.day)
            .Select(days => new Obstacle(days.Key.Kind, [.. days.Select(day => day.Day)],
                days.Count(day => day.Reasons.Count == 1),
                days.Key.Resource, days.Key.Other))
            .OrderByDescending(obstacle => obstacle.Alone).ThenByDescending(obstacle => obstacle.Days.Count)];
    }

    /// <summary>What stands in the way on one day, each with that day alone.</summary>
    public IReadOnlyList<Obstacle> On(int chain, int occurrence, int day)
    {
        var reasons = Reasons(chain, occurrence, day).Distinct().ToList();
        return [.. reasons.Select(reason =>
            new Obstacle(reason.Kind, [day], reasons.Count == 1 ? 1 : 0, reason.Resource, reason.Other))];
    }

    private IEnumerable<Reason> Reasons(int c, int i, int day)
    {
        var chain = problem.Chains[c];
        if (!problem.Calendars[chain.Calendar].IsOpen(day))
            return [new(ObstacleKind.Closed)];
        return TooNear(c, i, day).Concat(Untied(c, i, day)).Concat(People(c, i, day));
    }

    private IEnumerable<Reason> TooNear(int c, int i, int day)
    {
        var (own, least) = (slots[c], Math.Max(1, problem.Chains[c].Gap.Min));
        for (var j = 0; j < own.Count; j++)
            if (j != i && own[j] is { } slot && (j < i ? day - slot.Day : slot.Day - day) < least)
                yield return new(ObstacleKind.Gap, null, new(c, j));
    }

    private IEnumerable<Reason> Untied(int c, int i, int day)
    {
        var at = new OccurrenceAt(c, i);
        foreach (var link in problem.Links.Where(link => link.Earlier == at || link.Later == at))
        {
            var other = link.Earlier == at ? link.Later : link.Earlier;
            if (slots[other.Chain][other.Occurrence] is not { } slot)
                continue;
            var lead = link.Earlier == at ? slot.Day - day : day - slot.Day;
            if (lead < link.Min || lead > link.Max)
                yield return new(ObstacleKind.Lead, null, other);
        }
    }

    /// <summary>Those who make every start of the day impossible; none when one start is free.</summary>
    private List<Reason> People(int c, int i, int day)
    {
        var reasons = new List<Reason>();
        foreach (var start in problem.Chains[c].Starts)
        {
            var atStart = problem.Chains[c].Resources.SelectMany(resource =>
                Taken(c, i, resource, new(day, start.Start))).ToList();
            if (atStart.Count == 0)
                return [];
            reasons.AddRange(atStart);
        }
        return reasons;
    }

    private IEnumerable<Reason> Taken(int c, int i, int resource, Slot slot)
    {
        var end = slot.Start + problem.Chains[c].Duration;
        if (problem.Resources[resource].Busy.Any(busy =>
            busy.Day == slot.Day && slot.Start < busy.To && busy.From < end))
            yield return new(ObstacleKind.Busy, resource);
        foreach (var other in chainsByResource[resource])
            for (var j = 0; j < slots[other].Count; j++)
                if ((other, j) != (c, i) && slots[other][j] is { } held && held.Day == slot.Day &&
                    held.Start < end + problem.Buffer
                        && slot.Start < held.Start + problem.Chains[other].Duration + problem.Buffer)
                    yield return new(ObstacleKind.Taken, resource, new(other, j));
    }

    private readonly record struct Reason(ObstacleKind Kind, int? Resource = null, OccurrenceAt? Other = null);
}
