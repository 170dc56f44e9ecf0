using AnnualCycle.Planning;
using static AnnualCycle.Tests.Planning.Networks;

namespace AnnualCycle.Tests.Planning;

public class PlannerTests
{
    private static readonly SolveBudget Short = new() { Steps = 150, UntilProven = false };

    private static int Scalar(Solution solution) => 50_000 * solution.Score.Unplaced + solution.Score.Soft;

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6),
        InlineData(7)]
    public void One_groups_year_is_the_best_of_all_years_without_any_search(int seed)
    {
        var dice = new Random(seed);
        var first = Day(2, 1) + dice.Next(20);
        var chain = Chain("styrgrupp", [0, 1],
            Meeting(first, first + 13), Meeting(first + 7, first + 20, first + 12),
                Meeting(first + 10, first + 23, null, dice.Next(2), 60)) with
        {
            Gap = new(5 + dice.Next(8), 3 + dice.Next(8), dice.Next(2), dice.Next(3)),
            Usual = dice.Next(2) == 0 ? new(null, null) : null,
        };
        var problem = Problem([chain], [Person("a", new BusyTime(first + 3, 500, 700)), Person("b")]);

        var solution = Planner.Solve(problem, new SolveBudget { Steps = 0 });

        Assert.Equal(EveryPlan.Best(problem), Scalar(solution));
        Assert.Equal(0, solution.Gap);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Two_groups_with_the_same_people_get_the_best_year_and_the_bound_stays_below_it(int seed)
    {
        var dice = new Random(seed);
        var first = Day(3, 1) + dice.Next(10);
        var board = Chain("styrgrupp", [0, 1], Meeting(first + 7, first + 13), Meeting(first + 14, first + 18));
        var preparing = Chain("arbetsutskott", [1, 2], Meeting(first, first + 8),
            Meeting(first + 7, first + 12)) with { Gap = new(7, 20, 0, 0) };
        var problem = Problem([board, preparing], null, new Link(new(1, 0), new(0, 0), 3, 10, 7, 3),
            new Link(new(1, 1), new(0, 1), 3, 10, 7, 3));

        var solution = Planner.Solve(problem, Short with { Seed = seed + 1 });

        var best = EveryPlan.Best(problem);
        Assert.Equal(best, Scalar(solution));
        Assert.InRange(solution.LowerBound!.Value, 0, best);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void No_year_of_any_network_breaks_a_hard_rule_and_its_score_is_what_the_model_says(bool withHabits)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var problem = Generated(seed, withHabits);
            var solution = Planner.Solve(problem, Short with { Steps = 60 });

            Assert.Equal(0, solution.Score.Hard);
            Assert.Equal(SecondScorer.Score(problem, solution.Slots),
                (solution.Score.Hard, solution.Score.Unplaced, solution.Score.Soft));
            Assert.True(solution.LowerBound <= solution.Score.Soft, $"network {seed}");
        }
    }

    [Fact]
    public void The_account_agrees_with_the_model_even_for_years_that_break_rules()
    {
        var dice = new Random(7);
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = Generated(seed, withHabits: seed % 2 == 0);
            var slots = problem.Chains.Select(chain => (IReadOnlyList<Slot?>)[.. chain.Occurrences.Select(_ =>
                dice.Next(5) == 0 ? (Slot?)null
                    : new Slot(OpenDay(dice), chain.Starts[dice.Next(chain.Starts.Count)].Start))]).ToList();

            var sheet = ScoreSheet.Of(problem, slots);

            Assert.Equal(SecondScorer.Score(problem, slots),
                (sheet.Score.Hard, sheet.Score.Unplaced, sheet.Score.Soft));
            Assert.Equal(sheet.Score.Soft, sheet.ByTerm().Values.Sum());
        }
    }

    private static int OpenDay(Random dice)
    {
        var calendar = Calendar();
        while (true)
            if (dice.Next(60) * 6 is var day && calendar.IsOpen(day))
                return day;
    }

    [Fact]
    public void The_same_seed_and_steps_give_the_same_bytes_and_a_longer_search_begins_like_a_shorter_one()
    {
        var problem = Generated(3, withHabits: true);

        var once = SolutionFile.Write(Planner.Solve(problem, Short));
        var again = SolutionFile.Write(Planner.Solve(problem, Short));
        var rounds = 0;
        var stopped = SolutionFile.Write(Planner.Solve(problem,
            new SolveBudget { UntilProven = false, Stop = () => rounds++ >= 150 }));

        Assert.Equal(once, again);
        Assert.Equal(once, stopped);
    }

    [Fact]
    public void A_search_that_is_interrupted_says_so()
    {
        var solution = Planner.Solve(Generated(3), Short with { Stop = () => true });

        Assert.True(solution.Cut);
        Assert.Equal(0, solution.Steps);
    }

    [Fact]
    public void A_group_without_a_usual_weekday_gets_the_one_that_suits_its_year()
    {
        var chain = Chain("nätverk", [0], Meeting(Day(2, 8), Day(2, 12)), Meeting(Day(3, 8), Day(3, 12)),
            Meeting(Day(4, 12), Day(4, 16))) with
        {
            WeekdayCost = [4, 0, 0, 0, 4], Gap = new(7, 24, 2, 1), Usual = new(null, null),
        };
        var busy = new[] { Day(2, 9), Day(2, 11), Day(3, 9), Day(4, 15) }.Select(day => new BusyTime(day, 0, 1440))
            .ToArray();

        var solution = Planner.Solve(Problem([chain], [Person("ordföranden", busy)]), new SolveBudget());

        Assert.Equal(new UsualSlot(2, Morning), solution.Usual[0]);
        Assert.All(solution.Slots[0], slot => Assert.Equal(2, (slot!.Value.Day + FirstWeekday) % 7));
    }

    [Fact]
    public void Pinned_meetings_stay_and_the_others_keep_clear_of_them()
    {
        var given = Chain("samråd", [0], Meeting(Day(3, 1), Day(3, 31)) with { Pin = new(Day(3, 10), Morning) });
        var planned = Chain("styrgrupp", [0], Meeting(Day(3, 10), Day(3, 10)), Meeting(Day(3, 15), Day(3, 26)));

        var solution = Planner.Solve(Problem([given, planned]), Short);

        Assert.Equal(new Slot(Day(3, 10), Morning), solution.Slots[0][0]);
        Assert.Equal(new Slot(Day(3, 10), Afternoon), solution.Slots[1][0]);
        Assert.Equal(new Score(0, 0, solution.Score.Soft), solution.Score);
    }

    [Theory]
    [InlineData(Morning, Morning + 120 + 14, false), InlineData(Morning, Morning + 120 + 15, true)]
    [InlineData(Afternoon, Afternoon - 120 - 14, false), InlineData(Afternoon, Afternoon - 120 - 15, true)]
    public void Somebody_in_two_groups_on_a_day_has_the_quarter_of_an_hour_it_takes_to_get_there(int given, int start,
        bool isHeld)
    {
        var theOther = Chain("samråd", [0], Meeting(Day(3, 10), Day(3, 10)) with { Pin = new(Day(3, 10), given) });
        var planned = Chain("styrgrupp", [0], Meeting(Day(3, 10), Day(3, 10))) with { Starts = [new(start, 0)] };

        Assert.Equal(isHeld ? 0 : 1, Planner.Solve(Problem([theOther, planned]), Short).Score.Unplaced);
    }

    [Fact]
    public void A_persons_own_choice_on_a_closed_day_is_kept_and_counts_as_no_break()
    {
        var saturday = new Slot(Day(5, 8), 8 * 60);
        var chain = Chain("internat", [0], Meeting(Day(4, 1), Day(4, 30)),
            Meeting(Day(6, 1), Day(6, 30)) with { PinFree = saturday },
            Meeting(Day(5, 10), Day(6, 30)));

        var solution = Planner.Solve(Problem([chain]), Short);

        Assert.Equal(saturday, solution.Slots[0][1]);
        Assert.Equal(0, solution.Score.Hard);
        Assert.Equal(0, solution.Score.Unplaced);
        Assert.True(solution.Slots[0][2]!.Value.Day >= saturday.Day + 7);
    }

    [Fact]
    public void A_published_meeting_stays_unless_moving_it_is_worth_more_than_the_bother()
    {
        var published = new Slot(Day(3, 17), Afternoon);
        var chain = Chain("styrgrupp", [0], Meeting(Day(3, 1), Day(3, 31), Day(3, 16)) with { Published = published });

        Assert.Equal(published, Planner.Solve(Problem([chain]), Short).Slots[0][0]);

        var isBusy = Person("ordföranden", new BusyTime(published.Day, 0, 1440));
        Assert.Equal(Day(3, 16), Planner.Solve(Problem([chain], [isBusy]), Short).Slots[0][0]!.Value.Day);
    }
}
