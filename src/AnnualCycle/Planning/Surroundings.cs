namespace AnnualCycle.Planning;

// Over 60 lines and in plain loops because it is run for every series that the search touches: what a hundred other
// meetings do to one chain has to be known in microseconds.

/// <summary>What all other meetings make of each slot for one chain: forbidden, or dearer by so many points.</summary>
internal sealed class Surroundings(Network network)
{
    private readonly PlanningProblem problem = network.Problem;
    private readonly Resource[] people = [.. network.Problem.Resources];
    private readonly int[] weekOf = network.WeekOfDay;
    private readonly int[] dayStamp = new int[network.Problem.Days];
    private readonly int[] mateStamp = new int[network.Problem.Days];
    private readonly int[] weekCount = new int[network.Weeks];
    private readonly int[] ownWeekCount = new int[network.Weeks];
    private readonly int[] extraByDay = new int[network.Problem.Days];
    private readonly int[] extraByWeek = new int[network.Weeks];
    private readonly int[][] weekCountOf =
        [.. Enumerable.Range(0, network.Series.Select(s => s.Chain.Resources.Count).DefaultIfEmpty().Max())
            .Select(_ => new int[network.Weeks])];
    private int stamp;
    private bool seesFixed;

    /// <summary>By position and start of the chain last looked at.</summary>
    public int[] Cost { get; } = new int[network.Series.Select(series => series.Taste.Length).DefaultIfEmpty().Max()];

    /// <summary>Looks at everything but the chain itself.</summary>
    /// <param name="seesFixed">Whether fixed meetings of chains that are out count: when placing, yes; when adding up,
    /// no.</param>
    public void Look(Series series, Draft draft, bool seesFixed = true)
    {
        this.seesFixed = seesFixed;
        series.Taste.CopyTo(Cost, 0);
        Array.Clear(extraByDay);
        Array.Clear(extraByWeek);
        for (var index = 0; index < series.Resources.Length; index++)
            LookAtResource(series, draft, series.Resources[index], weekCountOf[index]);
        for (var position = 0; position < series.Day.Length; position++)
            Raise(series, position, extraByDay[series.Day[position]] + extraByWeek[weekOf[series.Day[position]]]);
    }

    /// <summary>The chain has the year to itself.</summary>
    public void LookAtNobody(Series series)
    {
        seesFixed = false;
        series.Taste.CopyTo(Cost, 0);
        Array.Clear(extraByDay);
        Array.Clear(extraByWeek);
    }

    private void Raise(Series series, int position, int extra)
    {
        if (extra == 0)
            return;
        var slots = Cost.AsSpan(position * series.Starts.Length, series.Starts.Length);
        for (var s = 0; s < slots.Length; s++)
            if (slots[s] < Series.Never)
                slots[s] += extra;
    }

    private void LookAtResource(Series series, Draft draft, int resource, int[] weekCountKept)
    {
        stamp++;
        Array.Clear(weekCount);
        var person = people[resource];
        var sameDay = person.Multiplicity * problem.Weights.SameDay;
        foreach (var c in network.ChainsOf[resource])
            if (c != series.Index)
                LookAtChain(series, draft, network.Series[c], sameDay);
        for (var week = 0; week < network.Weeks; week++)
            extraByWeek[week] += person.Multiplicity * problem.Weights.WeekLoad *
                Math.Max(0, weekCount[week] + 1 - person.WeekLimit);
        weekCount.CopyTo(weekCountKept, 0);
    }

    private void LookAtChain(Series series, Draft draft, Series other, int sameDay)
    {
        var isIn = draft.IsIn[other.Index];
        if (!isIn && !(seesFixed && other.HasFixed))
            return;
        var isMate = series.Stack >= 0 && other.Stack == series.Stack;
        var days = draft.Day[other.Index];
        for (var i = 0; i < days.Length; i++)
        {
            var day = days[i];
            if (day == Draft.Nowhere || !isIn && other.Occurrences[i].Fixed is null)
                continue;
            weekCount[weekOf[day]]++;
            CountOnDay(day, isMate, sameDay);
            Forbid(series, other, day, draft.Start[other.Index][i]);
        }
    }

    /// <summary>The first meeting on a day makes the next one dearer, unless both belong to one stack.</summary>
    private void CountOnDay(int day, bool isMate, int sameDay)
    {
        if (dayStamp[day] != stamp)
        {
            dayStamp[day] = stamp;
            extraByDay[day] += isMate ? 0 : sameDay;
        }
        else if (isMate && mateStamp[day] != stamp)
            extraByDay[day] -= sameDay;
        if (isMate)
            mateStamp[day] = stamp;
    }

    private void Forbid(Series series, Series other, int day, int start)
    {
        var position = series.PositionOf(day);
        if (position < 0)
            return;
        for (var s = 0; s < series.Starts.Length; s++)
            if (start < series.Starts[s] + series.Duration + problem.Buffer &&
                series.Starts[s] < start + other.Duration + problem.Buffer)
                Cost[position * series.Starts.Length + s] = Series.Never;
    }

