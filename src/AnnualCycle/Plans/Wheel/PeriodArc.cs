using NodaTime;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Periods of the same kind and days as one arc: "Sportlov" in Ale and Kungälv.</summary>
/// <param name="Label">What they share: "Sportlov".</param>
/// <param name="Places">What tells them apart, "Ale, Kungälv"; empty when nothing does.</param>
/// <param name="Lane">0 is outermost; periods that overlap stand in different lanes.</param>
internal sealed record PeriodArc(
    string Label, string Places, WheelPeriodKind Kind, DateInterval Days, bool Certain, int Lane)
{
    /// <summary>More lanes than this would eat the rings; what is left overlaps in the last.</summary>
    private const int MostLanes = 4;

    /// <summary>"Sportlov Ale, Kungälv".</summary>
    public string Name => Places.Length == 0 ? Label : $"{Label} {Places}";

    /// <summary>"Sportlov Ale, Kungälv (15–21 feb, inte fastställt)".</summary>
    public string Text => $"{Name} ({When})";

    /// <summary>"15–21 feb, inte fastställt".</summary>
    public string When => SwedishDay.Span(Days) + (Certain ? "" : ", inte fastställt");

    public static IReadOnlyList<PeriodArc> From(IEnumerable<WheelPeriod> periods)
    {
        List<PeriodArc> arcs = [];
        foreach (var same in periods.GroupBy(period => (period.Kind, period.Interval, period.Certain))
            .OrderBy(same => same.Key.Interval.Start).ThenByDescending(same => same.Key.Interval.Length)
            .ThenBy(same => same.Key.Kind).ThenByDescending(same => same.Key.Certain))
        {
            var (label, places) = Shared([.. same.Select(period => period.Name).Distinct()]);
            arcs.Add(new(label, places, same.Key.Kind, same.Key.Interval, same.Key.Certain,
                FreeLane(arcs, same.Key.Interval)));
        }

        return arcs;
    }

    private static int FreeLane(List<PeriodArc> arcs, DateInterval days) => Enumerable.Range(0, MostLanes - 1)
        .Where(lane => !arcs.Any(arc => arc.Lane == lane && arc.Days.Intersection(days) is not null))
        .Append(MostLanes - 1).First();

    private static (string Label, string Places) Shared(IReadOnlyList<string> names)
    {
        var words = names.Select(name => name.Split(' ')).ToList();
        var same = names.Count == 1 ? 1 : Enumerable.Range(0, words.Min(name => name.Length))
            .TakeWhile(place => words.All(name => name[place] == words[0][place])).Count();
        return same == 0
            ? (string.Join(", ", names), "")
            : (string.Join(' ', words[0].Take(same)),
                string.Join(", ", words.Select(name => string.Join(' ', name.Skip(same)))));
    }
}
