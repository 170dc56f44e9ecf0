using AnnualCycle.Plans;
using AnnualCycle.Testing;

namespace AnnualCycle.Tests.Plans;

public sealed class SliceTests
{
    private static readonly Plan Whole = Network.Plan(Network.Year(2026, [.. Network.FiveCharters]) with { From = Network.Today.PlusDays(1) });

    private static List<Plan> Slices => [.. Whole.Collaborations.Select(own => Whole.Slice(own.Id))];

    [Fact]
    public void The_five_collaborations_parts_make_the_same_plan_in_whatever_order_they_come() =>
        Assert.Equal(PlanJson.Write(Whole), PlanJson.Write(Plan.Merge([.. Slices.AsEnumerable().Reverse()])));

    [Fact]
    public void A_part_has_only_what_is_its_collaborations()
    {
        var samla = Whole.Slice("samla");
        Assert.Equal("samla", Assert.Single(samla.Collaborations).Id);
        Assert.NotEmpty(samla.AssumedHeld);
        Assert.All(samla.Meetings.Concat(samla.AssumedHeld), meeting => Assert.StartsWith("samla/", meeting.Id, StringComparison.Ordinal));
        Assert.All(samla.Questions, question => Assert.Equal("samla", question.Group.Split('/')[0]));
    }

    [Fact]
    public void Parts_of_different_plannings_have_no_common_proof()
    {
        var other = Whole.Slice("simba") with { Score = new PlanScore(0, 2, 5, 5, 0) };
        var merged = Plan.Merge([Whole.Slice("samla"), other]);
        Assert.Equal((2, (int?)null, (int?)null), (merged.Score.Unplaced, merged.Score.LowerBound, merged.Score.Gap));
    }

    [Fact]
    public void Parts_of_different_years_are_no_plan() =>
        Assert.Throws<ArgumentException>(() => Plan.Merge([Whole, Whole with { Year = 2027 }]));
}
