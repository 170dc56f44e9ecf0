using System.Numerics;
using System.Runtime.InteropServices;

namespace AnnualCycle.Planning;

// Over 200 lines because the recurrence, its inner loop and the way back share these tables; apart they would say
// nothing.
//
// The meetings of one chain are placed exactly, all others standing. With H[i][q] the least cost of the first i
// occurrences when the last one held is on position q, and U[i][p] the cost of occurrence i on position p alone,
//     F[i][p]   = U[i][p] + min(nothing held yet, min over q of H[i][q] + spacing(p - q))
//     H[i+1][p] = min(F[i][p], H[i][p] + skip(i)).
// The minimum over q is one pass over two arrays that lie side by side, so that the whole takes some ten microseconds.
// A fixed meeting is on one known day, perhaps a closed one: everything before it folds into a single number there.

/// <summary>Finds the best slots of one chain while everything else stands.</summary>
internal sealed class SeriesSolver
{
    private const int Never = Series.Never;
    private const int Nothing = -1;
    private const int AtFixed = -2;

    private readonly Network network;
    private readonly Surroundings around;
    private readonly int[][] own;
    private readonly int[][] alone;
    private readonly int[][] ending;
    private readonly int[][] reached;
    private readonly int[] nothingYet;
    private readonly int[] fixedValue;
    private readonly int[] fixedDay;
    private readonly int[] beforeFixed;
    private readonly int[] level;
    private readonly int[] levelStart;
    private readonly int[] trial;
    private readonly int[] trialStart;
    private readonly int[] bestDay;
    private readonly int[] bestStart;
    private readonly int[]?[] folds;

    public SeriesSolver(Network network, Surroundings around)
    {
        (this.network, this.around) = (network, around);
        var longest = network.Series.Select(series => series.Count).DefaultIfEmpty().Max();
        var width = network.Problem.Days + Vector<int>.Count;
        int[][] Table(int rows) => [.. Enumerable.Range(0, rows).Select(_ => new int[width])];
        (own, alone, ending, reached) = (Table(longest), Table(longest), Table(longest), Table(longest + 1));
        (nothingYet, fixedValue, fixedDay) = (new int[longest + 1], new int[longest + 1], new int[longest + 1]);
        (beforeFixed, trial, trialStart) = (new int[longest], new int[longest], new int[longest]);
        (bestDay, bestStart, level, levelStart) = (new int[longest], new int[longest], new int[width], new int[width]);
        folds = new int[network.Problem.Links.Count][];
    }

    /// <summary>
    /// By position: points added to each while the best slots are sought, to make the search look elsewhere.
    /// </summary>
    public int[]? Noise { get; set; }

    /// <summary>
    /// Finds the best slots among <see cref="Surroundings"/> as last looked at. <see cref="Put"/> takes them over.
    /// </summary>
    /// <param name="habits">Usual slots to try, by their place among the series' own; null tries all, which alone is
    /// exact.</param>
    /// <returns>Their cost without what fixed meetings cost for themselves.</returns>
    public int Solve(Series series, Draft draft, IReadOnlyList<int>? habits = null)
    {
        for (var i = 0; i < series.Count; i++)
            PriceOccurrence(series, draft, i, own[i]);
        if (series.Habits.Count == 0)
            return SolveWith(series, null, int.MaxValue);
        var best = int.MaxValue;
        for (var h = 0; h < (habits?.Count ?? series.Habits.Count); h++)
            best = Math.Min(best, SolveWith(series, series.Habits[habits?[h] ?? h], best));
        return best;
    }

    public void Put(Series series, Draft draft)
    {
        Array.Copy(bestDay, draft.Day[series.Index], series.Count);
        Array.Copy(bestStart, draft.Start[series.Index], series.Count);
        draft.IsIn[series.Index] = true;
    }

    private int SolveWith(Series series, UsualSlot? habit, int toBeat)
    {
        PriceDays(series, habit);
        for (var i = 0; i < series.Count; i++)
            Combine(series, habit, i, own[i], alone[i]);
        var (cost, last) = Forward(series);
        if (cost >= toBeat)
            return cost;
        TraceBack(series, habit, last);
        Array.Copy(trial, bestDay, series.Count);
        Array.Copy(trialStart, bestStart, series.Count);
        return cost;
    }

    /// <summary>By position: the cheapest start with its cost.</summary>
    private void PriceDays(Series series, UsualSlot? habit)
    {
        var starts = series.Starts.Length;
        for (var p = 0; p < series.Day.Length; p++)
        {
            (level[p], levelStart[p]) = (Never, 0);
            for (var s = 0; s < starts; s++)
            {
                var cost = around.Cost[p * starts + s];
                if (cost < Never && cost + OffHabit(series, habit, p, s) is var full && full < level[p])
                    (level[p], levelStart[p]) = (full, s);
            }
            if (Noise is not null && level[p] < Never)
                level[p] += Noise[p];
        }
    }

