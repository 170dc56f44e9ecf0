using AnnualCycle.Plans;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TestNetwork = AnnualCycle.Testing.Network;

namespace AnnualCycle.Storage.Tests.Plans;

public sealed class PlanBookTests
{
    private const string Yaml = """
        collaboration: Nord
        charter: { document: Uppdrag }
        groups:
          - { id: rad, name: Nordrådet, meetings: [{ id: ordinarie, when: två gånger per år, line: 4 }] }
        """;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 8, 0);
    private static readonly PlanInputs Inputs = new(new Dictionary<string, string> { ["people"] = "1" });
    private static readonly Plan Year = TestNetwork.Plan(TestNetwork.Year(2027, TestNetwork.Charter(Yaml)));

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_draft_written_again_takes_its_own_place_and_each_time_is_in_the_audit_log(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await SaveDraftAsync(test, Year, "första");
        var fewer = Year with { Meetings = [Year.Meetings[0]] };

        await SaveDraftAsync(test, fewer, "andra");

        await using var context = test.Database.Open();
        var draft = Assert.Single(await context.Plans.ToListAsync());
        Assert.Equal((PlanState.Draft, null, "andra", 1),
            (draft.State, draft.Number, draft.Reason, draft.Plan.Meetings.Count));
        Assert.Equal(["första", "andra"],
            await context.Audit.OrderBy(line => line.Id).Select(line => line.Text).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_year_has_one_plan_in_force_and_the_database_itself_says_no_to_a_second(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await AddAsync(test, PlanState.Adopted, 1);

        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(test, PlanState.Proposed, 2));
        await AddAsync(test, PlanState.Draft, null);
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(test, PlanState.Draft, null));
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(test, PlanState.Superseded, 1));

        await using var context = test.Database.Open();
        Assert.Equal(1, (await new PlanBook(context).InForceAsync("nord", 2027, default))!.Number);
        Assert.Equal(2, await context.Plans.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task People_inside_work_on_the_draft_where_there_is_one_and_people_outside_never_see_it(
        Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await AddAsync(test, PlanState.Adopted, 2);
        await AddAsync(test, PlanState.Superseded, 1);
        await AddAsync(test, PlanState.Discarded, null);
        await AddAsync(test, PlanState.Draft, null);
        await AddAsync(test, PlanState.Proposed, 1, "syd");

        await using var context = test.Database.Open();
        var book = new PlanBook(context);
        Assert.Equal([("nord", PlanState.Draft), ("syd", PlanState.Proposed)],
            (await book.WorkingAsync(2027, default)).Select(plan => (plan.Collaboration, plan.State)));
        Assert.Equal([("nord", PlanState.Adopted), ("syd", PlanState.Proposed)],
            (await book.AllInForceAsync(default)).Select(plan => (plan.Collaboration, plan.State)));
        Assert.Empty(await book.WorkingAsync(2028, default));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_plan_looked_at_again_is_known_by_its_new_inputs_and_is_otherwise_as_it_was(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var plan = await AddAsync(test, PlanState.Adopted, 1);
        var newer = new PlanInputs(new Dictionary<string, string> { ["people"] = "2" });

        await test.Database.ChangeAsync(async context =>
        {
            await new PlanBook(context).SeenAsync(plan, newer, default);
            return 0;
        });

        await using var context = test.Database.Open();
        var seen = await context.Plans.SingleAsync();
        Assert.Equal((PlanState.Adopted, 1, Now), (seen.State, seen.Number, seen.Created));
        Assert.Empty(newer.ChangedSince(seen.Inputs));
        Assert.Equal(["people"], newer.ChangedSince(plan.Inputs));
    }

    private static Task SaveDraftAsync(TestDatabase test, Plan plan, string reason) =>
        test.Database.ChangeAsync(context => new PlanBook(context).SaveDraftAsync(
            new PlanDraftText("nord", "plan", "test", reason, Inputs), plan, Now, default));

    private static Task<PlanRevision> AddAsync(TestDatabase test, PlanState state, int? number, string id = "nord") =>
        test.Database.ChangeAsync(context => Task.FromResult(context.Plans.Add(new PlanRevision
        {
            Collaboration = id, Year = 2027, Number = number, State = state, Plan = Year, Reason = "", Inputs = Inputs,
            Created = Now, CreatedBy = "test",
        }).Entity));
}
