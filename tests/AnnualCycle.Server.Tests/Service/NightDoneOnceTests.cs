using AnnualCycle.Storage;
using AnnualCycle.Storage.Jobs;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Tests.Service;

public sealed class NightDoneOnceTests
{
    private static readonly Instant Night = Instant.FromUtc(2027, 3, 10, 2, 0);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_night_that_was_done_is_not_done_again_when_the_clock_is_set_back(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (nights, worked) = (new DoneOnce(test.Database, "nod"), 0);
        Task<bool> Do(Instant due, Instant now) => nights.DoAsync("natt", due, () =>
        {
            worked++;
            return Task.FromResult<string?>("klart");
        }, new ClockAt(now), CancellationToken.None);

        Assert.True(await Do(Night, Night));
        Assert.False(await Do(Night, Night - Duration.FromHours(1)));
        Assert.True(await Do(Night + Duration.FromDays(1), Night + Duration.FromDays(1)));
        Assert.Equal(2, worked);
    }

    [Fact]
    public async Task Of_many_nodes_that_begin_the_same_night_one_does_it_and_the_others_find_it_done()
    {
        await using var test = await TestDatabase.CreateAsync(Provider.PostgreSql);
        var worked = 0;
        var done = await Task.WhenAll(Enumerable.Range(1, 5).Select(node => new DoneOnce(test.Database, $"nod {node}")
            .DoAsync("natt", Night, async () =>
            {
                Interlocked.Increment(ref worked);
                await Task.Yield();
                return "klart";
            }, new ClockAt(Night), CancellationToken.None)));

        Assert.Equal(1, done.Count(one => one));
        Assert.Equal(1, worked);
        await using var context = test.Database.Open();
        Assert.Single(await context.JobRuns.ToListAsync());
    }

    private sealed class ClockAt(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
    }
}
