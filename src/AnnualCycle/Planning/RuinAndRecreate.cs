namespace AnnualCycle.Planning;

// Over 60 lines because choosing what to take out, putting it back and deciding whether to keep it is one cycle.

/// <summary>
/// Looks for a better plan: takes a few chains that meet each other out, puts them back exactly, keeps what is good.
/// </summary>
/// <remarks>
/// Schrimpf et al.: Record breaking optimization results using the ruin and recreate principle, J. Comput. Phys. 159
/// (2000). What is kept depends on the number of the round alone, never on the length of the search, so that a search
/// of N rounds is the beginning of every longer one.
/// </remarks>
internal sealed class RuinAndRecreate
{
    private const int ShortestCycle = 200;
    private const int LargestTree = 8;
    private const int SmallNetwork = 40;

    private readonly Workbench bench;
    private readonly Network network;
    private readonly SplitMix64 chance;
    private readonly Draft current;
    private readonly Draft best;
    private readonly int cycleLength;
    private readonly double[] warmest;
    private readonly int[] depth;
    private readonly int[] tied;
    private readonly int[] noise;
    private readonly List<int> taken = [];
    private readonly List<(int Chain, int[] Day, int[] Start)> undo = [];
    private long total;
    private bool bestIsCurrent = true;

    public RuinAndRecreate(Workbench bench, Draft start, int seed)
    {
        (this.bench, network, current) = (bench, bench.Network, start);
        best = new Draft(network);
        chance = new SplitMix64((ulong)seed);
        total = BestTotal = bench.Total(start);
        cycleLength = Math.Max(ShortestCycle, 10 * bench.Movable.Length);
        warmest = bench.Movable.Length <= SmallNetwork ? [3, 12, 25] : [0.5, 3];
        depth = DepthByLinks(network);
        tied = [.. bench.Movable.Where(c => network.Series[c].Ties.Count > 0)];
        noise = new int[network.Problem.Days];
    }

    public long BestTotal { get; private set; }

    public long Steps { get; private set; }

    public Draft Best()
    {
        if (!bestIsCurrent)
            return best;
        current.CopyTo(best);
        return best;
    }

    public void Step()
    {
        var isTree = tied.Length > 0 && chance.Below(3) == 0;
        ChooseChains(isTree);
        var before = TakeOut();
        PutBack(isTree);
        var change = AddUp() - before;
        var temperature = Temperature(Steps);
        Steps++;
        if (change <= 0 || temperature > 0 && chance.Fraction() < Math.Exp(-change / temperature))
            Keep(change);
        else
            Restore();
    }

    /// <summary>
    /// Points that a worse plan may cost. They fall to 0 within each cycle, which so ends where nothing near is better,
    /// and begin at another height in the next: crowded networks yield to small steps, long chains of preparations only
    /// to large ones. Large networks never cool down from much.
    /// </summary>
    private double Temperature(long step) =>
        warmest[step / cycleLength % warmest.Length] *
            Math.Max(0, 1 - (step % cycleLength + 1.0) / (cycleLength * 7 / 8));

    private void Keep(long change)
    {
        if (change > 0 && bestIsCurrent)
            SnapshotBeforeWorse();
        total += change;
        if (total >= BestTotal)
            return;
        (BestTotal, bestIsCurrent) = (total, true);
    }

    /// <summary>The best plan is copied only when it is about to be left: most steps leave nothing.</summary>
    private void SnapshotBeforeWorse()
    {
        current.CopyTo(best);
        foreach (var (chain, day, start) in undo)
        {
            day.CopyTo(best.Day[chain], 0);
            start.CopyTo(best.Start[chain], 0);
        }
        bestIsCurrent = false;
    }

    private void Restore()
    {
        foreach (var (chain, day, start) in undo)
        {
            day.CopyTo(current.Day[chain], 0);
            start.CopyTo(current.Start[chain], 0);
        }
    }

    private void ChooseChains(bool isTree)
    {
        taken.Clear();
        Take(chance.Of(isTree ? tied : bench.Movable));
        if (isTree)
            ChooseTree();
        else
            ChooseNeighbours();
    }

