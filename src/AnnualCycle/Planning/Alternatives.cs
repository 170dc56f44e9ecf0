namespace AnnualCycle.Planning;

/// <summary>Where else each meeting of a plan could have been, and what that would have cost.</summary>
public sealed class Alternatives
{
    private readonly PlanningProblem problem;
    private readonly IReadOnlyList<IReadOnlyList<Slot?>> slots;
    private readonly Network network;
    private readonly Surroundings around;
    private readonly Draft draft;
    private readonly IReadOnlyDictionary<int, int[]> chainsByResource;

    public Alternatives(PlanningProblem problem, IReadOnlyList<IReadOnlyList<Slot?>> slots)
    {
        (this.problem, this.slots, network) = (problem, slots, new Network(problem));
        around = new Surroundings(network);
        draft = Draft.Of(network, slots);
        chainsByResource = ScoreSheet.ChainsByResource(problem);
    }

    /// <summary>
    /// The cheapest other days for a meeting, one start on each, everything else standing; the cheapest first. Fewer
    /// than
    /// <paramref name="count"/> when so few are possible at all, and none for a fixed meeting.
    /// </summary>
    public IReadOnlyList<Alternative> For(int chain, int occurrence, int count = 3)
    {
        var before = ScoreSheet.Around(problem, slots, chain, chainsByResource);
        return [.. Candidates(chain, occurrence)
            .OrderBy(candidate => candidate.Cost).ThenBy(candidate => candidate.Slot.Day)
            .Take(count)
            .Select(candidate => Compare(before, chain, occurrence, candidate.Slot))
            .OrderBy(alternative => alternative.Cost).ThenBy(alternative => alternative.Slot.Day)];
    }

    private IEnumerable<(Slot Slot, int Cost)> Candidates(int chain, int occurrence)
    {
        var series = network.Series[chain];
        var itself = series.Occurrences[occurrence];
        if (itself.Fixed is not null)
            yield break;
        around.Look(series, draft);
        var habit = UsualChoice.For(problem, problem.Chains[chain], slots[chain]);
        for (var p = itself.First; p <= itself.Last; p++)
        {
            var day = series.Day[p];
            if (day == slots[chain][occurrence]?.Day
                || Neighbouring(series, occurrence, day) is not (< Series.Never and var cost))
                continue;
            var (slot, atSlot) = series.Starts.Select(start => new Slot(day, start))
                .Select(at => (at, Cost: around.AtSlot(series, occurrence, at.Day, at.Start) + OffHabit(habit, at)))
                .MinBy(start => start.Cost);
            if (atSlot < Series.Never)
                yield return (slot, cost + atSlot);
        }
    }

    private int OffHabit(UsualSlot? habit, Slot slot) =>
        habit is null || problem.WeekdayOf(slot.Day) == habit.Weekday && slot.Start == habit.Start ? 0 : habit.Cost;

    /// <summary>Cost of a day towards the chain's own meetings before and after, and those it is tied to.</summary>
    private int Neighbouring(Series series, int occurrence, int day)
    {
        var days = (int[])draft.Day[series.Index].Clone();
        days[occurrence] = day;
        var before = Array.FindLastIndex(days, Math.Max(0, occurrence - 1), occurrence, held => held != Draft.Nowhere);
        var after = Array.FindIndex(days, occurrence + 1, held => held != Draft.Nowhere);
        long cost = before < 0 ? 0 : Surroundings.Following(series, before, occurrence, days);
        cost += after < 0 ? 0 : Surroundings.Following(series, occurrence, after, days);
        foreach (var tie in series.Ties)
            if (tie.Occurrence == occurrence)
                cost += around.TieCost(series, draft, tie, day);
        return (int)Math.Min(Series.Never, cost);
    }

    private Alternative Compare(ScoreSheet before, int chain, int occurrence, Slot slot)
    {
        var moved = slots.ToArray();
        moved[chain] = [.. slots[chain].Select((present, i) => i == occurrence ? slot : present)];
        var after = ScoreSheet.Around(problem, moved, chain, chainsByResource);
        return new(slot, after.Score.Soft - before.Score.Soft, Beyond(after, before), Beyond(before, after));
    }

    private static List<Charge> Beyond(ScoreSheet sheet, ScoreSheet other)
    {
        var known = other.Charges.Select(charge => (charge.At, charge.Term, charge.With, charge.Cost)).ToHashSet();
        return [.. sheet.Charges.Where(charge => !known.Contains((charge.At, charge.Term, charge.With, charge.Cost)))];
    }
}
