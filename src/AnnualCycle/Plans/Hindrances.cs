using AnnualCycle.Planning;

namespace AnnualCycle.Plans;

/// <summary>Names what stands in the way of a meeting that could not be placed.</summary>
internal sealed class Hindrances(PlanDraft draft)
{
    private const int Shown = 3;

    private readonly Obstacles _obstacles = new(draft.Year.Problem, draft.Solution.Slots);

    /// <summary>"1 möte fick inte plats: …"; null when every demanded meeting of the rule has a date.</summary>
    public string? Of(string rule)
    {
        var unplaced = draft.Unplaced.Where(at => draft.DemandOf(at).Rule == rule).ToList();
        if (unplaced.Count == 0)
        {
            return null;
        }

        var window = draft.DemandOf(unplaced[0]).Window;
        var causes = _obstacles.For(unplaced[0].Chain, unplaced[0].Occurrence).Take(Shown).Select(Text);
        return $"{SwedishDates.Count(unplaced.Count, "möte", "möten")} fick inte plats " +
            $"{SwedishDates.Day(window.Start)}–{SwedishDates.Day(window.End)}: {string.Join("; ", causes)}";
    }

    /// <summary>What forbids a meeting to stand on one day, in words; empty when nothing does.</summary>
    public IReadOnlyList<string> On(OccurrenceAt at, int day) =>
        [.. _obstacles.On(at.Chain, at.Occurrence, day).Take(Shown).Select(obstacle =>
            obstacle.Kind == ObstacleKind.Closed && draft.Year.DaysOf(at.Chain)[day].Closed is { } why
                ? $"stängt, {why}" : Cause(obstacle))];

    private string Text(Obstacle obstacle) => $"{Cause(obstacle)} ({Days(obstacle)})";

    private string Cause(Obstacle obstacle) => obstacle.Kind switch
    {
        ObstacleKind.Closed => "stängt",
        ObstacleKind.Busy => $"{Who(obstacle)} är upptagen",
        ObstacleKind.Gap => "för nära gruppens andra möten",
        ObstacleKind.Lead => $"fel avstånd till {Other(obstacle)}",
        _ => $"{Who(obstacle)} sitter i {Other(obstacle)}",
    };

    private string Who(Obstacle obstacle) =>
        obstacle.Resource is { } resource ? PeopleTexts.Of(draft.Year.Who[resource]) : "någon";

    private string Other(Obstacle obstacle) =>
        obstacle.Other is { } other ? draft.SeriesOf(other).Title : "ett annat möte";

    private string Days(Obstacle obstacle)
    {
        var dates = obstacle.Days.Order().Select(draft.Year.Problem.DateOf).ToList();
        return dates.Count == 1
            ? SwedishDates.Day(dates[0])
            : $"{dates.Count} dagar, {SwedishDates.Day(dates[0])}–{SwedishDates.Day(dates[^1])}";
    }
}
