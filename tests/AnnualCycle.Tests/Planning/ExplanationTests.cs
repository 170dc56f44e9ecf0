using AnnualCycle.Planning;
using static AnnualCycle.Tests.Planning.Networks;

namespace AnnualCycle.Tests.Planning;

public class ExplanationTests
{
    private static readonly SolveBudget Short = new() { Steps = 100 };

    [Fact]
    public void A_meeting_that_cannot_be_placed_is_named_with_the_person_who_stands_in_the_way()
    {
        var week = Enumerable.Range(Day(3, 8), 5).ToList();
        var busy = week.Take(4).Select(day => new BusyTime(day, 0, 1440)).ToArray();
        var given = Chain("samråd", [0],
            Meeting(week[4], week[4]) with { Pin = new(week[4], Morning) }) with { Duration = 480 };
        var chain = Chain("styrgrupp", [0, 1], Meeting(week[0] - 2, week[4]));
        var problem = Problem([given, chain], [Person("ordföranden", busy), Person("ekonomen")]);

        var solution = Planner.Solve(problem, Short);
        var obstacles = new Obstacles(problem, solution.Slots).For(1, 0);

        Assert.Equal(1, solution.Score.Unplaced);
        Assert.Null(solution.Slots[1][0]);
        Assert.Equal([ObstacleKind.Busy, ObstacleKind.Closed, ObstacleKind.Taken],
            obstacles.Select(obstacle => obstacle.Kind));
        Assert.Equal((0, 4, 4), (obstacles[0].Resource, obstacles[0].Days.Count, obstacles[0].Alone));
        Assert.Equal((0, new OccurrenceAt(0, 0)), (obstacles[2].Resource, obstacles[2].Other));
    }

    [Fact]
    public void Meetings_too_near_and_preparatory_ones_too_late_are_obstacles_too()
    {
        var board = Chain("styrgrupp", [], Meeting(Day(3, 1), Day(3, 5)), Meeting(Day(3, 1), Day(3, 12)));
        var preparing = Chain("arbetsutskott", [], Meeting(Day(2, 22), Day(2, 26)));
        var problem = Problem([board, preparing], null, new Link(new(1, 0), new(0, 1), 7, 14, 7, 3));
        IReadOnlyList<IReadOnlyList<Slot?>> slots = [[new Slot(Day(3, 2), Morning), null],
            [new Slot(Day(2, 24), Morning)]];

        var obstacles = new Obstacles(problem, slots);

        Assert.Equal(new OccurrenceAt(0, 0), obstacles.For(0, 1)
            .Single(obstacle => obstacle.Kind == ObstacleKind.Gap).Other);
        Assert.Equal(
            [(ObstacleKind.Gap, 0), (ObstacleKind.Lead, 1)],
            obstacles.On(0, 1, Day(3, 1)).Select(obstacle => (obstacle.Kind, obstacle.Other!.Value.Chain)));
        Assert.Equal([Day(3, 11), Day(3, 12)], Enumerable.Range(Day(3, 9), 4)
            .Where(day => obstacles.On(0, 1, day).Count > 0).ToArray());
    }

    [Fact]
    public void An_alternative_costs_exactly_what_the_plan_would_cost_more_with_it()
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var problem = Generated(seed, withHabits: seed % 3 == 0);
            var solution = Planner.Solve(problem, Short);
            var alternatives = new Alternatives(problem, solution.Slots);
            for (var c = 0; c < problem.Chains.Count; c++)
                foreach (var alternative in solution.Slots[c][0] is null ? [] : alternatives.For(c, 0))
                    AssertExact(problem, solution, c, alternative);
        }
    }

    private static void AssertExact(PlanningProblem problem, Solution solution, int chain, Alternative alternative)
    {
        var slots = solution.Slots.Select(row => row.ToArray()).ToArray();
        slots[chain][0] = alternative.Slot;
        var score = ScoreSheet.Of(problem, slots).Score;

        Assert.Equal(0, score.Hard);
        Assert.Equal(alternative.Cost, score.Soft - solution.Score.Soft);
        Assert.Equal(alternative.Cost,
            alternative.Added.Sum(charge => charge.Cost) - alternative.Removed.Sum(charge => charge.Cost));
    }

    [Fact]
    public void The_nearest_days_of_a_meeting_are_its_cheapest_alternatives_and_say_why_they_cost()
    {
        var chain = Chain("styrgrupp", [0], Meeting(Day(3, 1), Day(3, 31), Day(3, 16)));
        var problem = Problem([chain]) with { Calendars = [Calendar()] };
        var solution = Planner.Solve(problem, Short);

        var alternatives = new Alternatives(problem, solution.Slots).For(0, 0);

        Assert.Equal(new Slot(Day(3, 16), Morning), solution.Slots[0][0]);
        Assert.Equal([(Day(3, 17), 8), (Day(3, 18), 16), (Day(3, 15), 18)],
            alternatives.Select(a => (a.Slot.Day, a.Cost)));
        Assert.Equal([(Terms.Weekday, 10), (Terms.Ideal, 8)],
            alternatives[2].Added.Select(charge => (charge.Term, charge.Cost)));
    }

    [Fact]
    public void Two_people_with_two_meetings_on_a_day_are_one_charge_that_names_both()
    {
        var day = Day(3, 10);
        var problem = Problem([Chain("styrgrupp", [0, 1], Meeting(day, day)),
            Chain("temagrupp", [0, 1], Meeting(day, day))]);

        var sheet = ScoreSheet.Of(problem, [[new Slot(day, Morning)], [new Slot(day, Afternoon)]]);

        var charge = sheet.Charges.Single(charge => charge.Term == Terms.SameDay);
        Assert.Equal((new OccurrenceAt(1, 0), 30, new OccurrenceAt(0, 0)), (charge.At, charge.Cost, charge.With));
        Assert.Equal([0, 1], charge.Resources);
    }
}