    private int OffHabit(Series series, UsualSlot? habit, int p, int s) =>
        habit is null || network.Problem.WeekdayOf(series.Day[p]) == habit.Weekday && series.Starts[s] == habit.Start
            ? 0 : habit.Cost;

    /// <summary>
    /// By position: what the occurrence costs there whatever its start, with its ties to what stands.
    /// </summary>
    private void PriceOccurrence(Series series, Draft draft, int i, int[] price)
    {
        var occurrence = series.Occurrences[i];
        if (occurrence.Fixed is not null)
            return;
        for (var p = occurrence.First; p <= occurrence.Last; p++)
            price[p] = occurrence.Cost[p - occurrence.First];
        AddFolds(series, draft, i, price);
        AddTies(series, draft, i, price);
    }

    private void AddTies(Series series, Draft draft, int i, int[] price)
    {
        var occurrence = series.Occurrences[i];
        foreach (var tie in series.Ties)
            if (tie.Occurrence == i && around.OtherDay(draft, tie) is var otherDay && otherDay != Draft.Nowhere)
                AddLead(series, occurrence, network.Links[tie.Link], tie.IsEarlier, otherDay, price);
    }

    private static void AddLead(Series series, SeriesOccurrence occurrence, Link law, bool isEarlier, int otherDay,
        int[] price)
    {
        var (first, last) = isEarlier
            ? (series.FirstPositionFrom(otherDay - law.Max), series.LastPositionUpTo(otherDay - law.Min))
            : (series.FirstPositionFrom(otherDay + law.Min), series.LastPositionUpTo(otherDay + law.Max));
        (first, last) = (Math.Max(first, occurrence.First), Math.Min(last, occurrence.Last));
        if (first > last)
            (first, last) = (occurrence.Last + 1, occurrence.Last);
        Array.Fill(price, Never, occurrence.First, Math.Max(0, first - occurrence.First));
        for (var p = first; p <= last; p++)
        {
            var lead = isEarlier ? otherDay - series.Day[p] : series.Day[p] - otherDay;
            price[p] = Math.Min(Never, price[p] + law.Weight * Math.Abs(lead - law.Ideal));
        }
        Array.Fill(price, Never, last + 1, Math.Max(0, occurrence.Last - last));
    }

    private void AddFolds(Series series, Draft draft, int i, int[] price)
    {
        var occurrence = series.Occurrences[i];
        foreach (var tie in series.Ties)
            if (tie.Occurrence == i && !tie.IsEarlier && !draft.IsIn[tie.OtherChain] && folds[tie.Link] is { } fold)
                for (var p = occurrence.First; p <= occurrence.Last; p++)
                    price[p] = Math.Min(Never, price[p] + fold[p]);
    }

    private void Combine(Series series, UsualSlot? habit, int i, int[] price, int[] sum)
    {
        var occurrence = series.Occurrences[i];
        if (occurrence.Fixed is not null)
            return;
        var moved = occurrence.Published is null ? 0 : series.Chain.StabilityDay * series.Chain.Invitees;
        for (var p = occurrence.First; p <= occurrence.Last; p++)
            sum[p] = level[p] >= Never || price[p] >= Never ? Never : level[p] + price[p] + moved;
        if (PublishedPosition(series, occurrence) is var home && home >= occurrence.First && home <= occurrence.Last)
            sum[home] = price[home] >= Never ? Never
                : Math.Min(Never, price[home] + AtHome(series, habit, occurrence, home).Cost);
    }

    private static int PublishedPosition(Series series, SeriesOccurrence occurrence) =>
        occurrence.Published is { } published ? series.PositionOf(published.Day) : -1;

    /// <summary>On the day that was published the choice of start has a price of its own.</summary>
    private (int Cost, int Start) AtHome(Series series, UsualSlot? habit, SeriesOccurrence occurrence, int p)
    {
        var (best, start) = (Never, 0);
        for (var s = 0; s < series.Starts.Length; s++)
        {
            var slot = around.Cost[p * series.Starts.Length + s];
            var cost = slot >= Never ? Never
                : slot + OffHabit(series, habit, p, s) +
                    Surroundings.Moved(series, occurrence, series.Day[p], series.Starts[s]);
            if (cost < best)
                (best, start) = (cost, s);
        }
        return (best >= Never ? Never : best + (Noise?[p] ?? 0), start);
    }

