using AnnualCycle.Planning;

namespace AnnualCycle.Tests.Planning;

/// <summary>
/// The cost of a plan once more, straight from the model's definition and without a line of the planner's.
/// </summary>
internal static class SecondScorer
{
    public static (int Hard, int Medium, int Soft) Score(PlanningProblem p, IReadOnlyList<IReadOnlyList<Slot?>> slots)
    {
        int hard = 0, medium = 0, soft = 0;
        var attended = p.Resources.Select(_ => new List<(int Day, int From, int To, int Chain)>()).ToList();
        for (var c = 0; c < slots.Count; c++)
        {
            var chain = p.Chains[c];
            var open = p.Calendars[chain.Calendar].Cost;
            int? last = null;
            for (var i = 0; i < slots[c].Count; i++)
            {
                var o = chain.Occurrences[i];
                if (slots[c][i] is not { } s)
                {
                    (medium, soft) = (medium + o.SkipMedium, soft + o.SkipSoft);
                    continue;
                }
                if (open[s.Day] < 0 || s.Day < o.From || s.Day > o.To || o.Pin is { } pin && pin != s)
                    hard++;
                soft += o.Place + Math.Max(0, open[s.Day]) + chain.WeekdayCost[(s.Day + p.FirstWeekday) % 7];
                soft += chain.Starts.Single(t => t.Start == s.Start).Cost;
                if (o.Ideal is { } ideal)
                    soft += o.Weight * Math.Max(0, Math.Abs(s.Day - ideal) - o.Tolerance);
                if (last is { } before)
                {
                    hard += s.Day - before < chain.Gap.Min ? 1 : 0;
                    var openDays = open.Take(s.Day).Count(cost => cost >= 0) - open.Take(before)
                        .Count(cost => cost >= 0);
                    var off = Math.Max(0, Math.Abs(openDays - chain.Gap.Ideal) - chain.Gap.Tolerance);
                    soft += chain.Gap.Weight * off * off;
                }
                last = s.Day;
                foreach (var r in chain.Resources)
                    attended[r].Add((s.Day, s.Start, s.Start + chain.Duration, c));
            }
            if (chain.Usual is { } usual)
                soft += usual.Cost * Habits(usual, chain).Min(habit => slots[c].Count(s =>
                    s is { } held && ((held.Day + p.FirstWeekday) % 7, held.Start) != habit));
        }
        foreach (var link in p.Links)
            if (slots[link.Earlier.Chain][link.Earlier.Occurrence] is { } a
                && slots[link.Later.Chain][link.Later.Occurrence] is { } b)
            {
                hard += b.Day - a.Day < link.Min || b.Day - a.Day > link.Max ? 1 : 0;
                soft += link.Weight * Math.Abs(b.Day - a.Day - link.Ideal);
            }
        for (var r = 0; r < attended.Count; r++)
        {
            var person = p.Resources[r];
            hard += attended[r].Sum(m => person.Busy.Count(b => b.Day == m.Day && m.From < b.To && b.From < m.To));
            hard += attended[r].SelectMany((m, x) => attended[r].Take(x), (m, n) => (m, n))
                .Count(pair => pair.m.Day == pair.n.Day &&
                pair.m.From < pair.n.To + p.Buffer && pair.n.From < pair.m.To + p.Buffer);
            foreach (var day in attended[r].GroupBy(m => m.Day))
            {
                var alone = day.Count(m => p.Chains[m.Chain].Stack is null);
                var stacks = day.Select(m => p.Chains[m.Chain].Stack).OfType<int>().Distinct().Count();
                soft += p.Weights.SameDay * person.Multiplicity * (alone + stacks - 1);
            }
            foreach (var week in attended[r].GroupBy(m => (m.Day + p.FirstWeekday) / 7))
            {
                var beyond = Math.Max(0, week.Count() - person.WeekLimit);
                soft += p.Weights.WeekLoad * person.Multiplicity * beyond * (beyond + 1) / 2;
            }
        }
        return (hard, medium, soft);
    }

    private static IEnumerable<(int, int)> Habits(UsualSlot usual, Chain chain) =>
        from weekday in usual.Weekday is { } w ? [w] : Enumerable.Range(0, 5)
        from start in usual.Start is { } s ? [s] : chain.Starts.Select(t => t.Start)
        select (weekday, start);
}
