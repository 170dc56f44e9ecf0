namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>A server that hands out the feeds: the service or nginx.</summary>
internal interface ISubject : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Such as <c>http://127.0.0.1:5080</c>.</summary>
    Uri Address { get; }

    /// <summary>What it has used of the processors so far; ours includes this program.</summary>
    TimeSpan Processor { get; }

    /// <summary>Takes in new content of a feed while it is polled.</summary>
    void Replace(PolledFeed feed, long version);
}
