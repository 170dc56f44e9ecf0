using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Testing.Graph;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>Processes that die, sleep too long, or are two: nobody is told twice, and nobody is forgotten.</summary>
public sealed class OutlookCrashTests
{
    private static readonly OutlookEvent?[] Life = [SmallOutlook.Meeting, SmallOutlook.Moved, null];

    public static TheoryData<int, bool> Barriers
    {
        get
        {
            var all = new TheoryData<int, bool>();
            for (var step = 0; step < Life.Length; step++)
            {
                all.Add(step, false);
                all.Add(step, true);
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Barriers))]
    public async Task Whoever_dies_at_a_request_is_taken_over_from_and_may_even_wake_again(int step, bool isAnswered)
    {
        for (var request = 1; request <= (step == 1 ? 2 : 1); request++)
        {
            await using var outlook = await SmallOutlook.StartAsync();
            await UntilAsync(outlook, step);
            using var barrier = new Barrier(request, isAnswered);
            await outlook.WantAsync("a", Life[step]);

            var dead = outlook.Worker("död", barrier).RunAsync(default);
            Assert.NotSame(dead, await Task.WhenAny(dead, barrier.Reached));
            await outlook.Worker("två").RunAsync(default);
            Assert.DoesNotContain(outlook.Graph.Calls.Skip(CallsBefore(step)), call => call.IsWrite && !isAnswered);

            outlook.Clock.Pass(EntryBook.Lease + Duration.FromMinutes(1));
            await outlook.RestAsync(outlook.Worker("två"));
            Assert.Equal([], await WrongAsync(outlook, Life[step]));

            var before = (await outlook.RowAsync("a")).History;
            barrier.Wake();
            await dead;
            Assert.Equal(before, (await outlook.RowAsync("a")).History);
            await outlook.RestAsync(outlook.Worker("två"));
            Assert.Equal([], await WrongAsync(outlook, Life[step]));
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Two_workers_at_once_do_each_thing_once(Provider provider)
    {
        await using var outlook = await SmallOutlook.StartAsync(provider);
        outlook.Settings = outlook.Settings with { MailsPerMinute = 600 };
        outlook.Graph.Settings.MailsPerMinute = 600;
        string[] uids = ["a", "b", "c", "d"];
        foreach (var wanted in Life)
        {
            foreach (var uid in uids)
            {
                await outlook.WantAsync(uid, wanted);
            }

            for (var turn = 0; turn < 40; turn++)
            {
                await Task.WhenAll(outlook.Worker("ett").RunAsync(default), outlook.Worker("två").RunAsync(default));
                outlook.Clock.Pass(Duration.FromSeconds(1));
            }

            Assert.Equal([], await outlook.WrongAsync([.. wanted is null ? [] : uids.Select(uid => (uid, wanted))]));
        }
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_ahead_and_back_tells_nobody_twice()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Graph.Gate.At(1, GraphFault.DropAfter);
        foreach (var wanted in Life)
        {
            await outlook.WantAsync("a", wanted);
            await outlook.Worker().RunAsync(default);
            outlook.Clock.Pass(Duration.FromDays(1));
            await outlook.RestAsync();
            outlook.Clock.Pass(-Duration.FromDays(1));
            await outlook.Worker().RunAsync(default);
            outlook.Clock.Pass(Duration.FromDays(1));
            await outlook.RestAsync();
            Assert.Equal([], await WrongAsync(outlook, wanted));
        }
    }

    [Fact]
    public async Task Whoever_is_stopped_in_the_middle_leaves_the_mailbox_to_the_next_at_once()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Patience = TimeSpan.FromSeconds(10);
        outlook.Graph.Gate.At(1, GraphFault.TimeoutAfter);
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outlook.Worker("ett").RunAsync(stop.Token));

        await outlook.RestAsync(outlook.Worker("två"));
        Assert.Equal([], await WrongAsync(outlook, SmallOutlook.Meeting));
    }

    private static async Task UntilAsync(SmallOutlook outlook, int step)
    {
        foreach (var wanted in Life.Take(step))
        {
            await outlook.WantAsync("a", wanted);
            await outlook.RestAsync();
            // The pace lets the next mails begin.
            outlook.Clock.Pass(Duration.FromMinutes(1));
        }
    }

    private static int CallsBefore(int step) => step switch { 0 => 0, 1 => 1, _ => 3 };

    private static Task<IReadOnlyList<string>> WrongAsync(SmallOutlook outlook, OutlookEvent? wanted) =>
        wanted is null ? outlook.WrongAsync() : outlook.WrongAsync(("a", wanted));
}
