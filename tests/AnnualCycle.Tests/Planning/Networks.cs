using AnnualCycle.Planning;

namespace AnnualCycle.Tests.Planning;

/// <summary>Small collaborations of 2027 to plan: 1 January is a Friday, weekends and July are closed.</summary>
internal static class Networks
{
    public const int FirstWeekday = 4;
    public const int Morning = 9 * 60;
    public const int Afternoon = 13 * 60;

    public static int Day(int month, int day) => new DateOnly(2027, month, day).DayOfYear - 1;

    public static PlanningCalendar Calendar(Func<int, int>? cost = null) => new("2027",
        [.. Enumerable.Range(0, 365).Select(day =>
            (day + FirstWeekday) % 7 > 4 || day >= Day(7, 1) && day <= Day(7, 31) ? PlanningCalendar.Closed
                : cost?.Invoke(day) ?? 0)]);

    public static Resource Person(string id, params BusyTime[] busy) => new(id, 1, 3, busy);

    public static Occurrence Meeting(int from, int to, int? ideal = null, int skipMedium = 1, int skipSoft = 0) => new()
    {
        Id = $"{from}-{to}", From = from, To = to, Ideal = ideal, Weight = ideal is null ? 0 : 8,
        SkipMedium = skipMedium, SkipSoft = skipSoft,
    };

    public static Chain Chain(string group, int[] people, params Occurrence[] occurrences) => new()
    {
        Id = group, Group = group, Calendar = 0, Invitees = 5, Resources = people, Duration = 120,
        Starts = [new(Morning, 0), new(Afternoon, 3)], WeekdayCost = [10, 0, 0, 0, 14],
        Gap = new(7, 20, 1, 1), StabilityDay = 6, StabilityTime = 2, Occurrences = occurrences,
    };

    public static PlanningProblem Problem(IReadOnlyList<Chain> chains, IReadOnlyList<Resource>? people = null,
        params Link[] links) => new()
    {
        Name = "samverkan", Year = 2027, Days = 365, FirstWeekday = FirstWeekday, Buffer = 15, Weights = new(),
        Calendars = [Calendar(day => day % 11 == 0 ? 30 : 0)],
        Resources = people ?? [Person("ordföranden"), Person("processledaren"), Person("ekonomen")],
        Chains = chains, Links = links,
    };

    /// <summary>
    /// A network as chance will have it, in every other one the same day costing nothing: shared people, stacks,
    /// windows, optional meetings, preparatory ones, habits.
    /// </summary>
    public static PlanningProblem Generated(int seed, bool withHabits = false)
    {
        var dice = new Random(seed);
        var people = Enumerable.Range(0, 6).Select(r => new Resource($"person{r}", 1 + dice.Next(3), 1 + dice.Next(3),
            [.. Enumerable.Range(0, dice.Next(3)).Select(_ => new BusyTime(dice.Next(365), 480, 1020))])).ToList();
        var chains = Enumerable.Range(0, 3 + dice.Next(5)).Select(c => GeneratedChain(dice, c, withHabits)).ToList();
        var links = Enumerable.Range(0, Math.Min(chains[0].Occurrences.Count, chains[1].Occurrences.Count))
            .Select(i => new Link(new(1, i), new(0, i), 7, 21, 14, 3)).ToArray();
        return Problem(chains, people, links) with { Weights = new(SameDay: seed % 2 == 0 ? 0 : 15) };
    }

    private static Chain GeneratedChain(Random dice, int c, bool withHabits)
    {
        var count = 2 + dice.Next(4);
        var length = 365 / count;
        var occurrences = Enumerable.Range(0, count).Select(i => Meeting(
            dice.Next(2) == 0 ? 0 : i * length, dice.Next(2) == 0 ? 364 : i * length + length - 1,
            dice.Next(3) == 0 ? i * length + 30 : null, dice.Next(4) == 0 ? 0 : 1, 50 + dice.Next(100))).ToArray();
        return Chain($"grupp{c}", [.. Enumerable.Range(0, 6).Where(_ => dice.Next(2) == 0)], occurrences) with
        {
            Starts = [new(Morning, 0), new(Morning + 110 + 5 * dice.Next(6), 2), new(Afternoon, 3)],
            Stack = dice.Next(4) == 0 ? 1 : null,
            Gap = new(7 + dice.Next(20), 200 / count, 2, dice.Next(2)),
            Usual = withHabits && dice.Next(2) == 0 ? new(dice.Next(2) == 0 ? null : dice.Next(5), null) : null,
        };
    }
}
