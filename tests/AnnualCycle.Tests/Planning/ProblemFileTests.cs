using System.Text;
using AnnualCycle.Planning;
using static AnnualCycle.Tests.Planning.Networks;

namespace AnnualCycle.Tests.Planning;

public class ProblemFileTests
{
    private static string Json(PlanningProblem problem) => Encoding.UTF8.GetString(ProblemFile.Write(problem));

    private static IReadOnlyList<Mistake> MistakesIn(string json) =>
        ProblemFile.Read("problem.json", Encoding.UTF8.GetBytes(json)).Mistakes;

    [Theory]
    [InlineData(false, "arshjul-problem/1"), InlineData(true, "arshjul-problem/2")]
    public void A_problem_survives_the_way_through_its_file(bool withHabits, string format)
    {
        var problem = Generated(12, withHabits);

        var bytes = ProblemFile.Write(problem);
        var (read, mistakes) = ProblemFile.Read("problem.json", bytes);

        Assert.Empty(mistakes);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Json(read!));
        Assert.StartsWith($"{{\"format\":\"{format}\"", Json(read!), StringComparison.Ordinal);
        Assert.Equal(withHabits, problem.Chains.Any(chain => chain.Usual is not null));
    }

    [Fact]
    public void Pins_and_published_slots_survive_too()
    {
        var meeting = Meeting(10, 20) with { Pin = new(12, 540), Published = new(13, 780), PinFree = new(9, 600) };
        var (read, _) = ProblemFile.Read("problem.json",
            ProblemFile.Write(Problem([Chain("styrgrupp", [2], meeting)])));

        Assert.Equal(meeting, read!.Chains[0].Occurrences[0]);
    }

    [Fact]
    public void Every_mistake_in_a_problem_is_told_at_once_with_its_place()
    {
        var json = Json(Problem([Chain("styrgrupp", [0], Meeting(10, 20)), Chain("temagrupp", [1], Meeting(30, 40))]))
            .Replace("\"res\":[1]", "\"res\":[7]", StringComparison.Ordinal)
            .Replace("\"to\":20", "\"to\":400", StringComparison.Ordinal)
            .Replace("\"buffer\":15,", "\"buffer\":-1,", StringComparison.Ordinal)
            .Replace("\"dur\":120,", "", StringComparison.Ordinal);

        var mistakes = MistakesIn(json).Select(mistake => mistake.ToString()).ToList();

        Assert.Equal(5, mistakes.Count);
        Assert.Contains("problem.json:11: chains[0].occ[0].to: 400 är inte ett heltal från 0 till 364", mistakes);
        Assert.Contains("problem.json:12: chains[1].res[0]: 7 är inte ett heltal från 0 till 2", mistakes);
        Assert.Contains("problem.json:2: buffer: -1 är inte ett heltal från 0 till 1440", mistakes);
        Assert.Contains("problem.json:11: chains[0]: ”dur” saknas", mistakes);
        Assert.Contains("problem.json:12: chains[1]: ”dur” saknas", mistakes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("null")]
    [InlineData("{\"format\":\"arshjul-problem/1\",\"chains\":[[]],\"links\":[1],\"days\":\"många\"}")]
    [InlineData("{\"format\":\"arshjul-problem/1\",\"calendars\":[{\"id\":\"a\",\"cost\":[1]}]," +
        "\"links\":[{\"a\":[0,0],\"b\":[0,0]}]}")]
    public void A_file_that_is_no_problem_is_a_mistake_and_never_a_crash(string json)
    {
        var (problem, mistakes) = ProblemFile.Read("problem.json", Encoding.UTF8.GetBytes(json));

        Assert.Null(problem);
        Assert.NotEmpty(mistakes);
    }

    [Fact]
    public void A_problem_with_something_cut_out_anywhere_is_read_or_told_but_never_a_crash()
    {
        var json = ProblemFile.Write(Generated(5, withHabits: true));
        var dice = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var (at, length) = (dice.Next(json.Length), 1 + dice.Next(20));
            byte[] damaged = [.. json.Take(at), .. json.Skip(at + length)];
            var (problem, mistakes) = ProblemFile.Read("problem.json", damaged);
            Assert.Equal(problem is null, mistakes.Count > 0);
        }
    }

    [Fact]
    public void A_solution_says_problem_score_and_slots()
    {
        var solution = new Solution("samverkan", [[new Slot(10, 540), null]], new(0, 1, 38), 12, 26, 100, false,
            [null]);

        Assert.Equal(
            """{"problem":"samverkan","hard":0,"unplaced":1,"soft":38,"lowerBound":12,""" +
            "\"gap\":26,\"steps\":100,\"cut\":false,\"slots\":[[[10,540],null]]}\n",
            Encoding.UTF8.GetString(SolutionFile.Write(solution)));
        Assert.Equal(
            """{"hard":0,"unplaced":1,"soft":38,"lowerBound":null,"gap":null,"steps":100,"cut":false}""" + "\n",
            Encoding.UTF8.GetString(SolutionFile.WriteSummary(solution with { LowerBound = null, Gap = null })));
    }
}
