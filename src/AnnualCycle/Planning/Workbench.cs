namespace AnnualCycle.Planning;

/// <summary>
/// Takes chains out of a draft and puts them back, one exact solution at a time, and knows what each change is worth.
/// </summary>
internal sealed class Workbench
{
    private readonly Surroundings around;

    public Workbench(Network network)
    {
        Network = network;
        around = new Surroundings(network);
        Solver = new SeriesSolver(network, around);
        Movable = [.. network.Series.Where(series => series.HasFree).Select(series => series.Index)];
    }

    public Network Network { get; }

    public SeriesSolver Solver { get; }

    /// <summary>Chains with anything left to decide.</summary>
    public int[] Movable { get; }

    /// <summary>
    /// A first plan: chain by chain, those with most neighbours first, fixed meetings standing from the start.
    /// </summary>
    public Draft Construct()
    {
        var draft = new Draft(Network);
        foreach (var series in Network.Series.Where(series => !series.HasFree))
            draft.IsIn[series.Index] = true;
        foreach (var c in Movable.OrderByDescending(c => Network.Series[c].Neighbours.Length).ThenBy(c => c))
            Place(draft, c);
        return draft;
    }

    /// <summary>Puts the chain where it is best among what stands.</summary>
    public void Place(Draft draft, int chain)
    {
        var series = Network.Series[chain];
        around.Look(series, draft);
        Solver.Solve(series, draft);
        Solver.Put(series, draft);
    }

    /// <summary>
    /// The same for one usual slot that it had and another by chance: ten times faster than for all of them.
    /// </summary>
    public void Place(Draft draft, int chain, SplitMix64 chance)
    {
        var series = Network.Series[chain];
        if (series.Habits.Count < 3)
        {
            Place(draft, chain);
            return;
        }
        around.Look(series, draft);
        Solver.Solve(series, draft, [Habit(series, draft), chance.Below(series.Habits.Count)]);
        Solver.Put(series, draft);
    }

    private int Habit(Series series, Draft draft) =>
        around.PresentHabit(series, draft.Day[series.Index], draft.Start[series.Index]);

    /// <summary>Keeps, for the later meetings tied to a chain that is out, what its own would cost.</summary>
    public void FoldTies(Draft draft, int chain)
    {
        foreach (var tie in Network.Series[chain].Ties)
            if (tie.IsEarlier && !draft.IsIn[tie.OtherChain])
                Solver.Fold(tie.Link, draft);
    }

    /// <summary>What the chain's meetings cost among what stands.</summary>
    public int Worth(Draft draft, int chain)
    {
        var series = Network.Series[chain];
        around.Look(series, draft, seesFixed: false);
        return around.Evaluate(series, draft);
    }

    /// <summary>Points of the whole draft, demanded meetings left out at their medium weight.</summary>
    public long Total(Draft draft)
    {
        var empty = new Draft(Network);
        draft.CopyTo(empty);
        Array.Clear(empty.IsIn);
        var total = 0L;
        for (var c = 0; c < Network.Series.Length; c++)
        {
            total += Worth(empty, c);
            empty.IsIn[c] = true;
        }
        return total;
    }

    /// <summary>Solves each chain anew while the others stand, until none gets better.</summary>
    /// <returns>Points gained.</returns>
    public long Settle(Draft draft, IEnumerable<int> chains)
    {
        var waiting = new Queue<int>(chains);
        var isWaiting = new HashSet<int>(waiting);
        var among = new HashSet<int>(waiting);
        var gained = 0L;
        while (waiting.TryDequeue(out var chain))
        {
            isWaiting.Remove(chain);
            if (Improve(draft, chain) is not (> 0 and var gain))
                continue;
            gained += gain;
            foreach (var neighbour in Network.Series[chain].Neighbours)
                if (among.Contains(neighbour) && isWaiting.Add(neighbour))
                    waiting.Enqueue(neighbour);
        }
        return gained;
    }

    /// <summary>Solves one chain anew and keeps the result when it is cheaper.</summary>
    /// <param name="keepsHabit">Whether to look no further than the usual weekday and start it has.</param>
    /// <returns>Points gained, 0 when it stands as it stood.</returns>
    public int Improve(Draft draft, int chain, bool keepsHabit = false)
    {
        var series = Network.Series[chain];
        around.Look(series, draft);
        var before = around.Evaluate(series, draft);
        Solver.Solve(series, draft, keepsHabit ? [Habit(series, draft)] : null);
        var (days, starts) = ((int[])draft.Day[chain].Clone(), (int[])draft.Start[chain].Clone());
        Solver.Put(series, draft);
        var gain = before - around.Evaluate(series, draft);
        if (gain > 0)
            return gain;
        days.CopyTo(draft.Day[chain], 0);
        starts.CopyTo(draft.Start[chain], 0);
        return 0;
    }
}
