using AnnualCycle.Storage.Jobs;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Tests.Jobs;

public sealed class DoneOnceTests
{
    private static readonly Instant Night = Instant.FromUtc(2026, 11, 22, 1, 30);
    private static readonly TimeProvider Clock = new Stopped();

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private const string LocksHere = """
        pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())
        """;

    private const string WaitersHere = """
        select count(*)::int as "Value" from pg_stat_activity
        where datname = current_database() and query like '%pg_advisory_lock%' and pid <> pg_backend_pid()
        """;

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Two_that_begin_the_same_nights_work_at_once_do_it_once(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (one, other) = Nodes(test.Database);
        var done = 0;
        Task<bool> second = Task.FromResult(true);

        var first = await one.DoAsync("natt", Night, async () =>
        {
            second = other.DoAsync("natt", Night, Work, Clock, default);
            await Task.WhenAny(second, WaitingAsync(test.Database));
            return await Work();
        }, Clock, default);

        Assert.Equal((true, false, 1), (first, await second, done));
        var run = Assert.Single(await RunsAsync(test));
        Assert.Equal(("natt", Night, "a", "3 utkast"), (run.Job, run.Scheduled, run.Node, run.Outcome));

        Task<string?> Work()
        {
            Interlocked.Increment(ref done);
            return Task.FromResult<string?>("3 utkast");
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Work_that_fails_is_not_written_down_and_is_done_next_time(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (one, other) = Nodes(test.Database);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            one.DoAsync("natt", Night, () => throw new TimeoutException(), Clock, default));

        Assert.Empty(await RunsAsync(test));
        Assert.True(await other.DoAsync("natt", Night, () => Task.FromResult<string?>("klart"), Clock, default));
        Assert.False(await one.DoAsync("natt", Night, () => Task.FromResult<string?>("klart"), Clock, default));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_night_and_another_work_are_done_for_themselves(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (node, _) = Nodes(test.Database);

        Assert.True(await node.DoAsync("natt", Night, () => Task.FromResult<string?>(""), Clock, default));
        Assert.True(await node.DoAsync(
            "natt", Night + Duration.FromDays(1), () => Task.FromResult<string?>(""), Clock, default));
        Assert.True(await node.DoAsync("post", Night, () => Task.FromResult<string?>(""), Clock, default));
        Assert.Equal(3, (await RunsAsync(test)).Count);
    }

    [Fact]
    public async Task A_node_that_dies_in_the_middle_frees_the_work_for_another()
    {
        await using var test = await TestDatabase.CreateAsync(Provider.PostgreSql);
        var (dying, living) = Nodes(test.Database);
        var held = await dying.HoldAsync("natt", default);
        var waits = Task.Run(() => living.DoAsync("natt", Night, () => Task.FromResult<string?>("klart"), Clock, default));
        await WaitingAsync(test.Database);
        Assert.False(waits.IsCompleted);

        await using var context = test.Database.Open();
        await context.Database.ExecuteSqlRawAsync($"select pg_terminate_backend(pid) from {LocksHere} and granted");

        Assert.True(await waits);
        await held.DisposeAsync();
        await using var again = await dying.HoldAsync("natt", default);
    }

    [Fact]
    public async Task A_node_that_is_stopped_while_it_waits_leaves_nothing_behind()
    {
        await using var test = await TestDatabase.CreateAsync(Provider.PostgreSql);
        var (holder, stopped) = Nodes(test.Database);
        using var stop = new CancellationTokenSource();
        await using (await holder.HoldAsync("natt", default))
        {
            var waits = Task.Run(() => stopped.HoldAsync("natt", stop.Token));
            await WaitingAsync(test.Database);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        }

        // Its connection closes; the server needs a moment to see it.
        await using var context = test.Database.Open();
        await Patience.UntilAsync(async () => await CountAsync(context, WaitersHere) == 0,
            () => "the connection that waited to be closed", Limit);
        await using var again = await stopped.HoldAsync("natt", default);
    }

    // Two nodes share PostgreSQL; with SQLite the service is alone with its folder.
    private static (DoneOnce One, DoneOnce Other) Nodes(Database database)
    {
        var one = new DoneOnce(database, "a");
        return (one, database.Provider == Provider.Sqlite ? one : new DoneOnce(database, "b"));
    }

    // Ends when somebody waits for a lock; who waits inside of this process cannot be seen, and is at once there.
    private static async Task WaitingAsync(Database database)
    {
        await using var context = database.Open();
        await Patience.UntilAsync(async () => database.Provider == Provider.Sqlite
            || await CountAsync(context, $"select count(*)::int as \"Value\" from {LocksHere} and not granted") > 0,
            () => "somebody who waits for a lock", Limit);
    }

    private static Task<int> CountAsync(AnnualCycleContext context, string sql) =>
        context.Database.SqlQueryRaw<int>(sql).SingleAsync();

    private static async Task<IReadOnlyList<JobRun>> RunsAsync(TestDatabase test)
    {
        await using var context = test.Database.Open();
        return await context.JobRuns.ToListAsync();
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 1, 31, 0, TimeSpan.Zero);
    }
}