    private (int Cost, int Last) Forward(Series series)
    {
        var positions = series.Day.Length;
        Array.Fill(reached[0], Never, 0, positions);
        (nothingYet[0], fixedValue[0], fixedDay[0]) = (0, Never, Draft.Nowhere);
        var (first, last) = (positions, -1);
        for (var i = 0; i < series.Count; i++)
        {
            var occurrence = series.Occurrences[i];
            if (occurrence.Fixed is { } slot)
            {
                PassFixed(series, i, slot.Day, first, last);
                (first, last) = (positions, -1);
                continue;
            }
            Extend(series, i, first, last);
            PassOver(positions, i, occurrence.Skip);
            Hold(occurrence, i);
            if (occurrence.First <= occurrence.Last)
                (first, last) = (Math.Min(first, occurrence.First), Math.Max(last, occurrence.Last));
        }
        return Cheapest(positions, series.Count);
    }

    /// <summary>
    /// Fills F: the occurrence is held on each position of its window after whatever is best before it.
    /// </summary>
    private void Extend(Series series, int i, int first, int last)
    {
        var occurrence = series.Occurrences[i];
        var (positions, hasFixed) = (series.Day.Length, fixedValue[i] < Never);
        var (sum, target, before) = (alone[i], ending[i], reached[i]);
        var (running, next) = (Never, first);
        for (var p = occurrence.First; p <= occurrence.Last; p++)
        {
            var upTo = Math.Min(series.LastBefore[p], last);
            if (series.SpacingIsFree)
                for (; next <= upTo; next++)
                    running = Math.Min(running, before[next]);
            if (sum[p] >= Never)
            {
                target[p] = Never;
                continue;
            }
            var best = nothingYet[i];
            if (hasFixed)
                best = Math.Min(best, AfterFixed(series, i, p));
            if (series.SpacingIsFree)
                best = Math.Min(best, running);
            else if (upTo >= first)
                best = Math.Min(best, LeastSum(before.AsSpan(first, upTo - first + 1),
                    series.BackwardSpacing.AsSpan(positions - p + first, upTo - first + 1)));
            target[p] = Math.Min(Never, sum[p] + best);
        }
    }

    private int AfterFixed(Series series, int i, int p) =>
        series.Day[p] - fixedDay[i] < Math.Max(1, series.Chain.Gap.Min) ? Never
        : Math.Min(Never, fixedValue[i] + series.SpacingBetween(p - series.Clock[fixedDay[i]]));

    /// <summary>H where the occurrence is not held.</summary>
    private void PassOver(int positions, int i, int skip)
    {
        var (before, after) = (reached[i], reached[i + 1]);
        for (var p = 0; p < positions; p++)
            after[p] = before[p] >= Never ? Never : before[p] + skip;
        nothingYet[i + 1] = Math.Min(Never, nothingYet[i] + skip);
        (fixedValue[i + 1], fixedDay[i + 1]) = (Math.Min(Never, fixedValue[i] + skip), fixedDay[i]);
    }

    /// <summary>H where the occurrence is held, when that is cheaper.</summary>
    private void Hold(SeriesOccurrence occurrence, int i)
    {
        var (target, after) = (ending[i], reached[i + 1]);
        for (var p = occurrence.First; p <= occurrence.Last; p++)
            after[p] = Math.Min(after[p], target[p]);
    }

    /// <summary>A fixed occurrence is always held: all that came before is one number afterwards.</summary>
    private void PassFixed(Series series, int i, int day, int first, int last)
    {
        var (best, origin) = (nothingYet[i], Nothing);
        var clock = series.Clock[day];
        for (var q = first; q <= last && series.Day[q] <= day - Math.Max(1, series.Chain.Gap.Min); q++)
            if (reached[i][q] < Never && reached[i][q] + series.SpacingBetween(clock - q) is var cost && cost < best)
                (best, origin) = (cost, q);
        if (fixedValue[i] < Never
            && fixedValue[i] + series.SpacingBetween(clock - series.Clock[fixedDay[i]]) is var chosen && chosen < best)
            (best, origin) = (chosen, AtFixed);
        Array.Fill(reached[i + 1], Never, 0, series.Day.Length);
        (nothingYet[i + 1], fixedValue[i + 1], fixedDay[i + 1]) = (Never, best, day);
        beforeFixed[i] = origin;
    }

    private (int Cost, int Last) Cheapest(int positions, int count)
    {
        var (best, last) = (nothingYet[count], Nothing);
        if (fixedValue[count] < best)
            (best, last) = (fixedValue[count], AtFixed);
        for (var p = 0; p < positions; p++)
            if (reached[count][p] < best)
                (best, last) = (reached[count][p], p);
        return (best, last);
    }

