namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>Feeds that are replaced all the time while others, or they too, are polled.</summary>
internal sealed class Changes(IReadOnlyList<PolledFeed> feeds)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private long _version = 1;

    /// <summary>How many there have been.</summary>
    public long Count => _version - 1;

    public async Task<T> During<T>(ISubject subject, Func<Task<T>> polling)
    {
        using var stop = new CancellationTokenSource();
        var replacing = Replace(subject, stop.Token);
        var result = await polling();
        await stop.CancelAsync();
        await replacing;
        return result;
    }

    private async Task Replace(ISubject subject, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause);
        while (!stop.IsCancellationRequested)
        {
            _version++;
            subject.Replace(feeds[(int)(_version / 2 % feeds.Count)], _version);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