    private void ChooseNeighbours()
    {
        var ties = network.Series[taken[0]].Ties;
        if (ties.Count > 0 && chance.Below(3) == 0)
            Take(chance.Of(ties).OtherChain);
        for (var more = 1 + chance.Below(4); more > 0; more--)
            TakeNeighbour(chance.Below(2) == 0 ? taken[0] : chance.Of(taken));
    }

    /// <summary>All that is tied to a chain, directly or by way of others: only together can they shift.</summary>
    private void ChooseTree()
    {
        if (chance.Below(2) == 0)
            TakeNeighbour(taken[0]);
        for (var z = 0; z < taken.Count && taken.Count < LargestTree; z++)
            foreach (var tie in network.Series[taken[z]].Ties)
                Take(tie.OtherChain);
    }

    private void TakeNeighbour(int chain)
    {
        if (network.Series[chain].Neighbours is { Length: > 0 } neighbours)
            Take(chance.Of(neighbours));
    }

    private void Take(int chain)
    {
        if (network.Series[chain].HasFree && !taken.Contains(chain))
            taken.Add(chain);
    }

    private long TakeOut()
    {
        undo.Clear();
        foreach (var chain in taken)
            undo.Add((chain, (int[])current.Day[chain].Clone(), (int[])current.Start[chain].Clone()));
        return AddUp(leaveOut: true);
    }

    /// <summary>What the taken chains cost together, among each other and with the rest.</summary>
    private long AddUp(bool leaveOut = false)
    {
        var sum = 0L;
        foreach (var chain in taken)
        {
            sum += bench.Worth(current, chain);
            current.IsIn[chain] = false;
        }
        foreach (var chain in taken)
            current.IsIn[chain] = !leaveOut;
        return sum;
    }

    private void PutBack(bool isTree)
    {
        chance.Shuffle(taken);
        if (isTree)
            FoldTree();
        var loudness = chance.Below(2) == 0 ? 1 << chance.Below(6) : 0;
        foreach (var chain in taken)
            PutBack(chain, loudness);
        bench.Solver.Noise = null;
        bench.Solver.Unfold();
        Polish(alreadyBest: loudness > 0 ? 0 : 1);
    }

    /// <summary>Later meetings first, each knowing what those before it will cost.</summary>
    private void FoldTree()
    {
        taken.Sort((one, other) => depth[one] != depth[other] ? depth[one] - depth[other] : one - other);
        for (var z = taken.Count - 1; z >= 0; z--)
            bench.FoldTies(current, taken[z]);
    }

    private void PutBack(int chain, int loudness)
    {
        if (loudness > 0)
            for (var p = 0; p < network.Series[chain].Day.Length; p++)
                noise[p] = chance.Below(loudness);
        bench.Solver.Noise = loudness > 0 ? noise : null;
        bench.Place(current, chain, chance);
    }

    /// <summary>Solves the taken chains in turn until each stands best among the others.</summary>
    /// <param name="alreadyBest">How many of the last put back do so already.</param>
    private void Polish(int alreadyBest)
    {
        var (z, unchanged) = (0, alreadyBest);
        for (var tries = 4 * taken.Count; unchanged < taken.Count && tries > 0; tries--)
        {
            unchanged = bench.Improve(current, taken[z], keepsHabit: true) > 0 ? 1 : unchanged + 1;
            z = (z + 1) % taken.Count;
        }
    }

    /// <summary>By chain: how many links lead from it to a meeting that nothing waits for.</summary>
    private static int[] DepthByLinks(Network network)
    {
        var depth = new int[network.Series.Length];
        for (var round = 0; round < LargestTree; round++)
            foreach (var link in network.Problem.Links)
                if (link.Earlier.Chain != link.Later.Chain)
                    depth[link.Earlier.Chain] = Math.Max(depth[link.Earlier.Chain], depth[link.Later.Chain] + 1);
        return depth;
    }
}