    private void TraceBack(Series series, UsualSlot? habit, int state)
    {
        for (var i = series.Count - 1; i >= 0; i--)
        {
            (trial[i], trialStart[i]) = (Draft.Nowhere, 0);
            if (series.Occurrences[i].Fixed is { } slot)
                (trial[i], trialStart[i], state) = (slot.Day, slot.Start, beforeFixed[i]);
            else if (state >= 0 && IsHeld(series.Occurrences[i], i, state))
            {
                (trial[i], trialStart[i]) = (series.Day[state], series.Starts[StartOn(series, habit, i, state)]);
                state = Origin(series, i, state);
            }
        }
    }

    private bool IsHeld(SeriesOccurrence occurrence, int i, int p) =>
        p >= occurrence.First && p <= occurrence.Last && ending[i][p] == reached[i + 1][p];

    private int StartOn(Series series, UsualSlot? habit, int i, int p) =>
        PublishedPosition(series, series.Occurrences[i]) == p ? AtHome(series, habit, series.Occurrences[i], p).Start
            : levelStart[p];

    private int Origin(Series series, int i, int p)
    {
        var need = ending[i][p] - alone[i][p];
        if (nothingYet[i] == need)
            return Nothing;
        if (fixedValue[i] < Never && AfterFixed(series, i, p) == need)
            return AtFixed;
        for (var q = series.LastBefore[p]; q >= 0; q--)
            if (reached[i][q] < Never && reached[i][q] + series.SpacingBetween(p - q) == need)
                return q;
        throw new InvalidOperationException("The way back through the year does not add up to the way there.");
    }

    /// <summary>
    /// Keeps, for each day of a link's later meeting, what its earlier one would cost at best while it is out.
    /// </summary>
    public void Fold(int link, Draft draft)
    {
        var law = network.Links[link];
        var (earlier, later) = (network.Series[law.Earlier.Chain], network.Series[law.Later.Chain]);
        var (a, b) = (earlier.Occurrences[law.Earlier.Occurrence], later.Occurrences[law.Later.Occurrence]);
        if (a.Fixed is not null || b.Fixed is not null)
            return;
        around.Look(earlier, draft);
        FoldAmongThose(link, draft);
    }

    /// <summary>The same, with the surroundings of the earlier chain as they were last looked at.</summary>
    public void FoldAmongThose(int link, Draft draft)
    {
        var law = network.Links[link];
        var (earlier, later) = (network.Series[law.Earlier.Chain], network.Series[law.Later.Chain]);
        var (a, b) = (earlier.Occurrences[law.Earlier.Occurrence], later.Occurrences[law.Later.Occurrence]);
        var noise = Noise;
        Noise = null;
        PriceOccurrence(earlier, draft, law.Earlier.Occurrence, own[0]);
        PriceDays(earlier, null);
        Combine(earlier, null, law.Earlier.Occurrence, own[0], alone[0]);
        Noise = noise;
        var fold = folds[link] ??= new int[later.Day.Length];
        for (var q = b.First; q <= b.Last; q++)
            fold[q] = CheapestLead(law, earlier, a, later.Day[q]);
    }

    private int CheapestLead(Link law, Series earlier, SeriesOccurrence a, int laterDay)
    {
        var best = a.Skip;
        var from = Math.Max(a.First, earlier.FirstPositionFrom(laterDay - law.Max));
        var to = Math.Min(a.Last, earlier.LastPositionUpTo(laterDay - law.Min));
        for (var p = from; p <= to; p++)
            best = Math.Min(best, alone[0][p] + law.Weight * Math.Abs(laterDay - earlier.Day[p] - law.Ideal));
        return best;
    }

    public void Unfold() => Array.Clear(folds);

    private static int LeastSum(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var least = Never;
        var j = 0;
        if (Vector.IsHardwareAccelerated && left.Length >= Vector<int>.Count)
        {
            var leasts = new Vector<int>(Never);
            ref var l = ref MemoryMarshal.GetReference(left);
            ref var r = ref MemoryMarshal.GetReference(right);
            for (; j + Vector<int>.Count <= left.Length; j += Vector<int>.Count)
                leasts = Vector.Min(leasts, Vector.LoadUnsafe(ref l, (nuint)j) + Vector.LoadUnsafe(ref r, (nuint)j));
            for (var lane = 0; lane < Vector<int>.Count; lane++)
                least = Math.Min(least, leasts[lane]);
        }
        for (; j < left.Length; j++)
            least = Math.Min(least, left[j] + right[j]);
        return least;
    }
}