    /// <summary>
    /// What the chain's present meetings cost among those last looked at; <see cref="Series.Never"/> when they cannot
    /// stand.
    /// </summary>
    public int Evaluate(Series series, Draft draft)
    {
        var total = 0L;
        var days = draft.Day[series.Index];
        var starts = draft.Start[series.Index];
        var previous = Draft.Nowhere;
        for (var i = 0; i < days.Length; i++)
        {
            if (days[i] == Draft.Nowhere)
            {
                total += series.Occurrences[i].Skip;
                continue;
            }
            total += AtSlot(series, i, days[i], starts[i]);
            if (previous >= 0)
                total += Following(series, previous, i, days);
            previous = i;
        }
        foreach (var tie in series.Ties)
            total += TieCost(series, draft, tie, days[tie.Occurrence]);
        total += HabitCost(series, days, starts);
        if (series.OwnWeekMayRepeat)
            total += OwnWeeks(series, days);
        return (int)Math.Min(total, Series.Never);
    }

    /// <summary>Cost of one occurrence in a slot, alone: taste, people, window and what was published.</summary>
    public int AtSlot(Series series, int i, int day, int start)
    {
        var occurrence = series.Occurrences[i];
        var position = series.PositionOf(day);
        if (occurrence.Fixed is not null)
            return extraByDay[day] + extraByWeek[weekOf[day]];
        var s = Array.IndexOf(series.Starts, start);
        var cost = Cost[position * series.Starts.Length + s];
        return cost >= Series.Never ? Series.Never
            : cost + occurrence.Cost[position - occurrence.First] + Moved(series, occurrence, day, start);
    }

    public static int Moved(Series series, SeriesOccurrence occurrence, int day, int start) =>
        occurrence.Published is not { } published ? 0
        : published.Day != day ? series.Chain.StabilityDay * series.Chain.Invitees
        : published.Start != start ? series.Chain.StabilityTime * series.Chain.Invitees
        : 0;

    public static int Following(Series series, int previous, int i, int[] days)
    {
        var bothFixed = series.Occurrences[previous].Fixed is not null && series.Occurrences[i].Fixed is not null;
        return !bothFixed && days[i] - days[previous] < Math.Max(1, series.Chain.Gap.Min) ? Series.Never
            : series.SpacingBetween(series.Clock[days[i]] - series.Clock[days[previous]]);
    }

    /// <summary>Cost of a tie with the chain's meeting on a day; 0 when the other end does not stand.</summary>
    public int TieCost(Series series, Draft draft, Tie tie, int day)
    {
        var otherDay = OtherDay(draft, tie);
        if (day == Draft.Nowhere || otherDay == Draft.Nowhere)
            return 0;
        var cost = network.LeadCost(tie.Link, tie.IsEarlier ? otherDay - day : day - otherDay);
        var bothFixed = series.Occurrences[tie.Occurrence].Fixed is not null &&
            network.Series[tie.OtherChain].Occurrences[tie.OtherOccurrence].Fixed is not null;
        return cost >= Series.Never && bothFixed ? 0 : cost;
    }

    /// <summary>The day on which the other end of a tie stands, or <see cref="Draft.Nowhere"/>.</summary>
    public int OtherDay(Draft draft, Tie tie)
    {
        var other = network.Series[tie.OtherChain].Occurrences[tie.OtherOccurrence];
        var stands = draft.IsIn[tie.OtherChain] || seesFixed && other.Fixed is not null;
        return stands ? draft.Day[tie.OtherChain][tie.OtherOccurrence] : Draft.Nowhere;
    }

    private int HabitCost(Series series, int[] days, int[] starts) =>
        series.Habits.Count == 0 ? 0
            : OffHabit(series, PresentHabit(series, days, starts), days, starts) * series.Habits[0].Cost;

    /// <summary>Place among the series' habits of the one that fewest of its meetings are off.</summary>
    public int PresentHabit(Series series, int[] days, int[] starts)
    {
        var (best, fewest) = (0, int.MaxValue);
        for (var h = 0; h < series.Habits.Count; h++)
            if (OffHabit(series, h, days, starts) is var off && off < fewest)
                (best, fewest) = (h, off);
        return best;
    }

    private int OffHabit(Series series, int h, int[] days, int[] starts)
    {
        var habit = series.Habits[h];
        var off = 0;
        for (var i = 0; i < days.Length; i++)
            if (days[i] != Draft.Nowhere && (problem.WeekdayOf(days[i]) != habit.Weekday || starts[i] != habit.Start))
                off++;
        return off;
    }

    /// <summary>What two own meetings in a week cost together beyond what each costs alone.</summary>
    private int OwnWeeks(Series series, int[] days)
    {
        Array.Clear(ownWeekCount);
        foreach (var day in days)
            if (day != Draft.Nowhere)
                ownWeekCount[weekOf[day]]++;
        var cost = 0;
        for (var index = 0; index < series.Resources.Length; index++)
            for (var week = 0; week < network.Weeks; week++)
                if (ownWeekCount[week] > 1)
                    cost += JointLoad(people[series.Resources[index]], weekCountOf[index][week], ownWeekCount[week]);
        return cost;
    }

    private int JointLoad(Resource person, int others, int own)
    {
        var cost = 0;
        for (var j = 2; j <= own; j++)
            cost += Math.Max(0, others + j - person.WeekLimit) - Math.Max(0, others + 1 - person.WeekLimit);
        return cost * person.Multiplicity * problem.Weights.WeekLoad;
    }
}
