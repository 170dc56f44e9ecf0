using AnnualCycle.Plans;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using NodaTime;
using TestNetwork = AnnualCycle.Testing.Network;

namespace AnnualCycle.Storage.Tests.Plans;

public sealed class PlanRoundTripTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 8, 0);

    // A running year of real charters, in which a person has used everything that a person can do.
    private static readonly Plan Lived = Live(TestNetwork.Plan(
        TestNetwork.Year(2026, TestNetwork.FiveCharters) with { From = new LocalDate(2026, 8, 15) }, steps: 20));

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_year_of_five_collaborations_comes_back_as_it_was_planned(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await StoreAsync(test, Lived);

        await using var context = test.Database.Open();
        var working = await new PlanBook(context).WorkingAsync(2026, default);
        var back = Plan.Merge([.. working.Select(revision => revision.Plan)]);

        Assert.Equal(EveryProperty.Of(Lived), EveryProperty.Of(back));
        Assert.Equal(PlanJson.Write(Lived), PlanJson.Write(back));
        Assert.All(working, revision => Assert.Equal(["calendars"], revision.Inputs.ChangedSince(
            new PlanInputs(new Dictionary<string, string> { ["charter:å"] = "1" }))));
    }

    [Fact]
    public void The_year_uses_all_that_a_plan_can_hold() => Assert.Empty(EveryProperty.LeftOut(Lived));

    private static Task StoreAsync(TestDatabase test, Plan plan) => test.Database.ChangeAsync(async context =>
    {
        foreach (var collaboration in plan.Collaborations)
        {
            var inputs = new PlanInputs(new Dictionary<string, string> { ["charter:å"] = "1", ["calendars"] = "2" });
            var text = new PlanDraftText(collaboration.Id, "plan", "test", "", inputs);
            await new PlanBook(context).SaveDraftAsync(text, plan.Slice(collaboration.Id), Now, default);
        }

        return 0;
    });

    private static Plan Live(Plan plan) => plan with
    {
        Retired = ["simba/ledningsgrupp/maj/2026-7"],
        Meetings =
        [
            .. plan.Meetings.SkipLast(1),
            plan.Meetings[^1] with
            {
                Status = MeetingStatus.Cancelled, CancelledOn = TestNetwork.Today,
                CancelReason = "Sjukdom – ”flera” är borta\n\t\\",
                Locked = true, Place = "Rådhuset, sal B\u2028", Room = "Sal 3", Video = "https://video.example/m",
                Start = new LocalTime(17, 5, 7), End = new LocalTime(18, 30),
                Agenda = ["Föregående möte", ""],
            },
        ],
        Groups = [plan.Groups[0] with { Chairs = [new ChairTerm(TestNetwork.Today, "Regionen", "Kommunerna")] }, .. plan.Groups.Skip(1)],
        Deadlines =
        [
            plan.Deadlines[0] with { Meeting = plan.Meetings[0].Id, UsefulUntil = plan.Meetings[0].Date },
            .. plan.Deadlines.Skip(1),
        ],
    };
}
